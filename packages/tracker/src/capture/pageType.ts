import { PAGE_TYPES, type PageType } from '@vitrine/protocol'

const KNOWN: ReadonlySet<string> = new Set(PAGE_TYPES)

/** What a page says about itself, strongest first. */
export interface PageSigns {
  readonly document: Document
  readonly location: Location
  /** schema.org types of the page's top-level things. */
  readonly schemaTypes: ReadonlySet<string>
  /** Whether the structured data has one product that the page is about. */
  readonly hasMainProduct: boolean
  /** Names of GA4 events that the shop's own code has reported on this page view. */
  readonly heard: ReadonlySet<string>
}

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

// Class names that WooCommerce, Shopify's themes, PrestaShop and Magento give the body.
const BY_CLASS: readonly (readonly [RegExp, PageType])[] = [
  [/order-received|checkout-(?:onepage-)?success|order-confirmation/, 'order_confirmation'],
  [/woocommerce-checkout|template-checkout|checkout-index/, 'checkout'],
  [/woocommerce-cart|template-cart|checkout-cart/, 'cart'],
  [/woocommerce-account|template-customers|customer-account|page-my-account/, 'account'],
  [/search-results|template-search|catalogsearch/, 'search'],
  [/single-product|template-product|catalog-product|page-product/, 'product'],
  [/tax-product|template-collection|catalog-category|page-category/, 'category'],
  [/(?:^| )(?:home|template-index|cms-index|page-index)(?: |$)/, 'home']
]

const BY_PATH: readonly (readonly [RegExp, PageType])[] = [
  [/order-(?:received|confirm)|thank-?you|confirmation|checkout\/success/, 'order_confirmation'],
  [/\/checkout/, 'checkout'],
  [/\/(?:cart|basket|bag|trolley|panier|warenkorb)(?:[/.]|$)/, 'cart'],
  [/\/(?:my-?)?account|\/(?:login|register|sign-?in|orders)(?:[/.]|$)/, 'account'],
  [/\/search/, 'search'],
  [/\/(?:products?|p|items?|dp)[/-][^/]+/, 'product'],
  [/\/(?:collections?|categor(?:y|ies)|product-category|c|departments?|shop)(?:[/.-][^/]+|\/?$)/, 'category'],
  [/^\/(?:[a-z]{2}(?:-[a-z]{2})?\/?|index\.\w+)?$/, 'home']
]

const ROUTED = /[?&](?:route|page|path|product|id|p)\w*=/

/**
 * What kind of page this is: by the shop's own word (`data-vitrine-page` on `html` or `body`, or
 * `<meta name="vitrine:page">`), else structured data, what the shop reports, its theme's class names, the address last.
 */
export function readPageType(signs: PageSigns): PageType {
  const { document, location } = signs
  const said = spoken(document)
  if (said !== undefined && KNOWN.has(said)) return said as PageType
  if (signs.hasMainProduct) return 'product'
  const path = matching(BY_PATH, location.pathname.toLowerCase())
  // Older shops route everything through their front page (`/index.php?route=…`).
  const byPath = path === 'home' && ROUTED.test(location.search) ? undefined : path
  // A front page lists products too, and shows them in a quick view.
  const first = (table: readonly (readonly [string, PageType])[], signs: ReadonlySet<string>) =>
    byPath === 'home' ? undefined : table.find(([sign]) => signs.has(sign))?.[1]
  return (
    first(BY_SCHEMA, signs.schemaTypes) ??
    first(BY_EVENT, signs.heard) ??
    matching(BY_CLASS, document.body?.className ?? '') ??
    (/[?&](?:q|s|query|search)=/.test(location.search) ? 'search' : byPath) ??
    (signs.heard.has('view_item_list') ? 'category' : 'other')
  )
}

function spoken(document: Document): string | undefined {
  const { body, documentElement } = document
  return (
    body?.dataset['vitrinePage'] ??
    documentElement.dataset['vitrinePage'] ??
    document.querySelector<HTMLMetaElement>('meta[name="vitrine:page"]')?.content
  )
}

function matching(table: readonly (readonly [RegExp, PageType])[], text: string): PageType | undefined {
  return table.find(([pattern]) => pattern.test(text))?.[1]
}
