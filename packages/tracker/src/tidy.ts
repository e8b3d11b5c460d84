import type { EpochMs, ShopEvent } from '@vitrine/protocol'
import { addCounts, type Counts } from './addCounts.ts'
import { limitOf, MAX_EVENTS } from './isUntidy.ts'
import { BATCH_EVENTS, DROPPED, eventsOf, HISTORY, PARKED, rowsOf, SEALED } from './rowsOf.ts'
import type { Row, Step } from './shelf.ts'
import { weightOf } from './weight.ts'

/** History rows smaller than this are put together. */
const SMALL_ROW = 100
const MANY_ROWS = 16

/** What is remembered afterwards, and what was given up before it was told, by reason. */
export interface Tidied {
  readonly rows: readonly Row[]
  readonly dropped: Counts
}

/** Puts a whole shelf in order: lets go of what is too old or too much, releases parked batches, joins small rows. */
export function tidy(now: EpochMs): Step<Tidied> {
  return rows => {
    const released = rows.map(row =>
      row.key.startsWith(PARKED) && (row.retryAt ?? 0) <= now ? { ...row, key: row.key.slice(1) } : row
    )
    const { doomed, dropped } = judge(released, now)
    const isKept = ({ id }: ShopEvent) => !doomed.has(id)
    const kept = released.map(row =>
      eventsOf(row).every(isKept) ? row : { ...row, events: eventsOf(row).filter(isKept) }
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
        ...(Object.keys(dropped).length > 0 ? [{ key: DROPPED, dropped: addCounts(before, dropped) }] : [])
      ],
      answer: { rows: kept, dropped }
    }
  }
}

function judge(rows: readonly Row[], now: EpochMs) {
  const all = rows.flatMap(row => eventsOf(row).map(event => ({ event, key: row.key })))
  const doomed = new Set<string>()
  let dropped: Counts = {}
  const doom = (some: typeof all, reason: string) => {
    for (const { event, key } of some) {
      doomed.add(event.id)
      if (!key.startsWith(HISTORY)) dropped = addCounts(dropped, { [reason]: 1 })
    }
  }
  const isOld = (one: (typeof all)[number]) => one.event.at < limitOf(one, now)
  doom(all.filter(isOld), 'too_old')
  // Sealed batches are on their way, perhaps from another tab: they go last of all. Of the same weight, the told go first.
  const cost = ({ event, key }: (typeof all)[number]) =>
    key.startsWith(SEALED) ? 9 : weightOf(event) * 2 + (key.startsWith(HISTORY) ? 0 : 1)
  const standing = all.filter(one => !isOld(one))
  const excess = Math.max(0, standing.length - MAX_EVENTS)
  doom(standing.sort((a, b) => cost(a) - cost(b) || a.event.at - b.event.at).slice(0, excess), 'full')
  return { doomed, dropped }
}
