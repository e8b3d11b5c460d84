// What few pages need: the tracker's own part of it, the report of what was heard, and why something is shown.
export * from '@vitrine/tracker/seldom'
export { debugReport } from './debug.ts'
export { explain } from './explain.ts'

/** This file, as whoever loads it gets it. */
export type Seldom = typeof import('./seldom.ts')
