import type { PageType, ShopConfig } from '@vitrine/protocol'
import type { Aisle } from '../range/aisles.ts'
import type { Html } from './html.ts'

/** What the shop is to its pages: names, addresses and the public key. No secret ever stands here. */
export interface ShopSigns {
  readonly shop: string
  readonly name: string
  /** Where the shop stands: `http://127.0.0.1:4100`. */
  readonly origin: string
  readonly apiOrigin: string
  /** The public write key (`pk_…`). */
  readonly publicKey: string
  readonly departments: readonly Aisle[]
  /** What the merchant has decided: a banner's templates are written from it. It is public. */
  readonly config: ShopConfig
}

/** Who asks for a page, and how it may run scripts. */
export interface Visit {
  /** Of this answer alone; scripts without it do not run. */
  readonly nonce: string
  readonly customer?: KnownCustomer
}

/** A customer who has logged in. */
export interface KnownCustomer {
  readonly id: string
  /** A short-lived token that the shop's server signed; it is what `vitrine.identify` takes. */
  readonly token: string
}

/** A step on the way to this page. */
export interface Crumb {
  readonly name: string
  readonly path: string
}

/** An event for the page's `dataLayer`, in GA4's words. */
export interface Told {
  readonly event: string
  readonly ecommerce?: Readonly<Record<string, unknown>>
  readonly [parameter: string]: unknown
}

/** A page before it is put into the shop's frame. */
export interface Page {
  readonly type: PageType
  readonly title: string
  readonly description?: string
  /** Path of the page, for the canonical link. */
  readonly path: string
  readonly crumbs?: readonly Crumb[]
  readonly jsonLd?: readonly Readonly<Record<string, unknown>>[]
  readonly told?: readonly Told[]
  /** What the page's own script needs to know. */
  readonly data?: Readonly<Record<string, unknown>>
  /** What stands in it; a page with inline scripts of its own asks for the visit, whose nonce lets them run. */
  readonly body: Html | ((signs: ShopSigns, visit: Visit) => Html)
}
