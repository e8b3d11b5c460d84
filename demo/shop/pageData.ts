import type { BasketItem } from './basket.ts'

/** What the server wrote into the page for its scripts. */
export interface PageData {
  readonly type: string
  readonly currency: string
  readonly apiOrigin: string
  /** Events of the page itself, in GA4's words. */
  readonly told: readonly Readonly<Record<string, unknown>>[]
  /** The signed token of who is logged in. */
  readonly identity?: string
  /** On a product page. */
  readonly variants?: readonly VariantData[]
}

/** A size or colour one can choose. Prices in pence. */
export interface VariantData {
  readonly item: BasketItem
  readonly price: { readonly now: number; readonly before?: number }
  readonly stock: number
  readonly image: string
  readonly link: string
}

/** Reads what our own server wrote; it is as trusted as this script. */
export function pageData(): PageData {
  return JSON.parse(document.querySelector('#page-data')?.textContent ?? '{}')
}
