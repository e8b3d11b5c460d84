import type { PageType } from '@vitrine/protocol'

const BY_SCHEMA: readonly (readonly [string, PageType])[] = [
  ['SearchResultsPage', 'search'],
  ['CheckoutPage', 'checkout'],
  ['CollectionPage', 'category'],
  ['OfferCatalog', 'category'],
  ['ItemList', 'category'],
  ['Order', 'order_confirmation']
]

const BY_EVENT: readonly (readonly [string, PageType])[] = [
  ['purchase', 'order_confirmation'],
  ['begin_checkout', 'checkout'],
  ['view_cart', 'cart'],
  ['view_search_results', 'search'],
  ['view_item', 'product']
]

/** What a page says of itself beside its class names and address, strongest first. */
export interface PageSigns {
  /** Whether the structured data has one product that the page is about. */
  readonly hasMainProduct: boolean
  /** schema.org types of the page's top-level things. */
  readonly schemaTypes: ReadonlySet<string>
  /** Names of GA4 events that the shop's own code has reported on this page view. */
  readonly heard: ReadonlySet<string>
}

/** The type of a page by its structured data, else by what the shop reports. A front page lists products too, and shows them in a quick view. */
export function betterType(
  { hasMainProduct, schemaTypes, heard }: PageSigns,
  isFront: boolean
): PageType | undefined {
  if (hasMainProduct) return 'product'
  if (isFront) return undefined
  const first = (table: typeof BY_SCHEMA, signs: ReadonlySet<string>) =>
    table.find(([sign]) => signs.has(sign))?.[1]
  return first(BY_SCHEMA, schemaTypes) ?? first(BY_EVENT, heard)
}
