import { type ConsentSignal, type EpochMs, partsOfEventId, type ShopEvent } from '@vitrine/protocol'
import { addCounts } from './addCounts.ts'
import type { Row, Rows } from './rows.ts'
import {
  BATCH_EVENTS,
  CONSENT,
  DROPPED,
  HISTORY,
  PARKED,
  rowsOf,
  SEALED,
  UNSENT,
  VISITOR,
  WAITING
} from './rowsOf.ts'
import { type Loaded, tidy } from './tidy.ts'

/** Rows read to fill one batch: enough for a burst, few enough to be quick after a day offline. */
const ROWS_READ = 60

/** A batch that has been given its final form: whoever sends it, sends the same. */
export interface Sealed {
  readonly key: string
  readonly events: readonly ShopEvent[]
  readonly sent: EpochMs
  readonly visitor?: string
  readonly dropped?: Readonly<Record<string, number>>
}

/** The journal's place on the device. Every method is whole or not at all, and safe beside other tabs. */
export interface Shelf {
  readonly kind: Rows['kind']
  /** Everything remembered, after what is too old or too much is let go. */
  load(now: EpochMs): Promise<Loaded>
  /** Everything remembered, in no order. */
  all(): Promise<readonly ShopEvent[]>
  /** Adds events of this tab; `isWaiting` when the API is still to be told. */
  append(events: readonly ShopEvent[], isWaiting?: boolean): Promise<void>
  /** The oldest sealed batch; without one, seals what waits of one tab. */
  nextBatch(head: { now: EpochMs; visitor?: string | undefined }): Promise<Sealed | undefined>
  /** Ends a batch: the API has it, or will never take it. `kept` are its events worth remembering here. */
  settle(batch: Sealed, kept: readonly ShopEvent[]): Promise<void>
  /** Ends the sending of single events, in whichever rows they are. */
  settleEvents(ids: ReadonlySet<string>, isKept: boolean): Promise<void>
  /** Replaces a batch by its two halves, event ids unchanged. */
  split(batch: Sealed): Promise<void>
  /** Sets a batch aside until `retryAt`, so that others pass. */
  park(batch: Sealed, retryAt: EpochMs): Promise<void>
  /** Adds to what the next batch reports as dropped. */
  countDropped(dropped: Readonly<Record<string, number>>): Promise<void>
  /** The visitor's id: the one that is there, else `fresh`, whichever tab comes first. */
  visitor(fresh: string): Promise<string>
  /** The shopper's own answer, remembered only when it is a grant. */
  consent(granted?: ConsentSignal): Promise<ConsentSignal | undefined>
  destroy(): Promise<void>
  close(): void
}

/** A shelf over any store of rows. */
export function openShelf(rows: Rows): Shelf {
  return {
    kind: rows.kind,
    load: now => rows.change('', stored => tidy(stored, now)),
    all: () => rows.change('', stored => ({ answer: stored.flatMap(row => row.events ?? []) })),
    append: async (events, isWaiting = true) => {
      if (events.length > 0) await rows.write(rowsOf(isWaiting ? WAITING : HISTORY, events))
    },
    nextBatch: head => rows.change(UNSENT, unsent => seal(unsent, head), ROWS_READ),
    settle: ({ key }, kept) =>
      rows.change(key, there =>
        there.length > 0
          ? { del: [key], put: rowsOf(HISTORY, kept, BATCH_EVENTS), answer: undefined }
          : nothing
      ),
    settleEvents: (ids, isKept) => rows.change(UNSENT, unsent => take(unsent, ids, isKept)),
    split: batch =>
      rows.change(batch.key, there =>
        there.length > 0 ? { del: [batch.key], put: halves(batch), answer: undefined } : nothing
      ),
    park: (batch, retryAt) =>
      rows.change(batch.key, there =>
        there.length > 0
          ? { del: [batch.key], put: [{ ...batch, key: PARKED + batch.key, retryAt }], answer: undefined }
          : nothing
      ),
    countDropped: dropped =>
      rows.change(DROPPED, ([before]) => ({
        put: [{ key: DROPPED, dropped: addCounts(before?.dropped, dropped) }],
        answer: undefined
      })),
    visitor: fresh =>
      rows.change(VISITOR, ([row]) =>
        row?.visitor === undefined
          ? { put: [{ key: VISITOR, visitor: fresh }], answer: fresh }
          : { answer: row.visitor }
      ),
    consent: granted =>
      rows.change(CONSENT, ([row]) =>
        granted ? { put: [{ key: CONSENT, consent: granted }], answer: granted } : { answer: row?.consent }
      ),
    destroy: () => rows.destroy(),
    close: () => rows.close()
  }
}

const nothing = { answer: undefined }

function seal(unsent: readonly Row[], { now, visitor }: { now: EpochMs; visitor?: string | undefined }) {
  const sealed = unsent.find(row => row.key.startsWith(SEALED))
  if (sealed) return { answer: sealedOf(sealed) }
  const waiting = unsent.filter(row => row.key.startsWith(WAITING))
  const tab = tabOf(waiting[0])
  const chosen: Row[] = []
  let count = 0
  for (const row of waiting) {
    const size = row.events?.length ?? 0
    if (tabOf(row) !== tab || (count > 0 && count + size > BATCH_EVENTS)) continue
    chosen.push(row)
    count += size
  }
  const events = chosen.flatMap(row => row.events ?? []).sort(bySeq)
  if (!events[0]) return { answer: undefined }
  const dropped = unsent.find(row => row.key === DROPPED)?.dropped
  const batch: Sealed = {
    key: SEALED + events[0].id,
    events,
    sent: now,
    ...(visitor === undefined ? {} : { visitor }),
    ...(dropped ? { dropped } : {})
  }
  return {
    put: [batch],
    del: [...(dropped ? [DROPPED] : []), ...chosen.map(({ key }) => key)],
    answer: batch
  }
}

function take(unsent: readonly Row[], ids: ReadonlySet<string>, isKept: boolean) {
  const touched = unsent.filter(row => row.events?.some(({ id }) => ids.has(id)))
  const settled = touched.flatMap(row => row.events?.filter(({ id }) => ids.has(id)) ?? [])
  const rest = touched.flatMap((row): Row[] => {
    const events = row.events?.filter(({ id }) => !ids.has(id)) ?? []
    return events.length > 0 ? [{ ...row, events }] : []
  })
  return {
    del: touched.map(({ key }) => key),
    put: [...rest, ...(isKept ? rowsOf(HISTORY, settled, BATCH_EVENTS) : [])],
    answer: undefined
  }
}

function halves({ key: _whole, dropped, events, ...head }: Sealed): Row[] {
  const middle = Math.ceil(events.length / 2)
  return [events.slice(0, middle), events.slice(middle)].flatMap((part, at) =>
    part[0]
      ? [{ ...head, key: SEALED + part[0].id, events: part, ...(dropped && at === 0 ? { dropped } : {}) }]
      : []
  )
}

function sealedOf(row: Row): Sealed {
  const { key, events = [], sent = 0, visitor, dropped } = row
  return { key, events, sent, ...(visitor ? { visitor } : {}), ...(dropped ? { dropped } : {}) }
}

function tabOf(row: Row | undefined): string | undefined {
  return row?.events?.[0] && partsOfEventId(row.events[0].id)?.tab
}

function bySeq(a: ShopEvent, b: ShopEvent): number {
  return (partsOfEventId(a.id)?.seq ?? 0) - (partsOfEventId(b.id)?.seq ?? 0)
}
