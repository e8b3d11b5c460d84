import type { EventItem, Heard, Page, Ref, ShopEvent } from './event.ts'
import { EVENT_FIELDS, type Field, type FieldKind, ITEM_FIELDS, REF_FIELDS } from './fields.ts'
import { parseAmount, parseCurrency, toMajor } from './money.ts'
import { parseAvailability } from './product.ts'
import { EVENT_TYPES, type EventType, PAGE_TYPES, type PageType } from './words.ts'

/** GA4 takes 200 items an event and no more. */
export const MAX_ITEMS = 200
/** Further parameters kept of an event; GA4 takes 25 to 27. */
const MAX_DATA = 30
/** No honest name, id or URL is longer; what is longer is cut. */
const MAX_TEXT = 1000
const CATEGORY_LEVELS = 5

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

// Other names under which shops send the same thing: GA4's older ones, and its name for our waiting list.
const ALIASES: Readonly<Record<string, EventType>> = {
  view_search_results: 'search',
  generate_lead: 'join_waitlist'
}
const TYPES: ReadonlySet<string> = new Set(EVENT_TYPES)
const PAGES: ReadonlySet<string> = new Set(PAGE_TYPES)
const PAGE_NAMES = ['page_location', 'page_referrer', 'page_title', 'page_type']
const TAKEN: ReadonlySet<string> = new Set([
  ...EVENT_FIELDS.map(([, name]) => name),
  ...REF_FIELDS.map(([, name]) => name),
  ...PAGE_NAMES,
  ...['items', 'heard', 'event', 'event_id', 'timestamp', 'source']
])

/**
 * Reads a GA4 event as shops really send it: ids as numbers, prices as text, quantities absent (conventions.md §1.1).
 * A name that is none of {@link EVENT_TYPES} becomes `custom` and keeps its name.
 *
 * @param name - GA4's event name.
 * @param payload - GA4's parameters; money in major units.
 * @param shopCurrency - Where the payload names none. Without either, money is refused.
 */
export function parseGa4(name: string, payload: Ga4Payload, shopCurrency?: string): Ga4Reading {
  const problems: Problem[] = []
  const currency = readCurrency(payload, shopCurrency, problems)
  const type = ALIASES[name] ?? (TYPES.has(name) ? (name as EventType) : 'custom')
  const items = readItems(payload['items'], currency, problems)
  const fields = readFields<ShopEvent>(EVENT_FIELDS, payload, currency, '', problems)
  const body = {
    type,
    ...defined('heard', readHeard(payload['heard'])),
    ...defined('page', readPage(payload)),
    ...defined('items', items),
    ...fields,
    ...(type === 'custom' ? { name: fields.name ?? name.slice(0, MAX_TEXT) } : undefined),
    ...defined('currency', currency !== undefined && carriesMoney(fields, items) ? currency : undefined),
    ...defined('ref', some(readFields<Ref>(REF_FIELDS, payload, undefined, '', problems))),
    ...defined('data', some(readData(payload)))
  } satisfies EventBody
  if (body.currency !== undefined || !('currency' in fields)) return { body, problems }
  const { currency: _unused, ...rest } = body
  return { body: rest, problems }
}

/** An event as GA4 and our public answers have it: snake_case, money in major units. */
export function toGa4(event: ShopEvent): Record<string, unknown> {
  const { currency } = event
  return {
    event_id: event.id,
    event: event.type,
    timestamp: event.at,
    source: event.source,
    ...defined('heard', event.heard),
    ...(event.page && {
      page_location: event.page.url,
      page_type: event.page.type,
      ...defined('page_referrer', event.page.referrer),
      ...defined('page_title', event.page.title)
    }),
    ...writeFields(EVENT_FIELDS, event, currency),
    ...(event.ref && writeFields(REF_FIELDS, event.ref, currency)),
    ...(event.items && { items: event.items.map(item => writeFields(ITEM_FIELDS, item, currency)) }),
    ...event.data
  }
}

function readCurrency(
  payload: Ga4Payload,
  fallback: string | undefined,
  problems: Problem[]
): string | undefined {
  if (payload['currency'] === undefined || payload['currency'] === '') return fallback
  const read = parseCurrency(payload['currency'])
  if (read.ok) return read.value
  problems.push({ field: read.field, problem: read.problem })
  return fallback
}

function readItems(
  value: unknown,
  currency: string | undefined,
  problems: Problem[]
): EventItem[] | undefined {
  if (value === undefined || value === null) return undefined
  if (!Array.isArray(value)) {
    problems.push({ field: 'items', problem: 'must be a list' })
    return undefined
  }
  if (value.length > MAX_ITEMS)
    problems.push({ field: 'items', problem: `only the first ${MAX_ITEMS} are kept` })
  return value
    .slice(0, MAX_ITEMS)
    .flatMap((raw, at) => readItem(raw, currency, `items/${at}`, problems) ?? [])
}

function readItem(
  raw: unknown,
  currency: string | undefined,
  field: string,
  problems: Problem[]
): EventItem | undefined {
  if (typeof raw !== 'object' || raw === null) {
    problems.push({ field, problem: 'must be an object' })
    return undefined
  }
  const fields = raw as Ga4Payload
  const itemId = [fields['item_id'], fields['id'], fields['sku'], fields['item_name']]
    .map(readText)
    .find(Boolean)
  if (itemId === undefined) {
    problems.push({ field: `${field}/item_id`, problem: 'must name the item' })
    return undefined
  }
  const { availability, ...rest } = readFields<EventItem>(
    ITEM_FIELDS,
    fields,
    currency,
    `${field}/`,
    problems
  )
  return { ...rest, itemId, ...defined('availability', parseAvailability(availability)) }
}

function readFields<Of>(
  table: readonly Field<Of>[],
  from: Ga4Payload,
  currency: string | undefined,
  prefix: string,
  problems: Problem[]
): Partial<Of> {
  const into: Record<string, unknown> = {}
  for (const [code, name, , kind] of table) {
    const value = kind === 'path' ? readPath(from, name) : from[name]
    // Plugins write "" and null where they know nothing (conventions.md §1.1): that is absence, not an error.
    if (value === undefined || value === null || value === '') continue
    const read = readValue(kind, value, currency)
    if (read === undefined) problems.push({ field: prefix + name, problem: PROBLEM[kind] })
    else into[code] = read
  }
  return into as Partial<Of>
}

const PROBLEM: Readonly<Record<FieldKind, string>> = {
  text: 'must be text',
  money: 'must be an amount in a known currency',
  count: 'must be a number',
  path: 'must be text',
  flag: 'must be true or false'
}

function readValue(kind: FieldKind, value: unknown, currency: string | undefined): unknown {
  if (kind === 'text') return readText(value)
  if (kind === 'path') return value
  if (kind === 'flag') return typeof value === 'boolean' ? value : undefined
  if (kind === 'count') return readCount(value)
  const amount = currency === undefined ? undefined : parseAmount(value, currency)
  return amount?.ok ? amount.value : undefined
}

function readText(value: unknown): string | undefined {
  const text = typeof value === 'number' && Number.isFinite(value) ? String(value) : value
  return typeof text === 'string' && text.trim() !== '' ? text.trim().slice(0, MAX_TEXT) : undefined
}

function readCount(value: unknown): number | undefined {
  const count = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
  return typeof count === 'number' && Number.isFinite(count) ? count : undefined
}

function readPath(from: Ga4Payload, name: string): string[] | undefined {
  const first = from[name]
  const levels = Array.isArray(first)
    ? first
    : [first, ...Array.from({ length: CATEGORY_LEVELS - 1 }, (_, i) => from[`${name}${i + 2}`])]
  const path = levels.map(readText).filter(level => level !== undefined)
  return path.length > 0 ? path.slice(0, CATEGORY_LEVELS) : undefined
}

function readPage(payload: Ga4Payload): Page | undefined {
  const url = readText(payload['page_location'])
  if (url === undefined) return undefined
  const type = payload['page_type']
  return {
    url,
    type: typeof type === 'string' && PAGES.has(type) ? (type as PageType) : 'other',
    ...defined('referrer', readText(payload['page_referrer'])),
    ...defined('title', readText(payload['page_title']))
  }
}

function readHeard(value: unknown): Heard | undefined {
  const heard = typeof value === 'object' && value !== null ? (value as Ga4Payload) : {}
  const adapter = readText(heard['adapter'])
  const confidence = readCount(heard['confidence'])
  if (adapter === undefined || confidence === undefined) return undefined
  return { adapter, confidence: Math.min(1, Math.max(0, confidence)) }
}

function readData(payload: Ga4Payload): Record<string, string | number | boolean> {
  const flat = Object.entries(payload).flatMap(([name, value]) => {
    if (TAKEN.has(name) || name === '__proto__') return []
    const kept =
      typeof value === 'boolean' ? value : typeof value === 'number' ? readCount(value) : readText(value)
    return kept === undefined ? [] : [[name.slice(0, 40), kept] as const]
  })
  return Object.fromEntries(flat.slice(0, MAX_DATA))
}

function carriesMoney(fields: Partial<ShopEvent>, items: readonly EventItem[] | undefined): boolean {
  const own = fields.value ?? fields.tax ?? fields.shipping
  return own !== undefined || (items ?? []).some(item => (item.price ?? item.listPrice) !== undefined)
}

function writeFields<Of>(
  table: readonly Field<Of>[],
  from: Readonly<Of>,
  currency: string | undefined
): Record<string, unknown> {
  const into: Record<string, unknown> = {}
  for (const [code, name, , kind] of table) {
    const value: unknown = from[code]
    if (value === undefined) continue
    if (kind === 'path') {
      ;(value as readonly string[]).forEach((level, at) => {
        into[at === 0 ? name : `${name}${at + 1}`] = level
      })
    } else
      into[name] = kind === 'money' && currency !== undefined ? toMajor(value as number, currency) : value
  }
  return into
}

function defined<Name extends string, Value>(name: Name, value: Value | undefined): { [N in Name]?: Value } {
  return value === undefined ? {} : ({ [name]: value } as { [N in Name]?: Value })
}

function some<Of extends object>(value: Of): Of | undefined {
  return Object.keys(value).length > 0 ? value : undefined
}
