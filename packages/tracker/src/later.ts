import { jsonLdTexts, readJsonLd, typesOf } from './capture/jsonLd.ts'
import { type LdPage, type LdProduct, readLdProduct } from './capture/ldProduct.ts'

// What no page needs in its first moment: sending, tidying, reading structured data, knowing a person. A file of its
// own, so that the script tag is small; without it events are still kept, and sent when the page goes.
export { missing } from './capture/heardProduct.ts'
export { productReport } from './capture/productReport.ts'
export { fetchMyEvents } from './identify.ts'
export { settleEvents } from './seal.ts'
export { sendAll } from './sendAll.ts'
export { tidy } from './tidy.ts'

/** What a page's structured data says. */
export interface Structured {
  /** schema.org types of what is on the page. */
  readonly types: ReadonlySet<string>
  /** The one product the page is about. */
  readonly product: LdProduct | undefined
  readonly scripts: number
  /** How many of the scripts are no JSON. */
  readonly broken: number
}

/** Reads a document's structured data. Nothing in it can be trusted, and nothing is thrown. */
export function readStructured(document: Document, page: Omit<LdPage, 'title'>): Structured {
  const texts = jsonLdTexts(document)
  const { nodes, broken } = readJsonLd(texts)
  const product = readLdProduct(nodes, { ...page, title: document.title })
  return { types: new Set(nodes.flatMap(typesOf)), product, scripts: texts.length, broken }
}

/** This file, as whoever loads it gets it. */
export type Later = typeof import('./later.ts')
