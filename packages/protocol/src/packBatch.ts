import type { EventItem, ShopEvent } from './event.ts'
import { partsOfEventId } from './eventId.ts'
import { EVENT_FIELDS, type Field, ITEM_FIELDS, PAGE_FIELDS, REF_FIELDS } from './fields.ts'
import { known } from './known.ts'
import type { CompactBatch, CompactEvent } from './schema/batch.ts'

/** Who sends a batch, beside its events. */
export interface BatchHead {
  readonly shop: string
  readonly key: string
  readonly visitor?: string
  /** The device's clock when the batch is sealed. */
  readonly sent: number
  readonly dropped?: Readonly<Record<string, number>>
}

/** A list in which each entry stands once: its place by its JSON. */
type Table = Map<string, number>

/**
 * Packs one tab's events for the wire: what they share goes into tables, ids into tab and sequence number, times into differences.
 * `unpackBatch` gives the same events back.
 *
 * @param events - Of one tab and one source, at least one; ascending by sequence number they pack best.
 * @throws {RangeError} When there is none, or one is of another tab or source than the first: a bug in the caller.
 */
export function packBatch(head: BatchHead, events: readonly ShopEvent[]): CompactBatch {
  const [first] = events
  const tab = first && partsOfEventId(first.id)?.tab
  if (!first || tab === undefined) throw new RangeError('a batch is of one tab and source')
  const pages: Table = new Map()
  const items: Table = new Map()
  const refs: Table = new Map()
  const heard: Table = new Map()
  let before = { at: 0, seq: -1 }
  const packed = events.map((event): CompactEvent => {
    const parts = partsOfEventId(event.id)
    if (parts?.tab !== tab || event.source !== first.source)
      throw new RangeError('a batch is of one tab and source')
    const { at, seq } = before
    before = parts
    return known({
      e: event.type,
      t: parts.at - at,
      s: parts.seq === seq + 1 ? undefined : parts.seq,
      p: event.page && placeIn(pages, pack(PAGE_FIELDS, event.page)),
      r: event.ref && placeIn(refs, pack(REF_FIELDS, event.ref)),
      h: event.heard && placeIn(heard, [event.heard.adapter, event.heard.confidence]),
      i: event.items?.map(item => packLine(items, item)),
      d: event.data,
      ...pack(EVENT_FIELDS, event)
    })
  })
  return known({
    v: 1,
    ...head,
    tab,
    source: first.source === 'web' ? undefined : first.source,
    pages: rowsOf(pages),
    items: rowsOf(items),
    refs: rowsOf(refs),
    heard: rowsOf(heard),
    events: packed
  }) as CompactBatch
}

function placeIn(table: Table, entry: unknown): number {
  const json = JSON.stringify(entry)
  const place = table.get(json) ?? table.size
  table.set(json, place)
  return place
}

function rowsOf(table: Table): unknown[] | undefined {
  return table.size > 0 ? [...table.keys()].map(json => JSON.parse(json)) : undefined
}

/** Quantity and place are the line's own words; everything else of an item is the same wherever it appears. */
function packLine(items: Table, { quantity, index, ...shared }: EventItem) {
  const place = placeIn(items, pack(ITEM_FIELDS, shared))
  if (index !== undefined) return [place, quantity ?? null, index]
  return quantity === undefined ? place : [place, quantity]
}

function pack<Of>(fields: readonly Field<Of>[], from: Readonly<Of>): Record<string, unknown> {
  return Object.fromEntries(fields.map(([letter, code]) => [letter, from[code]]))
}
