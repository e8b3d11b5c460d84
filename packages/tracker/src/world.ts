import type { EpochMs } from '@vitrine/protocol'
import { indexedDbShelf } from './indexedDbShelf.ts'
import type { Shelf } from './shelf.ts'

/** The page as we see it: a window with whatever the shop has put there. */
export type TrackedWindow = Window & typeof globalThis & { dataLayer?: unknown }

/** Everything of the outside that the tracker uses, passed in so that tests need no mocks. */
export interface TrackerWorld {
  readonly window: TrackedWindow
  readonly fetch: typeof fetch
  now(): EpochMs
  /** Lower-case hex of so many random bytes. */
  randomHex(bytes: number): string
  /** Runs `work` once after `ms`; answers the undo. Absent: the window's `setTimeout`. */
  setTimer?(work: () => void, ms: number): () => void
  /** Opens the shelf of that name, lazily. Absent: IndexedDB. */
  openShelf?(name: string, onGone: () => void): Shelf
}

/** The world with nothing left out. */
export type WholeWorld = Required<TrackerWorld>

/** Fills in what the caller left to the browser. */
export function wholeWorld(world: TrackerWorld): WholeWorld {
  return {
    setTimer(work, ms) {
      const timer = world.window.setTimeout(work, ms)
      return () => world.window.clearTimeout(timer)
    },
    openShelf: indexedDbShelf,
    ...world
  }
}
