/** Nobody waits longer for a file that reads the page. */
export const READING_LIMIT_MS = 1000
