import type { EpochMs, ShopEvent } from '@vitrine/protocol'
import { addCounts } from './addCounts.ts'
import type { Change, Row } from './rows.ts'
import { BATCH_EVENTS, DROPPED, HISTORY, PARKED, rowsOf, SEALED, UNSENT } from './rowsOf.ts'
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
  /** What tidying gave up before it was sent, by reason. */
  readonly dropped: Readonly<Record<string, number>>
}

/** Puts a whole store in order: lets go of what is too old or too much, releases parked batches, joins small rows. */
export function tidy(rows: readonly Row[], now: EpochMs): Change<Loaded> {
  const released = rows.map(row => release(row, now))
  const { doomed, dropped } = judge(released, now)
  const kept = released.map(row => without(row, doomed))
  const { put, del } = joined(kept.filter(row => row.key.startsWith(HISTORY)))
  const changed = kept.filter((row, at) => row !== rows[at] && (row.events?.length ?? 1) > 0)
  const left = [...changed.filter(({ key }) => !del.includes(key)), ...put]
  const counted = Object.keys(dropped).length > 0
  const before = rows.find(({ key }) => key === DROPPED)?.dropped
  return {
    del: [...rows.filter((row, at) => row !== kept[at]).map(({ key }) => key), ...del],
    put: counted ? [...left, { key: DROPPED, dropped: addCounts(before, dropped) }] : left,
    answer: {
      events: kept.flatMap(row => row.events ?? []),
      unsent: kept.flatMap(row => (isUnsent(row) ? (row.events ?? []) : [])),
      dropped
    }
  }
}

const isUnsent = ({ key }: Row) => key.startsWith(UNSENT)

/** A parked batch whose time has come stands in the queue again. */
function release(row: Row, now: EpochMs): Row {
  if (row.key.startsWith(PARKED) && (row.retryAt ?? 0) <= now) {
    const { retryAt: _past, ...batch } = row
    return { ...batch, key: row.key.slice(1) }
  }
  return row
}

function judge(rows: readonly Row[], now: EpochMs) {
  const all = rows.flatMap(row => (row.events ?? []).map(event => ({ event, row })))
  const doomed = new Set<string>()
  const dropped: Record<string, number> = {}
  const doom = (row: Row, event: ShopEvent, reason: string) => {
    doomed.add(event.id)
    if (!row.key.startsWith(HISTORY)) dropped[reason] = (dropped[reason] ?? 0) + 1
  }
  for (const { event, row } of all) {
    const limit = row.key.startsWith(HISTORY) ? HISTORY_MS : UNSENT_MS
    if (event.at < now - limit) doom(row, event, 'too_old')
  }
  const standing = all.filter(({ event }) => !doomed.has(event.id))
  const excess = standing.length - MAX_EVENTS
  if (excess > 0) {
    // Sealed batches are on their way, perhaps from another tab: they go last of all.
    const cost = ({ event, row }: { event: ShopEvent; row: Row }) =>
      row.key.startsWith(SEALED) ? 9 : weightOf(event) * 2 + (isUnsent(row) ? 1 : 0)
    standing.sort((a, b) => cost(a) - cost(b) || a.event.at - b.event.at)
    for (const { event, row } of standing.slice(0, excess)) doom(row, event, 'full')
  }
  return { doomed, dropped }
}

function without(row: Row, doomed: ReadonlySet<string>): Row {
  if (!row.events?.some(({ id }) => doomed.has(id))) return row
  return { ...row, events: row.events.filter(({ id }) => !doomed.has(id)) }
}

function joined(history: readonly Row[]): { put: Row[]; del: string[] } {
  const small = history.filter(row => (row.events?.length ?? 0) < SMALL_ROW)
  if (small.length < MANY_ROWS) return { put: [], del: [] }
  const put = rowsOf(
    HISTORY,
    small.flatMap(row => row.events ?? []),
    BATCH_EVENTS
  )
  return { put, del: small.map(({ key }) => key) }
}
