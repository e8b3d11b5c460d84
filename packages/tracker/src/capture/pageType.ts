import type { PageType } from '@vitrine/protocol'

// Class names that WooCommerce, Shopify's themes, PrestaShop and Magento give the body, and words of addresses.
const SIGNS: readonly (readonly [PageType, classes: RegExp, path: RegExp])[] = [
  [
    'order_confirmation',
    /order-received|checkout-(onepage-)?success|order-confirmation/,
    /order-(received|confirm)|thank-?you|confirmation|checkout\/success/
  ],
  ['checkout', /woocommerce-checkout|template-checkout|checkout-index/, /\/checkout/],
  [
    'cart',
    /woocommerce-cart|template-cart|checkout-cart/,
    /\/(cart|basket|bag|trolley|panier|warenkorb)([/.]|$)/
  ],
  [
    'account',
    /woocommerce-account|template-customers|customer-account|page-my-account/,
    /\/(my-?)?account|\/(login|register|sign-?in|orders)([/.]|$)/
  ],
  ['search', /search-results|template-search|catalogsearch/, /\/search/],
  [
    'product',
    /single-product|template-product|catalog-product|page-product/,
    /\/(products?|p|items?|dp)[/-][^/]+/
  ],
  [
    'category',
    /tax-product|template-collection|catalog-category|page-category/,
    /\/(collections?|categor(y|ies)|product-category|c|departments?|shop)([/.-][^/]+|\/?$)/
  ],
  ['home', /(^| )(home|(template|cms|page)-index)( |$)/, /^\/([a-z]{2}(-[a-z]{2})?\/?|index\.\w+)?$/],
  ['other', /(?!)/, /(?!)/]
]

/** What is known better than class names and address, told whether the address is a front page's. */
export type BetterType = (isFront: boolean) => PageType | undefined

/**
 * What kind of page this is: by the shop's own word (`data-vitrine-page` on `html` or `body`, or
 * `<meta name="vitrine:page">`), else by what is known better, its theme's class names, the address last.
 *
 * @param better - What structured data and reports say.
 */
export function readPageType(
  { document, location }: Pick<Window, 'document' | 'location'>,
  better?: BetterType
): PageType {
  const { body, documentElement } = document
  const said =
    body?.dataset['vitrinePage'] ??
    documentElement.dataset['vitrinePage'] ??
    document.querySelector<HTMLMetaElement>('meta[name="vitrine:page"]')?.content
  const path = SIGNS.find(([, , sign]) => sign.test(location.pathname.toLowerCase()))?.[0]
  // Older shops route everything through their front page (`/index.php?route=…`).
  const byPath =
    path === 'home' && /[?&](route|page|path|product|id|p)\w*=/.test(location.search) ? undefined : path
  return (
    SIGNS.find(([type]) => type === said)?.[0] ??
    better?.(byPath === 'home') ??
    SIGNS.find(([, sign]) => sign.test(body?.className ?? ''))?.[0] ??
    (/[?&](q|s|query|search)=/.test(location.search) ? 'search' : byPath) ??
    'other'
  )
}
