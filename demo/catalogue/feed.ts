import type { DemoProduct, DemoVariant } from './demoProduct.ts'
import { priceText } from './penceOf.ts'
import { demoProducts } from './products.ts'

/** One entry of the catalogue import: a variant in Google Merchant's words. */
export interface FeedItem {
  readonly id: string
  readonly item_group_id: string
  readonly title: string
  readonly description: string
  readonly link: string
  readonly image_link: string
  readonly brand?: string
  readonly product_type: string
  readonly price: string
  readonly sale_price?: string
  readonly availability: 'in_stock' | 'out_of_stock'
  readonly quantity: number
  readonly condition: 'new'
  readonly identifier_exists: 'no'
  readonly size?: string
  readonly color?: string
  readonly material?: string
  readonly pattern?: string
  readonly gender?: string
  readonly age_group?: 'adult'
  /** The kind. */
  readonly custom_label_0: string
  /** The occasion. */
  readonly custom_label_1?: string
  /** The theme. */
  readonly custom_label_2?: string
  /** When the shop first had it, ISO 8601. */
  readonly available_since: string
}

/** The path of a product's page in the shop. */
export const productPath = ({ slug, itemGroupId }: DemoProduct): string => `/product/${slug}-${itemGroupId}`

/** The path of a variant's picture: its own where a product has several colours, else the product's. */
export function picturePath(product: DemoProduct, variant?: DemoVariant): string {
  const own = variant && product.variants.length > 1 && variant.size === null
  return `/picture/${own ? variant.itemId : product.itemGroupId}.svg`
}

/** Says one product as its variants' feed entries. @param baseUrl - The shop's origin, for example "http://localhost:4173". */
export function feedItems(product: DemoProduct, baseUrl: string): readonly FeedItem[] {
  return product.variants.map(variant => ({
    id: variant.itemId,
    item_group_id: product.itemGroupId,
    title: variant.title,
    description: product.description,
    link: new URL(productPath(product), baseUrl).href,
    image_link: new URL(picturePath(product, variant), baseUrl).href,
    product_type: product.path.join(' > '),
    price: priceText(variant.pricePence),
    availability: variant.stock > 0 ? 'in_stock' : 'out_of_stock',
    quantity: variant.stock,
    condition: 'new',
    identifier_exists: 'no',
    custom_label_0: product.kind,
    available_since: new Date(variant.availableSince).toISOString(),
    ...whereKnown(product, variant)
  }))
}

/** Streams the whole catalogue as NDJSON lines for the catalogue import, without line ends. */
export async function* feedLines(baseUrl: string, now: number): AsyncGenerator<string> {
  for (const product of await demoProducts(now)) {
    for (const item of feedItems(product, baseUrl)) yield JSON.stringify(item)
  }
}

/** A field the data says nothing about is left out rather than sent empty. */
function whereKnown(product: DemoProduct, variant: DemoVariant): Partial<FeedItem> {
  const { brand, material, pattern, gender, occasion, theme } = product
  return {
    ...(brand && { brand }),
    ...(variant.salePricePence !== null && { sale_price: priceText(variant.salePricePence) }),
    ...(variant.size && { size: variant.size }),
    ...(variant.colours.length > 0 && { color: variant.colours.slice(0, 3).join('/') }),
    ...(material && { material }),
    ...(pattern && { pattern }),
    ...(gender && { gender, age_group: 'adult' as const }),
    ...(occasion && { custom_label_1: occasion }),
    ...(theme && { custom_label_2: theme })
  }
}
