import type { EpochMs, ShopEvent } from '@vitrine/protocol'
import { HISTORY, PARKED, UNSENT } from './rowsOf.ts'
import type { Row, Step } from './shelf.ts'

const DAY_MS = 86_400_000
/** What could not be told in a week is news no longer. */
const UNSENT_MS = 7 * DAY_MS
/** Thirteen months, the usual limit for what a device remembers of a person (conventions.md §3). */
const HISTORY_MS = 395 * DAY_MS
/** Events remembered at most: about 2 MB. */
export const MAX_EVENTS = 5000
/** More rows than this are put together: fewer rows load faster. */
const MANY_ROWS = 30

/** What the device remembers. */
export interface Recalled {
  readonly events: readonly ShopEvent[]
  readonly unsent: readonly ShopEvent[]
  /** Whether it is time to tidy. */
  readonly isUntidy: boolean
}

/** Reads a whole shelf and changes nothing. */
export function recall(now: EpochMs): Step<Recalled> {
  return rows => {
    const events = rows.flatMap(eventsOf)
    return {
      answer: {
        events,
        unsent: rows.filter(isUnsent).flatMap(eventsOf),
        isUntidy:
          rows.length > MANY_ROWS ||
          events.length > MAX_EVENTS ||
          rows.some(row => isParked(row) || isOld(row, now))
      }
    }
  }
}

/** Whether a row holds what is too old to be kept, or too old to be told. */
function isOld(row: Row, now: EpochMs): boolean {
  return eventsOf(row).some(({ at }) => at < limitOf(row, now))
}

/** The time before which a row's events are too old. */
export function limitOf({ key }: Pick<Row, 'key'>, now: EpochMs): EpochMs {
  return now - (key.startsWith(HISTORY) ? HISTORY_MS : UNSENT_MS)
}

export const eventsOf = ({ events = [] }: Row) => events
export const isUnsent = ({ key }: Row) => key.startsWith(UNSENT)
export const isParked = ({ key }: Row) => key.startsWith(PARKED)
