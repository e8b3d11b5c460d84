import {
  type Availability,
  type EpochMs,
  parseAmount,
  parseAvailability,
  parseCurrency,
  safeUrl
} from '@vitrine/protocol'
import type { CatalogItem } from '../store/catalog.ts'
import { kept, type LineReading, refused } from './refusal.ts'

/** A product as a feed has it: Google Merchant's names to whatever stands there. */
export type FeedRow = Readonly<Record<string, unknown>>

const LABELS = ['custom_label_0', 'custom_label_1', 'custom_label_2', 'custom_label_3', 'custom_label_4']

/**
 * Reads a feed's product in Google Merchant's words (conventions.md §2), one a variant. Titles and descriptions stay
 * the text they are, markup included; a link or picture that could run code refuses the product.
 *
 * @param currency - The shop's own: a price in another is refused, because no rate is known.
 */
export function parseCatalogItem(raw: unknown, currency: string): LineReading<CatalogItem> {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw))
    return refused('line_invalid', '', 'must be an object')
  const row = namesOf(raw as FeedRow)
  const id = textOf(row['id'], 100)
  if (id === undefined) return refused('id_missing', 'id', 'must name the variant')
  const title = textOf(row['title'], 300)
  if (title === undefined) return refused('title_missing', 'title', 'must be text')
  const urls = readUrls(row)
  if (!urls.ok) return urls
  const prices = readPrices(row, currency)
  if (!prices.ok) return prices
  const stock = readStock(row)
  if (!stock.ok) return stock
  return kept({
    id,
    product: textOf(row['item_group_id'], 100) ?? id,
    title,
    ...urls.value,
    ...prices.value,
    ...stock.value,
    category: pathOf(row['product_type'] ?? row['google_product_category']),
    ...texts(row),
    ...some(
      'labels',
      LABELS.flatMap(name => textOf(row[name], 100) ?? [])
    ),
    ...optional('since', timeOf(row['available_since']))
  })
}

function texts(row: FeedRow): Partial<CatalogItem> {
  return {
    ...optional('description', textOf(row['description'], 5000)),
    ...optional('brand', textOf(row['brand'], 100)),
    ...optional('size', textOf(row['size'], 40)),
    // Google writes several colours as "Red/White"; the first is the main one.
    ...optional('color', textOf(textOf(row['color'], 100)?.split('/')[0], 40)),
    ...optional('material', textOf(textOf(row['material'], 100)?.split('/')[0], 40)),
    ...optional('pattern', textOf(row['pattern'], 100)),
    ...optional('gender', textOf(row['gender'], 20)),
    ...optional('sku', textOf(row['sku'] ?? row['mpn'], 100))
  }
}

function readUrls(row: FeedRow): LineReading<{ link: string; image?: string }> {
  const given = textOf(row['link'], 2001)
  if (given === undefined) return refused('link_missing', 'link', 'must be the address of the product page')
  const link = safeUrl(given)
  if (link === undefined || link.length > 1000)
    return refused('link_unsafe', 'link', 'must be an http(s) address of at most 1000 characters')
  const picture = textOf(row['image_link'], 2001)
  const image = picture === undefined ? undefined : safeUrl(picture)
  if (picture !== undefined && (image === undefined || image.length > 1000))
    return refused('image_unsafe', 'image_link', 'must be an http(s) address of at most 1000 characters')
  return kept({ link, ...optional('image', image) })
}

function readPrices(row: FeedRow, currency: string): LineReading<{ price: number; listPrice?: number }> {
  const full = readPrice(row['price'], currency, 'price')
  if (!full.ok) return full
  if (full.value === undefined) return refused('price_missing', 'price', 'must be there')
  const sale = readPrice(row['sale_price'], currency, 'sale_price')
  if (!sale.ok) return sale
  // Feeds write a sale price equal to the price where there is no sale (conventions.md §2).
  const isReduced = sale.value !== undefined && sale.value < full.value
  return kept(isReduced ? { price: sale.value, listPrice: full.value } : { price: full.value })
}

function readPrice(value: unknown, currency: string, field: string): LineReading<number | undefined> {
  const given = typeof value === 'number' ? String(value) : textOf(value, 60)
  if (given === undefined) return kept(undefined)
  // "12.50 GBP" and "GBP 12.50"; without a currency it is the shop's.
  const found = /^(?:([A-Za-z]{3})\s+)?([^A-Za-z]*?)(?:\s*([A-Za-z]{3}))?$/.exec(given)
  const code = parseCurrency(found?.[1] ?? found?.[3] ?? currency)
  if (!found || !code.ok)
    return refused('price_invalid', field, `must be an amount such as 12.50 ${currency}`)
  if (code.value !== currency) return refused('currency_differs', field, `must be in ${currency}`)
  const amount = parseAmount(found[2], currency, field)
  if (!amount.ok) return refused('price_invalid', field, amount.problem)
  return amount.value > 0
    ? kept(amount.value)
    : refused('price_not_positive', field, 'must be at least the smallest unit of the currency')
}

function readStock(row: FeedRow): LineReading<{ availability: Availability; quantity?: number }> {
  const quantity = countOf(row['quantity'] ?? row['inventory'])
  const said = row['availability']
  if (textOf(said, 100) === undefined && quantity !== undefined)
    return kept({ availability: quantity > 0 ? 'in_stock' : 'out_of_stock', quantity })
  const availability = parseAvailability(said)
  if (availability === undefined)
    return refused(
      'availability_unknown',
      'availability',
      'must be in_stock, out_of_stock, preorder or backorder'
    )
  return kept({ availability, ...optional('quantity', quantity) })
}

/** Feeds write `g:id`, `Image Link` and `id` for the same. The first of two equal names counts. */
function namesOf(raw: FeedRow): FeedRow {
  const row: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(raw)) {
    const plain = name
      .trim()
      .toLowerCase()
      .replace(/^g:/, '')
      .replace(/[\s-]+/g, '_')
    if (!Object.hasOwn(row, plain) && plain !== '__proto__') row[plain] = value
  }
  return row
}

function textOf(value: unknown, maxLength: number): string | undefined {
  const text = typeof value === 'number' && Number.isFinite(value) ? String(value) : value
  if (typeof text !== 'string') return undefined
  const trimmed = text.trim().slice(0, maxLength)
  return trimmed === '' ? undefined : trimmed
}

function countOf(value: unknown): number | undefined {
  const count = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
  return typeof count === 'number' && Number.isSafeInteger(count) && count >= 0 ? count : undefined
}

function timeOf(value: unknown): EpochMs | undefined {
  const time =
    typeof value === 'string' && !/^\d+$/.test(value) ? Date.parse(value) : Number(value ?? Number.NaN)
  return Number.isSafeInteger(time) && time >= 0 ? time : undefined
}

function pathOf(value: unknown): string[] {
  const levels = Array.isArray(value) ? value : (textOf(value, 600) ?? '').split('>')
  return levels.flatMap(level => textOf(level, 100) ?? []).slice(0, 5)
}

function optional<Name extends string, Value>(name: Name, value: Value | undefined): { [N in Name]?: Value } {
  return value === undefined ? {} : ({ [name]: value } as { [N in Name]?: Value })
}

function some<Name extends string, Value>(name: Name, list: Value[]): { [N in Name]?: Value[] } {
  return optional(name, list.length > 0 ? list : undefined)
}
