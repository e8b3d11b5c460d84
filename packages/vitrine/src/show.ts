// What only a page with a place for something needs: thinking, ranking, and the shop's window itself.
export { openWindow } from './openWindow.ts'
export { rank } from './rank.ts'
export { requestsAt, think, understand } from './think.ts'

/** This file, as whoever loads it gets it. */
export type Show = typeof import('./show.ts')
