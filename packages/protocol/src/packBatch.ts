import type { EventItem, ShopEvent } from './event.ts'
import { partsOfEventId } from './eventId.ts'
import { EVENT_FIELDS, type Field, ITEM_FIELDS, PAGE_FIELDS, REF_FIELDS } from './fields.ts'
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

/**
 * Packs one tab's events for the wire: what they share goes into tables, ids into tab and sequence number, times into differences.
 * `unpackBatch` gives the same events back.
 *
 * @param events - Of one tab and one source, at least one; ascending by sequence number they pack best.
 * @throws {RangeError} When an event is of another tab or source than the first: a bug in the caller.
 */
export function packBatch(head: BatchHead, events: readonly ShopEvent[]): CompactBatch {
  const [first] = events
  const tab = first && partsOfEventId(first.id)?.tab
  if (!first || tab === undefined) throw new RangeError('a batch has at least one event with an id of ours')
  const tables = { pages: table(), items: table(), refs: table(), heard: table() }
  let before = { at: 0, seq: -1 }
  const packed = events.map(event => {
    const parts = partsOfEventId(event.id)
    if (parts?.tab !== tab || event.source !== first.source)
      throw new RangeError(`${event.id} is not of tab ${tab} and source ${first.source}`)
    const compact: CompactEvent = {
      e: event.type,
      t: parts.at - before.at,
      ...(parts.seq !== before.seq + 1 && { s: parts.seq }),
      ...packEvent(event, tables)
    }
    before = parts
    return compact
  })
  const entries = Object.entries(tables).map(([name, { entries }]) => [name, entries] as const)
  return {
    v: 1,
    shop: head.shop,
    key: head.key,
    ...(head.visitor !== undefined && { visitor: head.visitor }),
    tab,
    sent: head.sent,
    ...(first.source !== 'web' && { source: first.source }),
    ...(head.dropped && { dropped: head.dropped }),
    ...Object.fromEntries(entries.filter(([, rows]) => rows.length > 0)),
    events: packed
  }
}

function packEvent(event: ShopEvent, tables: Record<'pages' | 'items' | 'refs' | 'heard', Table>) {
  const { page, ref, heard, items, data } = event
  return {
    ...(page && { p: tables.pages.placeOf(pack(PAGE_FIELDS, page)) }),
    ...(ref && { r: tables.refs.placeOf(pack(REF_FIELDS, ref)) }),
    ...(heard && { h: tables.heard.placeOf([heard.adapter, heard.confidence]) }),
    ...(items && { i: items.map(item => packLine(tables.items, item)) }),
    ...(data && { d: data }),
    ...pack(EVENT_FIELDS, event)
  }
}

/** A list in which each entry stands once. */
interface Table {
  readonly entries: readonly unknown[]
  placeOf(entry: unknown): number
}

function table(): Table {
  const places = new Map<string, number>()
  const entries: unknown[] = []
  return {
    entries,
    placeOf(entry) {
      const key = JSON.stringify(entry)
      const place = places.get(key) ?? entries.push(entry) - 1
      places.set(key, place)
      return place
    }
  }
}

/** Quantity and place are the line's own words; everything else of an item is the same wherever it appears. */
function packLine(items: Table, { quantity, index, ...shared }: EventItem) {
  const place = items.placeOf(pack(ITEM_FIELDS, shared))
  if (index !== undefined) return [place, quantity ?? null, index]
  return quantity === undefined ? place : [place, quantity]
}

function pack<Of>(fields: readonly Field<Of>[], from: Readonly<Of>): Record<string, unknown> {
  const row: Record<string, unknown> = {}
  for (const [code, , letter] of fields) if (from[code] !== undefined) row[letter] = from[code]
  return row
}
