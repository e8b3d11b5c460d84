import { randomBytes } from 'node:crypto'
import { picturePath, productPath } from '../catalogue/feed.ts'
import { type Ga4Item, ga4Variant } from '../range/ga4Item.ts'
import type { Range } from '../range/openRange.ts'
import type { Stock } from '../range/openStock.ts'
import { priceOfVariant } from '../range/priceOf.ts'
import { type Discount, type OrderSum, orderSum } from './orderSum.ts'

/** Ours have at most thirty; what is longer is cut, and is none. */
const MOST_CODE_SIGNS = 64

/** One thing in an order, at the price that was asked. */
export interface ShopOrderLine {
  readonly item: Ga4Item
  readonly pence: number
  readonly image: string
  readonly link: string
}

/** An order of this demo. It holds goods and no person. */
export interface ShopOrder {
  readonly id: string
  readonly lines: readonly ShopOrderLine[]
  readonly discount?: Discount
  readonly sum: OrderSum
}

/** What a basket asks for. */
export interface Wanted {
  readonly itemId: string
  readonly quantity: number
}

/** An order, or why there is none. */
export type Placed =
  | { readonly ok: true; readonly order: ShopOrder }
  | {
      readonly ok: false
      readonly problem: string
      /** The goods are there: it is the code that is not good. */
      readonly isCode?: boolean
    }

/** Makes an order of what is wanted at today's prices, and takes it off the shelf. Refused as a whole when a piece is missing. */
export function placeOrder(wanted: readonly Wanted[], range: Range, stock: Stock, id: string): Placed {
  if (wanted.length === 0) return { ok: false, problem: 'Your basket is empty.' }
  const things = together(wanted)
  const found = things.flatMap(({ itemId, quantity }) => {
    const hit = range.variant(itemId)
    return hit ? [{ ...hit, quantity }] : []
  })
  if (found.length < things.length)
    return { ok: false, problem: 'Something in your basket is no longer sold.' }
  const missing = found.find(({ variant, quantity }) => stock.of(variant) < quantity)
  if (missing) {
    return {
      ok: false,
      problem: `There are only ${stock.of(missing.variant)} of “${missing.variant.title}” left.`
    }
  }
  for (const { variant, quantity } of found) stock.set(variant.itemId, stock.of(variant) - quantity)
  const lines = found.map(({ product, variant, quantity }) => ({
    item: ga4Variant(product, variant, quantity),
    pence: priceOfVariant(variant).now,
    image: picturePath(product, variant),
    link: productPath(product)
  }))
  const goodsPence = lines.reduce((sum, { pence, item }) => sum + pence * item.quantity, 0)
  return { ok: true, order: { id, lines, sum: orderSum(goodsPence) } }
}

/** A number that says nothing of how many orders there are. */
export function newOrderId(): string {
  return `FF-${randomBytes(5).toString('hex').toUpperCase()}`
}

/** Puts the goods of an order that came to nothing back on the shelf. */
export function putBack({ lines }: ShopOrder, range: Range, stock: Stock): void {
  for (const { item } of lines) {
    const variant = range.variant(item.item_id)?.variant
    if (variant) stock.set(variant.itemId, stock.of(variant) + item.quantity)
  }
}

/** What goods cost today, in pence; what is no longer sold costs nothing here, and the till refuses it. */
export function worthOf(wanted: readonly Wanted[], range: Range): number {
  return wanted.reduce((sum, { itemId, quantity }) => {
    const variant = range.variant(itemId)?.variant
    return sum + (variant ? priceOfVariant(variant).now * quantity : 0)
  }, 0)
}

/** A thing that stands on two lines is one thing wanted twice: looked at line by line, the shelf would seem full enough. */
function together(wanted: readonly Wanted[]): readonly Wanted[] {
  const quantities = new Map<string, number>()
  for (const { itemId, quantity } of wanted) quantities.set(itemId, (quantities.get(itemId) ?? 0) + quantity)
  return [...quantities].map(([itemId, quantity]) => ({ itemId, quantity }))
}

/** Reads a basket as the page's script posts it: at most 100 different things, at most 99 of each. */
export function parseWanted(body: unknown): readonly Wanted[] {
  const lines: unknown = typeof body === 'object' && body !== null && 'lines' in body ? body.lines : []
  if (!Array.isArray(lines)) return []
  return lines.slice(0, 100).flatMap(line => {
    const { itemId, quantity } = (line ?? {}) as Partial<Record<keyof Wanted, unknown>>
    const isLine = typeof itemId === 'string' && typeof quantity === 'number' && Number.isInteger(quantity)
    return isLine && quantity >= 1 && quantity <= 99 ? [{ itemId, quantity }] : []
  })
}

/** Reads a discount code as the page's script posts it; none when there is none. */
export function parseCode(body: unknown): string | undefined {
  const code: unknown = typeof body === 'object' && body !== null && 'code' in body ? body.code : undefined
  const text = typeof code === 'string' ? code.trim().slice(0, MOST_CODE_SIGNS).toUpperCase() : ''
  return text === '' ? undefined : text
}
