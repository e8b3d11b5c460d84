import type { EpochMs, ShopEvent } from '@vitrine/protocol'
import { addCounts } from './addCounts.ts'
import { BATCH_EVENTS, DROPPED, HISTORY, PARKED, rowsOf, SEALED, UNSENT } from './rowsOf.ts'
import type { Row, Step } from './shelf.ts'
import { weightOf } from './weight.ts'

const DAY_MS = 86_400_000
/** What could not be told in a week is news no longer. */
const UNSENT_MS = 7 * DAY_MS
/** Thirteen months, the usual limit for what a device remembers of a person (conventions.md §3). */
const HISTORY_MS = 395 * DAY_MS
/** Events remembered at most: about 2 MB. */
export const MAX_EVENTS = 5000
/** History rows smaller than this are put together, once there are many: fewer rows load faster. */
const SMALL_ROW = 100
const MANY_ROWS = 16

/** What the device remembers. */
export interface Loaded {
  readonly events: readonly ShopEvent[]
  readonly unsent: readonly ShopEvent[]
  /** What was given up before it was sent, by reason. */
  readonly dropped: Readonly<Record<string, number>>
}

/** Reads a whole shelf and puts it in order: lets go of what is too old or too much, releases parked batches, joins small rows. */
export function tidy(now: EpochMs): Step<Loaded> {
  return rows => {
    const released = rows.map(row => (isDue(row, now) ? { ...row, key: row.key.slice(1) } : row))
    const { doomed, dropped } = judge(released, now)
    const isKept = ({ id }: ShopEvent) => !doomed.has(id)
    const kept = released.map(row =>
      row.events && !row.events.every(isKept) ? { ...row, events: row.events.filter(isKept) } : row
    )
    const small = kept.filter(row => row.key.startsWith(HISTORY) && eventsOf(row).length < SMALL_ROW)
    const joined = small.length < MANY_ROWS ? [] : small
    const changed = kept.filter((row, at) => row !== rows[at] && !joined.includes(row))
    const before = rows.find(({ key }) => key === DROPPED)?.dropped
    return {
      del: [...rows.filter((row, at) => row !== kept[at]), ...joined].map(({ key }) => key),
      put: [
        ...changed.filter(row => eventsOf(row).length > 0),
        ...rowsOf(HISTORY, joined.flatMap(eventsOf), BATCH_EVENTS),
        ...(doomed.size > 0 ? [{ key: DROPPED, dropped: addCounts(before, dropped) }] : [])
      ],
      answer: { events: kept.flatMap(eventsOf), unsent: kept.filter(isUnsent).flatMap(eventsOf), dropped }
    }
  }
}

const eventsOf = ({ events = [] }: Row) => events
const isUnsent = ({ key }: Row) => key.startsWith(UNSENT)

function isDue({ key, retryAt = 0 }: Row, now: EpochMs): boolean {
  return key.startsWith(PARKED) && retryAt <= now
}

function judge(rows: readonly Row[], now: EpochMs) {
  const all = rows.flatMap(({ key, events = [] }) => events.map(event => ({ event, kind: key })))
  const doomed = new Set<string>()
  let dropped: Readonly<Record<string, number>> = {}
  const doom = (some: typeof all, reason: string) => {
    for (const { event, kind } of some) {
      doomed.add(event.id)
      if (!kind.startsWith(HISTORY)) dropped = addCounts(dropped, { [reason]: 1 })
    }
  }
  const isOld = ({ event, kind }: (typeof all)[number]) =>
    event.at < now - (kind.startsWith(HISTORY) ? HISTORY_MS : UNSENT_MS)
  doom(all.filter(isOld), 'too_old')
  // Sealed batches are on their way, perhaps from another tab: they go last of all. Of the same weight, the told go first.
  const cost = ({ event, kind }: (typeof all)[number]) =>
    kind.startsWith(SEALED) ? 9 : weightOf(event) * 2 + (kind.startsWith(HISTORY) ? 0 : 1)
  const standing = all.filter(one => !isOld(one))
  const excess = Math.max(0, standing.length - MAX_EVENTS)
  doom(standing.sort((a, b) => cost(a) - cost(b) || a.event.at - b.event.at).slice(0, excess), 'full')
  return { doomed, dropped }
}
