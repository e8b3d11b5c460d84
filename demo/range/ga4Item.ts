import type { DemoProduct, DemoVariant } from '../catalogue/demoProduct.ts'
import { priceOf, priceOfVariant } from './priceOf.ts'

/** An item as GA4's ecommerce events have it, money in pounds. */
export interface Ga4Item {
  readonly item_id: string
  readonly item_group_id: string
  readonly item_name: string
  readonly price: number
  readonly quantity: number
  readonly [parameter: string]: string | number
}

/** A variant as an item of an event. */
export function ga4Variant(product: DemoProduct, variant: DemoVariant, quantity = 1): Ga4Item {
  const { now, before } = priceOfVariant(variant)
  const words = [...variant.colours, ...(variant.size === null ? [] : [variant.size])]
  return {
    item_id: variant.itemId,
    ...shared(product),
    price: now / 100,
    quantity,
    ...(before !== undefined && { list_price: before / 100 }),
    ...(variant.size !== null && { size: variant.size }),
    ...(variant.colours[0] !== undefined && { color: variant.colours[0] }),
    ...(product.variants.length > 1 && words.length > 0 && { item_variant: words.join(' / ') })
  }
}

/** A product in a list, by its first variant's id. */
export function ga4Listed(product: DemoProduct, index: number): Ga4Item {
  const itemId = product.variants[0]?.itemId ?? product.itemGroupId
  return { item_id: itemId, ...shared(product), price: priceOf(product).now / 100, quantity: 1, index }
}

function shared({ itemGroupId, title, brand, path, material }: DemoProduct) {
  const levels = path.map((name, level) => [
    level === 0 ? 'item_category' : `item_category${level + 1}`,
    name
  ])
  return {
    item_group_id: itemGroupId,
    item_name: title,
    ...(brand !== null && { item_brand: brand }),
    ...(material !== null && { material }),
    ...(Object.fromEntries(levels) as Record<string, string>)
  }
}
