import type { PageType } from '@vitrine/protocol'

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
  /** What the rest of the structured data says. */
  readonly structured: PageType | undefined
  /** Names of GA4 events that the shop's own code has reported on this page view. */
  readonly heard: ReadonlySet<string>
}

/** The type of a page by its structured data, else by what the shop reports. A front page lists products too, and shows them in a quick view. */
export function betterType(
  { hasMainProduct, structured, heard }: PageSigns,
  isFront: boolean
): PageType | undefined {
  if (hasMainProduct) return 'product'
  if (isFront) return undefined
  return structured ?? BY_EVENT.find(([name]) => heard.has(name))?.[1]
}
