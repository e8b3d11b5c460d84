import { type EpochMs, importedEventId, type OrderLine, parseAmount, type Source } from '@vitrine/protocol'
import { validateOrderLine } from '@vitrine/protocol/schema'
import { MAX_AMOUNT } from '../ingest/moneyFault.ts'
import type { StoredLine } from '../store/orders.ts'
import type { Shop } from '../store/shops.ts'
import { kept, type LineReading, refused } from './refusal.ts'

/** Tills run ahead, and some write local time as if it were UTC: a day covers both. */
const MAX_AHEAD_MS = 24 * 60 * 60 * 1000

/** Where a line belongs. */
export interface OrderSetting {
  readonly shop: Shop
  readonly source: Source
  readonly now: EpochMs
  /** Whether the catalogue holds this id: what it holds is a product whatever its code looks like. */
  readonly isInCatalog: (id: string) => boolean
}

/**
 * Reads a line of `POST orders`. An item that the catalogue does not hold is kept, because a shop's past is full of
 * what it no longer sells and the order was real; a code that stands for postage or an adjustment is not.
 */
export function parseOrderLine(line: unknown, setting: OrderSetting): LineReading<StoredLine> {
  const read = validateOrderLine(line)
  if (!read.ok) return refused('line_invalid', read.field, read.problem)
  const raw = read.value
  const item = String(raw.item_id).trim()
  if (setting.shop.notProducts.includes(item.toUpperCase()) && !setting.isInCatalog(item))
    return refused('not_a_product', 'item_id', `${item} stands for money that is no goods`)
  if (raw.quantity === 0) return refused('quantity_zero', 'quantity', 'must not be 0')
  if (!Number.isSafeInteger(raw.quantity))
    return refused('quantity_not_whole', 'quantity', 'must be a whole number')
  if (raw.timestamp > setting.now + MAX_AHEAD_MS)
    return refused('timestamp_in_future', 'timestamp', 'must not be in the future')
  const price = readPrice(raw, setting.shop.currency)
  return price.ok ? kept(storedLine(raw, item, price.value, setting)) : price
}

function readPrice({ price, currency, quantity }: OrderLine, shopCurrency: string): LineReading<number> {
  if (currency !== undefined && currency.toUpperCase() !== shopCurrency)
    return refused('currency_differs', 'currency', `must be ${shopCurrency}, the shop's own`)
  const amount = parseAmount(price, shopCurrency)
  if (!amount.ok) return refused('price_invalid', 'price', amount.problem)
  if (amount.value <= 0)
    return refused('price_not_positive', 'price', 'must be at least the smallest unit of the currency')
  if (amount.value * Math.abs(quantity) > MAX_AMOUNT)
    return refused('price_invalid', 'price', `times the quantity must be at most ${MAX_AMOUNT} minor units`)
  return kept(amount.value)
}

function storedLine(raw: OrderLine, item: string, price: number, setting: OrderSetting): StoredLine {
  const { shop, source } = setting
  const orderId = String(raw.order_id)
  const { line, timestamp: at, customer_id: customer, country } = raw
  return {
    id: importedEventId({ shop: shop.id, source, invoice: orderId, line, at }),
    orderId,
    line,
    at,
    ...(customer !== undefined && customer !== null && { customer: String(customer) }),
    item,
    quantity: Math.abs(raw.quantity),
    price,
    // The quantity alone says so: shops number orders as they like, and C1001 may be a sale.
    refund: raw.quantity < 0,
    source,
    ...(country !== undefined && { country })
  }
}
