// What no page needs in its first moment: the tracker's own second part, and the report of what was heard.
export * from '@vitrine/tracker/later'
export { debugReport } from './debug.ts'

/** This file, as whoever loads it gets it. */
export type Later = typeof import('./later.ts')
