/** Milliseconds of a day; calendars and daylight saving do not matter to a decay. */
export const DAY_MS = 86_400_000
