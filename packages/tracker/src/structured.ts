import type { PageType } from '@vitrine/protocol'
import { readJsonLd } from './capture/jsonLd.ts'
import { type LdPage, type LdProduct, readLdProduct, readTrail } from './capture/ldProduct.ts'
import { structuredType } from './capture/structuredType.ts'

// Reading structured data: a file of its own, for the pages that have some.

/** What a page's structured data says. */
export interface StructuredData {
  /** The product the page is about. */
  readonly product: LdProduct | undefined
  /** What kind of page it is, by its other things. */
  readonly type: PageType | undefined
  /** Its breadcrumbs, without the front page. */
  readonly trail: readonly string[]
  /** Scripts that are no JSON. */
  readonly broken: number
}

/** Reads the texts of a page's JSON-LD. */
export function readStructured(texts: readonly string[], page: LdPage): StructuredData {
  const { nodes, broken } = readJsonLd(texts)
  return {
    product: readLdProduct(nodes, page),
    type: structuredType(nodes),
    trail: readTrail(nodes),
    broken
  }
}

/** This file, as whoever loads it gets it. */
export interface Structured {
  readonly readStructured: typeof readStructured
}
