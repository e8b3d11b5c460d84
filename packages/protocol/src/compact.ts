import type { EventItem, Page, Ref, ShopEvent } from './event.ts'
import { eventId, partsOfEventId } from './eventId.ts'
import { EVENT_FIELDS, type Field, ITEM_FIELDS, REF_FIELDS } from './fields.ts'
import { parseCurrency } from './money.ts'
import type { CompactBatch, CompactEvent } from './schema/batch.ts'
import { safeUrl } from './url.ts'
import { AVAILABILITIES, EVENT_TYPES, type EventType, PAGE_TYPES, type Source } from './words.ts'

/** Who sends a batch, beside its events. */
export interface BatchHead {
  readonly shop: string
  readonly key: string
  readonly visitor?: string
  readonly sent: number
  readonly dropped?: Readonly<Record<string, number>>
}

/** An event that cannot be stored, and why; `index` is its place in the batch as it was sent. */
export interface RefusedEvent {
  readonly index: number
  readonly field: string
  readonly problem: string
}

/** A batch read: the events that stand, and those that do not. */
export interface BatchReading {
  readonly events: readonly ShopEvent[]
  readonly refused: readonly RefusedEvent[]
}

const PAGE_FIELDS: readonly Field<Page>[] = [
  ['url', 'page_location', 'u', 'text'],
  ['type', 'page_type', 'k', 'text'],
  ['referrer', 'page_referrer', 'r', 'text'],
  ['title', 'page_title', 't', 'text']
]
// A line's own words; everything else of an item is the same wherever it appears and goes into the table.
const LINE_FIELDS: ReadonlySet<string> = new Set(['quantity', 'index'])
const SHARED_ITEM_FIELDS = ITEM_FIELDS.filter(([code]) => !LINE_FIELDS.has(code))

type Row = Record<string, unknown>

/**
 * Packs one tab's events for the wire: what they share goes into tables, ids into tab and sequence number, times into differences.
 *
 * @param events - Of one tab and one source, ascending by sequence number, at least one.
 * @throws {RangeError} When an event is of another tab than the first: a bug in the caller.
 */
export function packBatch(head: BatchHead, events: readonly ShopEvent[]): CompactBatch {
  const first = events[0] && partsOfEventId(events[0].id)
  if (!first || !events[0]) throw new RangeError('a batch has at least one event with an id of ours')
  const tables = {
    pages: table<Row>(),
    items: table<Row>(),
    refs: table<Row>(),
    heard: table<[string, number]>()
  }
  let before = { at: 0, seq: -1 }
  const packed = events.map((event): CompactEvent => {
    const parts = partsOfEventId(event.id)
    if (!parts || parts.tab !== first.tab) throw new RangeError(`${event.id} is not of tab ${first.tab}`)
    const { at, seq } = parts
    const compact: CompactEvent = { e: event.type, t: at - before.at }
    if (seq !== before.seq + 1) compact.s = seq
    before = { at, seq }
    if (event.page) compact.p = tables.pages.indexOf(pack(PAGE_FIELDS, event.page))
    if (event.ref) compact.r = tables.refs.indexOf(pack(REF_FIELDS, event.ref))
    if (event.heard) compact.h = tables.heard.indexOf([event.heard.adapter, event.heard.confidence])
    if (event.items) {
      compact.i = event.items.map(item =>
        packLine(tables.items.indexOf(pack(SHARED_ITEM_FIELDS, item)), item)
      )
    }
    if (event.data) compact.d = { ...event.data }
    return Object.assign(compact, pack(EVENT_FIELDS, event))
  })
  return {
    v: 1,
    shop: head.shop,
    key: head.key,
    ...(head.visitor === undefined ? {} : { visitor: head.visitor }),
    tab: first.tab,
    sent: head.sent,
    ...(events[0].source === 'web' ? {} : { source: events[0].source }),
    ...(head.dropped ? { dropped: { ...head.dropped } } : {}),
    ...tables.pages.as('pages'),
    ...tables.items.as('items'),
    ...tables.refs.as('refs'),
    ...tables.heard.as('heard'),
    events: packed
  }
}

/**
 * Unpacks a batch whose outer shape is already checked (`CompactBatch`). Each event stands or falls alone.
 */
export function unpackBatch(batch: CompactBatch): BatchReading {
  const events: ShopEvent[] = []
  const refused: RefusedEvent[] = []
  const source = batch.source ?? 'web'
  let before = { at: 0, seq: -1 }
  batch.events.forEach((compact, index) => {
    before = { at: before.at + compact.t, seq: compact.s ?? before.seq + 1 }
    const field = faultOf(batch, compact, before)
    if (field) refused.push({ index, ...field })
    else events.push(unpackEvent(batch, compact, before, source))
  })
  return { events, refused }
}

function unpackEvent(
  batch: CompactBatch,
  compact: CompactEvent,
  { at, seq }: Moment,
  source: Source
): ShopEvent {
  const heard = batch.heard?.[compact.h ?? -1]
  const page = batch.pages?.[compact.p ?? -1]
  const ref = batch.refs?.[compact.r ?? -1]
  return {
    id: eventId({ at, tab: batch.tab, seq }),
    at,
    type: compact.e as EventType,
    source,
    ...(heard && { heard: { adapter: heard[0], confidence: heard[1] } }),
    ...(page && { page: unpack(PAGE_FIELDS, page) as unknown as Page }),
    ...(compact.i && { items: compact.i.map(line => unpackLine(batch, line)) }),
    ...unpack(EVENT_FIELDS, compact as Row),
    ...(ref && { ref: unpack(REF_FIELDS, ref) as Ref }),
    ...(compact.d && { data: compact.d })
  }
}

interface Moment {
  readonly at: number
  readonly seq: number
}

type Fault = { readonly field: string; readonly problem: string }

const TYPES: ReadonlySet<string> = new Set(EVENT_TYPES)
const PAGES: ReadonlySet<unknown> = new Set(PAGE_TYPES)
const KNOWN_AVAILABILITIES: ReadonlySet<unknown> = new Set([undefined, ...AVAILABILITIES])

function faultOf(batch: CompactBatch, event: CompactEvent, { at, seq }: Moment): Fault | undefined {
  if (!TYPES.has(event.e)) return { field: 'e', problem: 'is no event type we know' }
  if (at < 0 || at >= 2 ** 48) return { field: 't', problem: 'is no time' }
  if (seq >= 2 ** 26) return { field: 's', problem: 'is beyond the last sequence number' }
  const missing = (['p', 'r', 'h'] as const).find(
    name => event[name] !== undefined && !(batch[TABLES[name]] as unknown[] | undefined)?.[event[name] ?? -1]
  )
  if (missing) return { field: missing, problem: `points outside ${TABLES[missing]}` }
  return (
    rowFault(EVENT_FIELDS, event as Row, '') ??
    currencyFault(event as Row) ??
    pageFault(batch.pages?.[event.p ?? -1]) ??
    rowFault(REF_FIELDS, batch.refs?.[event.r ?? -1] ?? {}, 'r/') ??
    (event.i ?? []).map((line, at) => lineFault(batch, line, at)).find(Boolean)
  )
}

const TABLES = { p: 'pages', r: 'refs', h: 'heard' } as const

function lineFault(batch: CompactBatch, line: Line, at: number): Fault | undefined {
  const item = batch.items?.[indexOfLine(line)]
  if (!item) return { field: `i/${at}`, problem: 'points outside items' }
  if (typeof item['i'] !== 'string' || item['i'] === '')
    return { field: `i/${at}/i`, problem: 'must name the item' }
  if (!KNOWN_AVAILABILITIES.has(item['y']))
    return { field: `i/${at}/y`, problem: 'is no availability we know' }
  return rowFault(SHARED_ITEM_FIELDS, item, `i/${at}/`)
}

function pageFault(page: Row | undefined): Fault | undefined {
  if (!page) return undefined
  if (safeUrl(page['u']) === undefined) return { field: 'p/u', problem: 'must be an http(s) URL' }
  return PAGES.has(page['k'])
    ? rowFault(PAGE_FIELDS, page, 'p/')
    : { field: 'p/k', problem: 'is no page type we know' }
}

function currencyFault(event: Row): Fault | undefined {
  const read = event['c'] === undefined ? undefined : parseCurrency(event['c'], 'c')
  return read?.ok === false ? { field: read.field, problem: read.problem } : undefined
}

function rowFault<Of>(fields: readonly Field<Of>[], row: Row, prefix: string): Fault | undefined {
  for (const [, , letter, kind] of fields) {
    const value = row[letter]
    if (value !== undefined && !FITS[kind](value))
      return { field: prefix + letter, problem: `must be ${SHAPE[kind]}` }
  }
  return undefined
}

const isText = (value: unknown) => typeof value === 'string' && value.length <= 1000
const FITS = {
  text: isText,
  money: (value: unknown) => Number.isSafeInteger(value),
  count: (value: unknown) => Number.isFinite(value),
  path: (value: unknown) => Array.isArray(value) && value.length <= 5 && value.every(isText),
  flag: (value: unknown) => typeof value === 'boolean'
}
const SHAPE = {
  text: 'text of at most 1000 characters',
  money: 'whole minor units',
  count: 'a number',
  path: 'at most 5 texts',
  flag: 'true or false'
}

type Line = NonNullable<CompactEvent['i']>[number]

function indexOfLine(line: Line): number {
  return (Array.isArray(line) ? line[0] : line) ?? -1
}

function packLine(index: number, { quantity, index: place }: EventItem): Line {
  if (place !== undefined) return [index, quantity ?? null, place]
  return quantity === undefined ? index : [index, quantity]
}

function unpackLine(batch: CompactBatch, line: Line): EventItem {
  const [, quantity = null, place = null] = Array.isArray(line) ? line : []
  return {
    ...(unpack(SHARED_ITEM_FIELDS, batch.items?.[indexOfLine(line)] ?? {}) as unknown as EventItem),
    ...(quantity === null ? {} : { quantity }),
    ...(place === null ? {} : { index: place })
  }
}

function pack<Of>(fields: readonly Field<Of>[], from: Readonly<Of>): Row {
  return Object.fromEntries(
    fields.flatMap(([code, , letter]) => (from[code] === undefined ? [] : [[letter, from[code]]]))
  )
}

function unpack<Of>(fields: readonly Field<Of>[], row: Row): Partial<Of> {
  const entries = fields.flatMap(([code, , letter]) =>
    row[letter] === undefined ? [] : [[code, row[letter]]]
  )
  return Object.fromEntries(entries) as Partial<Of>
}

function table<Entry>() {
  const places = new Map<string, number>()
  const entries: Entry[] = []
  return {
    indexOf(entry: Entry): number {
      const key = JSON.stringify(entry)
      const known = places.get(key)
      if (known !== undefined) return known
      places.set(key, entries.length)
      return entries.push(entry) - 1
    },
    as<Name extends string>(name: Name): { [N in Name]?: Entry[] } {
      return entries.length > 0 ? ({ [name]: entries } as { [N in Name]?: Entry[] }) : {}
    }
  }
}
