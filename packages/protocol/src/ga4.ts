import type { EventItem, Heard, ShopEvent } from './event.ts'
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
import { known } from './known.ts'
import { parseAmount, parseCurrency, toMajor } from './money.ts'
import { parseAvailability } from './product.ts'
import type { Result } from './result.ts'
import { flag, number } from './shape.ts'
import { safeUrl } from './url.ts'
import { EVENT_TYPES, PAGE_TYPES } from './words.ts'

/** GA4 takes 200 items an event and no more. */
export const MAX_ITEMS = 200
/** As the compact form has it (`CompactBatch`): a longer one would have the whole batch refused. */
const MAX_NAME = 40
/** What follows the name of a path at each of its levels. */
const LEVELS = ['', '2', '3', '4', '5']

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

/** A payload of our own, to take from. */
type Json = Record<string, unknown>

/** What reading an event shares among its parts. */
interface Reader {
  readonly currency: string | undefined
  readonly problems: Problem[]
  /** Whether an amount was read. */
  hasMoney: boolean
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
  const currency = READ.currency(payload['currency']) ?? READ.currency(shopCurrency)
  const reader: Reader = { currency, problems: [], hasMoney: false }
  const type = typeOf(name)
  const { items: lines, heard, ...rest } = payload
  const items = readItems(lines, reader)
  const fields = takeFields(EVENT_FIELDS, rest, reader)
  const { url, type: kind = 'other', ...page } = takeFields(PAGE_FIELDS, rest, reader)
  const body = known({
    ...fields,
    type,
    heard: readHeard(heard),
    page: url && { url, type: kind, ...page },
    items,
    name: type === 'custom' ? (fields.name ?? name.slice(0, MAX_TEXT)) : fields.name,
    currency: reader.hasMoney ? currency : fields.currency,
    ref: some(takeFields(REF_FIELDS, rest, reader)),
    data: some(readData(rest))
  })
  return { body: body as EventBody, problems: reader.problems }
}

/** An event as GA4 and our public answers have it: snake_case, money in major units. Money without a currency is left out. */
export function toGa4(event: ShopEvent): Record<string, unknown> {
  const write = <Of>(table: readonly Field<Of>[], from: Readonly<Of> | undefined) =>
    writeFields(table, from, event.currency)
  return known({
    ...event.data,
    event_id: event.id,
    event: event.type,
    timestamp: event.at,
    source: event.source,
    heard: event.heard,
    ...write(PAGE_FIELDS, event.page),
    ...write(EVENT_FIELDS, event),
    ...write(REF_FIELDS, event.ref),
    items: event.items?.map(item => write(ITEM_FIELDS, item))
  })
}

/** Other names under which shops send the same thing: GA4's older ones, and its name for our waiting list. */
function typeOf(name: string): ShopEvent['type'] {
  if (name === 'view_search_results') return 'search'
  if (name === 'generate_lead') return 'join_waitlist'
  return EVENT_TYPES.find(type => type === name) ?? 'custom'
}

function readItems(value: unknown, reader: Reader): EventItem[] | undefined {
  if (value === undefined || value === null) return undefined
  const tell = (field: string, problem: string) => void reader.problems.push({ field, problem })
  if (!Array.isArray(value)) return tell('items', 'is no list')
  if (value.length > MAX_ITEMS) tell('items', `has more than ${MAX_ITEMS}`)
  return value.slice(0, MAX_ITEMS).flatMap((raw, at) => {
    const field = `items/${at}/`
    const payload: Json = { ...raw }
    const fields = takeFields(ITEM_FIELDS, payload, reader, field)
    const itemId = fields.itemId ?? readText(payload['id']) ?? fields.sku ?? fields.name
    return itemId ? { ...fields, itemId } : (tell(`${field}item_id`, 'is no text') ?? [])
  })
}

/** Takes what the table names out of a payload: what remains of an event's is the shop's own. */
function takeFields<Of>(table: readonly Field<Of>[], from: Json, reader: Reader, prefix = ''): Partial<Of> {
  const into: Record<string, unknown> = {}
  for (const [, code, name, kind] of table) {
    const value = kind === 'path' ? levelsOf(from, name) : from[name]
    delete from[name]
    // Plugins write "" and null where they know nothing (conventions.md §1.1): that is absence, not an error.
    if (value === undefined || value === null || value === '') continue
    const read = READ[kind](value, reader.currency)
    if (read === undefined) reader.problems.push({ field: prefix + name, problem: `is no ${kind}` })
    else into[code] = read
    reader.hasMoney ||= kind === 'money' && read !== undefined
  }
  return into as Partial<Of>
}

const READ = {
  text: readText,
  url: safeUrl,
  currency: (value: unknown) => orUndefined(parseCurrency(value)),
  money: (value: unknown, currency?: string) => currency && orUndefined(parseAmount(value, currency)),
  count: readCount,
  path: (levels: unknown) => levels,
  flag,
  availability: parseAvailability,
  pageType: (value: unknown) => PAGE_TYPES.find(type => type === value)
} satisfies Record<FieldKind, (value: unknown, currency?: string) => unknown>

function readText(value: unknown): string | undefined {
  const text = typeof value === 'string' || Number.isFinite(value) ? String(value).trim() : ''
  return text.slice(0, MAX_TEXT) || undefined
}

function readCount(value: unknown): number | undefined {
  return number(Number(readText(value)))
}

function levelsOf(from: Ga4Payload, name: string): string[] | undefined {
  const levels: unknown = from[name]
  const all: unknown[] = Array.isArray(levels) ? levels : LEVELS.map(level => from[name + level])
  return some(all.flatMap(level => readText(level) ?? []).slice(0, MAX_LEVELS))
}

function readHeard(value: unknown): Heard | undefined {
  const heard = (value ?? {}) as Ga4Payload
  const adapter = readText(heard['adapter'])?.slice(0, MAX_NAME)
  const confidence = readCount(heard['confidence'])
  if (adapter === undefined || confidence === undefined) return undefined
  return { adapter, confidence: Math.min(1, Math.max(0, confidence)) }
}

/** The shop's own flat parameters. The names that `toGa4` gives to what is not in a table are ours. */
function readData(rest: Ga4Payload): Record<string, string | number | boolean> {
  const flat = Object.entries(rest).flatMap(([name, value]) => {
    const kept =
      typeof value === 'boolean' ? value : typeof value === 'string' ? readText(value) : number(value)
    const isOurs = /^(|__proto__|event|event_id|timestamp|source)$/.test(name)
    return kept === undefined || isOurs ? [] : [[name.slice(0, MAX_NAME), kept] as const]
  })
  return Object.fromEntries(flat.slice(0, MAX_DATA))
}

function writeFields<Of>(
  table: readonly Field<Of>[],
  from: Readonly<Of> | undefined,
  currency: string | undefined
): Record<string, unknown> {
  const into: Record<string, unknown> = {}
  for (const [, code, name, kind] of table) {
    const value: unknown = from?.[code]
    if (value === undefined) continue
    if (kind === 'path')
      (value as string[]).forEach((level, at) => {
        into[name + LEVELS[at]] = level
      })
    else if (kind !== 'money') into[name] = value
    else if (currency) into[name] = toMajor(Number(value), currency)
  }
  return into
}

function orUndefined<Value>(result: Result<Value>): Value | undefined {
  return result.ok ? result.value : undefined
}

function some<Of extends object>(value: Of): Of | undefined {
  return Object.keys(value).length > 0 ? value : undefined
}
