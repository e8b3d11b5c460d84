import type { EventItem, Page, Ref, ShopEvent } from './event.ts'
import { eventId, MAX_SEQ, MAX_TIME } from './eventId.ts'
import {
  EVENT_FIELDS,
  type Field,
  type FieldKind,
  ITEM_FIELDS,
  MAX_DATA,
  MAX_LEVELS,
  MAX_TEXT,
  PAGE_FIELDS,
  REF_FIELDS
} from './fields.ts'
import type { CompactBatch, CompactEvent } from './schema/batch.ts'
import { safeUrl } from './url.ts'
import { AVAILABILITIES, EVENT_TYPES, type EventType, PAGE_TYPES } from './words.ts'

/** An event that cannot be stored, and why; `index` is its place in the batch as it was sent. */
export interface RefusedEvent {
  readonly index: number
  /** Path inside the event, in the batch's own letters: `i/0/p` is the price of its first item. */
  readonly field: string
  readonly problem: string
}

/** A batch read: the events that stand, and those that do not. */
export interface BatchReading {
  readonly events: readonly ShopEvent[]
  readonly refused: readonly RefusedEvent[]
}

type Row = Readonly<Record<string, unknown>>
type Line = NonNullable<CompactEvent['i']>[number]
type Fault = Omit<RefusedEvent, 'index'>
type Parts = { readonly at: number; readonly seq: number }

/**
 * Unpacks a batch whose outer shape is already checked (`CompactBatch`). Each event stands or falls alone; nothing throws.
 * Letters we do not know are ignored: a newer client may say more than we can hear.
 */
export function unpackBatch(batch: CompactBatch): BatchReading {
  const events: ShopEvent[] = []
  const refused: RefusedEvent[] = []
  let parts: Parts = { at: 0, seq: -1 }
  batch.events.forEach((compact, index) => {
    parts = { at: parts.at + compact.t, seq: compact.s ?? parts.seq + 1 }
    const fault = faultOf(batch, compact, parts)
    if (fault) refused.push({ index, ...fault })
    else events.push(unpackEvent(batch, compact, parts))
  })
  return { events, refused }
}

function unpackEvent(batch: CompactBatch, compact: CompactEvent, { at, seq }: Parts): ShopEvent {
  const heard = entryOf(batch.heard, compact.h)
  const page = entryOf(batch.pages, compact.p)
  const ref = entryOf(batch.refs, compact.r)
  return {
    id: eventId({ at, tab: batch.tab, seq }),
    at,
    type: compact.e as EventType,
    source: batch.source ?? 'web',
    ...(heard && { heard: { adapter: heard[0], confidence: Math.min(1, Math.max(0, heard[1])) } }),
    ...(page && { page: unpack(PAGE_FIELDS, page) as Page }),
    ...(compact.i && { items: compact.i.map(line => unpackLine(batch, line)) }),
    ...unpack(EVENT_FIELDS, compact as Row),
    ...(ref && { ref: unpack(REF_FIELDS, ref) as Ref }),
    ...(compact.d && { data: compact.d })
  }
}

function unpackLine(batch: CompactBatch, line: Line): EventItem {
  const [, quantity = null, index = null] = Array.isArray(line) ? line : []
  return {
    ...(unpack(ITEM_FIELDS, rowOf(batch, line) ?? {}) as EventItem),
    ...(quantity !== null && { quantity }),
    ...(index !== null && { index })
  }
}

function unpack<Of>(fields: readonly Field<Of>[], row: Row): Partial<Of> {
  // A loop and not Object.fromEntries: on the server's hottest path the pairs cost more than the rest of the event.
  const into: Record<string, unknown> = {}
  for (const [letter, code] of fields) if (row[letter] !== undefined) into[code] = row[letter]
  return into as Partial<Of>
}

function rowOf(batch: CompactBatch, line: Line): Row | undefined {
  return entryOf(batch.items, (Array.isArray(line) ? line[0] : line) ?? undefined)
}

function entryOf<Entry>(table: readonly Entry[] | undefined, place: number | undefined): Entry | undefined {
  return place === undefined ? undefined : table?.[place]
}

function faultOf(batch: CompactBatch, event: CompactEvent, { at, seq }: Parts): Fault | undefined {
  if (!EVENT_TYPES.some(type => type === event.e)) return { field: 'e', problem: 'is no event type we know' }
  if (at < 0 || at > MAX_TIME) return { field: 't', problem: 'is no time' }
  if (seq > MAX_SEQ) return { field: 's', problem: 'is beyond the last sequence number' }
  return (
    tableFault('p', event.p, batch.pages, PAGE_FIELDS, ['u', 'k']) ??
    tableFault('r', event.r, batch.refs, REF_FIELDS) ??
    tableFault('h', event.h, batch.heard, []) ??
    rowFault(EVENT_FIELDS, event as Row) ??
    first(event.i, (line, place) => lineFault(batch, line, place)) ??
    moneyFault(batch, event) ??
    dataFault(event.d)
  )
}

/** What is wrong with the row of a table that an event points to. */
function tableFault<Of>(
  name: string,
  place: number | undefined,
  table: readonly unknown[] | undefined,
  fields: readonly Field<Of>[],
  needed: readonly string[] = []
): Fault | undefined {
  if (place === undefined) return undefined
  const row = entryOf(table, place)
  if (row === undefined) return { field: name, problem: 'points outside its table' }
  return rowFault(fields, row as Row, `${name}/`, needed)
}

function lineFault(batch: CompactBatch, line: Line, place: number): Fault | undefined {
  const row = rowOf(batch, line)
  if (!row) return { field: `i/${place}`, problem: 'points outside its table' }
  if (row['i'] === '') return { field: `i/${place}/i`, problem: 'must name the item' }
  return rowFault(ITEM_FIELDS, row, `i/${place}/`, ['i'])
}

function rowFault<Of>(
  fields: readonly Field<Of>[],
  row: Row,
  prefix = '',
  needed: readonly string[] = []
): Fault | undefined {
  for (const [letter, , , kind] of fields) {
    const value = row[letter]
    const fits = value === undefined ? !needed.includes(letter) : FITS[kind](value)
    if (!fits) return { field: prefix + letter, problem: `must be ${SHAPE[kind]}` }
  }
  return undefined
}

/** Minor units mean nothing without their currency. */
function moneyFault(batch: CompactBatch, event: CompactEvent): Fault | undefined {
  const { c, v, x, g } = event as Row
  const money = [
    v,
    x,
    g,
    ...(event.i ?? []).flatMap(line => [rowOf(batch, line)?.['p'], rowOf(batch, line)?.['l']])
  ]
  if (c !== undefined || money.every(amount => amount === undefined)) return undefined
  return { field: 'c', problem: 'must be there, because money is' }
}

function dataFault(data: Row = {}): Fault | undefined {
  if (Object.keys(data).length > MAX_DATA)
    return { field: 'd', problem: `must be at most ${MAX_DATA} parameters` }
  // The schema's pattern for names does not see past a line's end, so its values are looked at once more.
  const nested = Object.keys(data).find(name => !isFlat(data[name]))
  return nested === undefined
    ? undefined
    : { field: `d/${nested}`, problem: 'must be text, a number, or true or false' }
}

function first<Of>(
  values: readonly Of[] | undefined,
  find: (value: Of, place: number) => Fault | undefined
): Fault | undefined {
  let place = 0
  for (const value of values ?? []) {
    const fault = find(value, place++)
    if (fault) return fault
  }
  return undefined
}

const isText = (value: unknown) => typeof value === 'string' && value.length <= MAX_TEXT
const isFlat = (value: unknown) => isText(value) || typeof value === 'boolean' || Number.isFinite(value)
const isOneOf = (words: readonly unknown[]) => (value: unknown) => words.includes(value)

const FITS: Readonly<Record<FieldKind, (value: unknown) => boolean>> = {
  text: isText,
  url: value => safeUrl(value) !== undefined,
  currency: value => typeof value === 'string' && /^[A-Z]{3}$/.test(value),
  money: Number.isSafeInteger,
  count: Number.isFinite,
  path: value => Array.isArray(value) && value.length <= MAX_LEVELS && value.every(isText),
  flag: value => typeof value === 'boolean',
  availability: isOneOf(AVAILABILITIES),
  pageType: isOneOf(PAGE_TYPES)
}

const SHAPE: Readonly<Record<FieldKind, string>> = {
  text: `text of at most ${MAX_TEXT} characters`,
  url: 'an http(s) or relative URL',
  currency: 'three upper-case letters of ISO 4217',
  money: 'whole minor units',
  count: 'a number',
  path: `at most ${MAX_LEVELS} texts`,
  flag: 'true or false',
  availability: 'an availability we know',
  pageType: 'a page type we know'
}
