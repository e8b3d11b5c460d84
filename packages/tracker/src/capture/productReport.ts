import { type Heard, toGa4, toMajor } from '@vitrine/protocol'
import type { HeardProduct } from './heardProduct.ts'

/** A product as `debug()` shows it: GA4's names, money in major units, and who said each field. */
export type ProductReport = Readonly<Record<string, unknown>> & {
  readonly sources: Readonly<Record<string, Heard>>
}

// What GA4 calls a field of ours, found by asking it for an item that has them all.
const NAMES: Readonly<Record<string, string>> = {
  itemId: 'item_id',
  itemGroupId: 'item_group_id',
  name: 'item_name',
  brand: 'item_brand',
  category: 'item_category',
  variant: 'item_variant',
  listPrice: 'list_price'
}

/** Writes the product of a page for a person or a monitor to read. */
export function productReport(product: HeardProduct | null): ProductReport | null {
  if (!product) return null
  const { item, currency, range, sources } = product
  const event = {
    id: '',
    at: 0,
    type: 'view_item',
    source: 'web',
    items: [item],
    ...(currency && { currency })
  } as const
  const [written] = toGa4(event)['items'] as Record<string, unknown>[]
  return {
    ...written,
    ...(item.category && { item_category: item.category }),
    ...(currency && { currency }),
    ...(range &&
      currency && { price_range: { min: toMajor(range[0], currency), max: toMajor(range[1], currency) } }),
    sources: Object.fromEntries(
      Object.entries(sources).map(([field, heard]) => [NAMES[field] ?? field, heard])
    )
  }
}
