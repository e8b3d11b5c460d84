import type { DemoProduct, DemoVariant } from '../catalogue/demoProduct.ts'
import { type Ga4Item, ga4Variant } from '../range/ga4Item.ts'

/** Something somebody once did, in GA4's words. */
export interface PastEvent {
  /** How long ago, in minutes. */
  readonly minutesAgo: number
  readonly name: string
  readonly payload: Readonly<Record<string, unknown>>
}

/** When, and of which products; `size` where it is one they always take, `quantity` where it is not one piece. */
interface Done {
  readonly daysAgo: number
  readonly products: readonly DemoProduct[]
  readonly size?: string
  readonly quantity?: number
}

const DAY_MINUTES = 24 * 60

/** A visit: one product after another, two minutes each. */
export function visit({ daysAgo, products, size }: Done): readonly PastEvent[] {
  return products.map((product, at) => {
    const items = [itemOf(product, size)]
    return past(daysAgo, at * 2, 'view_item', { currency: 'GBP', value: worth(items), items })
  })
}

/** An hour after the visit of the same day began. */
export function order(id: string, { daysAgo, products, size, quantity }: Done): readonly PastEvent[] {
  if (products.length === 0) return []
  const items = products.map(product => itemOf(product, size, quantity))
  return [past(daysAgo, 60, 'purchase', { transaction_id: id, currency: 'GBP', value: worth(items), items })]
}

/** Put into the basket, one after another, towards the end of the visit. */
export function added(done: Done): readonly PastEvent[] {
  return moved('add_to_cart', done, 40)
}

/** Looked for in a size that was gone. */
export function missed(done: Done): readonly PastEvent[] {
  return moved('sold_out_size', done, 55)
}

/** Put back after they were tried on. */
export function putBack(done: Done): readonly PastEvent[] {
  return moved('remove_from_cart', done, 50)
}

/** Looked for, just before the visit. */
export function search(daysAgo: number, words: string): readonly PastEvent[] {
  return [past(daysAgo, -3, 'search', { search_term: words })]
}

/** The variant of this size, else the first. */
export function variantOf(product: DemoProduct, size?: string): DemoVariant {
  const variant = product.variants.find(one => one.size === size) ?? product.variants[0]
  if (!variant) throw new RangeError(`${product.itemGroupId} has no variant`)
  return variant
}

function moved(name: string, { daysAgo, products, size }: Done, after: number): readonly PastEvent[] {
  return products.map((product, at) => {
    const items = [itemOf(product, size)]
    return past(daysAgo, after + at, name, { currency: 'GBP', value: worth(items), items })
  })
}

function past(daysAgo: number, after: number, name: string, payload: PastEvent['payload']): PastEvent {
  return { minutesAgo: daysAgo * DAY_MINUTES - after, name, payload }
}

function itemOf(product: DemoProduct, size?: string, quantity?: number): Ga4Item {
  return ga4Variant(product, variantOf(product, size), quantity)
}

function worth(items: readonly Ga4Item[]): number {
  return Math.round(items.reduce((sum, { price, quantity }) => sum + price * quantity * 100, 0)) / 100
}
