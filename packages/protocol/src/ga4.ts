import type { EventItem, Heard, Page, Ref, ShopEvent } from './event.ts'
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
import { parseAmount, parseCurrency, toMajor } from './money.ts'
import { parseAvailability } from './product.ts'
import { safeUrl } from './url.ts'
import { EVENT_TYPES, PAGE_TYPES } from './words.ts'

/** GA4 takes 200 items an event and no more. */
export const MAX_ITEMS = 200
/** As the compact form has it (`CompactBatch`): a longer one would have the whole batch refused. */
const MAX_NAME = 40

/** A payload as GA4's `gtag('event', name, payload)` has it, untrusted. */
export type Ga4Payload = Readonly<Record<string, unknown>>

/** An event before it has an id, a time and a channel: what a call or an adapter hears. */
export type EventBody = Omit<ShopEvent, 'id' | 'at' | 'source'>

/** A field that could not be read, and why. The rest of the event stands. */
export interface Problem {
  readonly field: string
  readonly problem: string
}

/** A body read from a payload, and what of the payload could not be read. */
export interface Ga4Reading {
  readonly body: EventBody
  readonly problems: readonly Problem[]
}

/** What reading an event shares among its parts. */
interface Reader {
  readonly currency: string | undefined
  readonly problems: Problem[]
}

/**
 * Reads a GA4 event as shops really send it: ids as numbers, prices as text, quantities absent (conventions.md §1.1).
 * A name that is none of {@link EVENT_TYPES} becomes `custom` and keeps its name.
 *
 * @param name - GA4's event name.
 * @param payload - GA4's parameters; money in major units.
 * @param shopCurrency - Where the payload names none. Without either, money is refused.
 */
export function parseGa4(name: string, payload: Ga4Payload, shopCurrency?: string): Ga4Reading {
  const currency = orUndefined(parseCurrency(payload['currency'])) ?? orUndefined(parseCurrency(shopCurrency))
  const reader: Reader = { currency, problems: [] }
  const type = typeOf(name)
  const items = readItems(payload['items'], reader)
  const fields = readFields(EVENT_FIELDS, payload, reader)
  return {
    body: {
      type,
      ...defined('heard', readHeard(payload['heard'])),
      ...defined('page', readPage(payload, reader)),
      ...defined('items', items),
      ...fields,
      ...(type === 'custom' && { name: fields.name ?? name.slice(0, MAX_TEXT) }),
      ...(currency !== undefined && carriesMoney(fields, items) && { currency }),
      ...defined('ref', some<Ref>(readFields(REF_FIELDS, payload, reader))),
      ...defined('data', some(readData(payload)))
    },
    problems: reader.problems
  }
}

/** An event as GA4 and our public answers have it: snake_case, money in major units. Money without a currency is left out. */
export function toGa4(event: ShopEvent): Record<string, unknown> {
  const write = <Of>(table: readonly Field<Of>[], from: Readonly<Of>) =>
    writeFields(table, from, event.currency)
  return {
    ...event.data,
    event_id: event.id,
    event: event.type,
    timestamp: event.at,
    source: event.source,
    ...defined('heard', event.heard),
    ...(event.page && write(PAGE_FIELDS, event.page)),
    ...write(EVENT_FIELDS, event),
    ...(event.ref && write(REF_FIELDS, event.ref)),
    ...defined(
      'items',
      event.items?.map(item => write(ITEM_FIELDS, item))
    )
  }
}

/** Other names under which shops send the same thing: GA4's older ones, and its name for our waiting list. */
function typeOf(name: string): ShopEvent['type'] {
  if (name === 'view_search_results') return 'search'
  if (name === 'generate_lead') return 'join_waitlist'
  return EVENT_TYPES.find(type => type === name) ?? 'custom'
}

function readItems(value: unknown, reader: Reader): EventItem[] | undefined {
  if (value === undefined || value === null) return undefined
  if (!Array.isArray(value)) {
    reader.problems.push({ field: 'items', problem: 'must be a list' })
    return undefined
  }
  if (value.length > MAX_ITEMS)
    reader.problems.push({ field: 'items', problem: `only the first ${MAX_ITEMS} are kept` })
  return value.slice(0, MAX_ITEMS).flatMap((raw, at) => readItem(raw, `items/${at}`, reader) ?? [])
}

function readItem(raw: unknown, field: string, reader: Reader): EventItem | undefined {
  if (typeof raw !== 'object' || raw === null) {
    reader.problems.push({ field, problem: 'must be an object' })
    return undefined
  }
  const payload = raw as Ga4Payload
  const itemId = ['item_id', 'id', 'sku', 'item_name'].map(name => readText(payload[name])).find(Boolean)
  if (itemId === undefined) {
    reader.problems.push({ field: `${field}/item_id`, problem: 'must name the item' })
    return undefined
  }
  return { ...readFields(ITEM_FIELDS, payload, reader, `${field}/`), itemId }
}

function readPage(payload: Ga4Payload, reader: Reader): Page | undefined {
  const { url, type = 'other', ...rest } = readFields(PAGE_FIELDS, payload, reader)
  return url === undefined ? undefined : { url, type, ...rest }
}

function readFields<Of>(
  table: readonly Field<Of>[],
  from: Ga4Payload,
  reader: Reader,
  prefix = ''
): Partial<Of> {
  const into: Record<string, unknown> = {}
  for (const [code, name, , kind] of table) {
    const value = kind === 'path' ? levelsOf(from, name) : from[name]
    // Plugins write "" and null where they know nothing (conventions.md §1.1): that is absence, not an error.
    if (value === undefined || value === null || value === '') continue
    const read = readValue(kind, value, reader.currency)
    if (read === undefined) reader.problems.push({ field: prefix + name, problem: `must be ${SHAPE[kind]}` })
    else into[code] = read
  }
  return into as Partial<Of>
}

function readValue(kind: FieldKind, value: unknown, currency: string | undefined): unknown {
  switch (kind) {
    case 'text':
      return readText(value)
    case 'url':
      return safeUrl(value)
    case 'currency':
      return orUndefined(parseCurrency(value))
    case 'money':
      return currency === undefined ? undefined : orUndefined(parseAmount(value, currency))
    case 'count':
      return readCount(value)
    case 'path':
      return value
    case 'flag':
      return typeof value === 'boolean' ? value : undefined
    case 'availability':
      return parseAvailability(value)
    case 'pageType':
      return PAGE_TYPES.find(type => type === value)
  }
}

const SHAPE: Readonly<Record<FieldKind, string>> = {
  text: 'text',
  url: 'an http(s) or relative URL',
  currency: 'three letters of ISO 4217',
  money: 'an amount in a known currency',
  count: 'a number',
  path: 'text',
  flag: 'true or false',
  availability: 'an availability we know',
  pageType: 'a page type we know'
}

function readText(value: unknown): string | undefined {
  const text = typeof value === 'number' && Number.isFinite(value) ? String(value) : value
  return (typeof text === 'string' && text.trim().slice(0, MAX_TEXT)) || undefined
}

function readCount(value: unknown): number | undefined {
  const count = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
  return typeof count === 'number' && Number.isFinite(count) ? count : undefined
}

function levelsOf(from: Ga4Payload, name: string): string[] | undefined {
  const [first, ...rest] = Array.from({ length: MAX_LEVELS }, (_, i) => from[name + (i === 0 ? '' : i + 1)])
  const levels: unknown[] = Array.isArray(first) ? first : [first, ...rest]
  const path = levels.flatMap(level => readText(level) ?? [])
  return path.length > 0 ? path.slice(0, MAX_LEVELS) : undefined
}

function readHeard(value: unknown): Heard | undefined {
  const heard = (value ?? {}) as Ga4Payload
  const adapter = readText(heard['adapter'])?.slice(0, MAX_NAME)
  const confidence = readCount(heard['confidence'])
  if (adapter === undefined || confidence === undefined) return undefined
  return { adapter, confidence: Math.min(1, Math.max(0, confidence)) }
}

function readData(payload: Ga4Payload): Record<string, string | number | boolean> {
  const flat = Object.entries(payload).flatMap(([name, value]) => {
    const kept = typeof value === 'string' ? readText(value) : value
    return isFlat(kept) && !isTaken(name) ? [[name.slice(0, MAX_NAME), kept] as const] : []
  })
  return Object.fromEntries(flat.slice(0, MAX_DATA))
}

function isFlat(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value)
}

/** Whether a parameter has a meaning of its own, and so is not kept as one of the shop's. */
function isTaken(name: string): boolean {
  return (
    ['', '__proto__', 'items', 'heard', 'event', 'event_id', 'timestamp', 'source'].includes(name) ||
    [EVENT_FIELDS, REF_FIELDS, PAGE_FIELDS].some(table => table.some(field => field[1] === name))
  )
}

function carriesMoney(fields: Partial<ShopEvent>, items: readonly EventItem[] = []): boolean {
  const own = fields.value ?? fields.tax ?? fields.shipping
  return own !== undefined || items.some(item => (item.price ?? item.listPrice) !== undefined)
}

function writeFields<Of>(
  table: readonly Field<Of>[],
  from: Readonly<Of>,
  currency: string | undefined
): Record<string, unknown> {
  return Object.fromEntries(
    table.flatMap(([code, name, , kind]) => writeField(name, kind, from[code], currency))
  )
}

function writeField(
  name: string,
  kind: FieldKind,
  value: unknown,
  currency: string | undefined
): (readonly [string, unknown])[] {
  if (value === undefined) return []
  if (kind === 'path')
    return (value as readonly string[]).map((level, at) => [at === 0 ? name : name + (at + 1), level])
  if (kind !== 'money') return [[name, value]]
  return currency === undefined ? [] : [[name, toMajor(value as number, currency)]]
}

function orUndefined<Value>(result: { ok: true; value: Value } | { ok: false }): Value | undefined {
  return result.ok ? result.value : undefined
}

function defined<Name extends string, Value>(name: Name, value: Value | undefined): { [N in Name]?: Value } {
  return value === undefined ? {} : ({ [name]: value } as { [N in Name]?: Value })
}

function some<Of extends object>(value: Of): Of | undefined {
  return Object.keys(value).length > 0 ? value : undefined
}
