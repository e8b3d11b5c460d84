import type { EpochMs } from '@vitrine/protocol'
import { eventsOf, HISTORY, PARKED } from './rowsOf.ts'
import type { Row } from './shelf.ts'

const DAY_MS = 86_400_000
/** What could not be told in a week is news no longer. */
export const UNSENT_MS = 7 * DAY_MS
/** Thirteen months, the usual limit for what a device remembers of a person (conventions.md §3). */
const HISTORY_MS = 395 * DAY_MS
/** Events remembered at most: about 2 MB. */
export const MAX_EVENTS = 5000
/** More rows than this are put together: fewer rows load faster. */
const MANY_ROWS = 30

/** Whether it is time to tidy a shelf of these rows. */
export function isUntidy(rows: readonly Row[], now: EpochMs): boolean {
  return (
    rows.length > MANY_ROWS ||
    rows.flatMap(eventsOf).length > MAX_EVENTS ||
    rows.some(row => row.key.startsWith(PARKED) || isOld(row, now))
  )
}

/** Whether a row holds what is too old to be kept, or too old to be told. */
function isOld(row: Row, now: EpochMs): boolean {
  return eventsOf(row).some(({ at }) => at < limitOf(row, now))
}

/** The time before which a row's events are too old. */
export function limitOf({ key }: Pick<Row, 'key'>, now: EpochMs): EpochMs {
  return now - (key.startsWith(HISTORY) ? HISTORY_MS : UNSENT_MS)
}
