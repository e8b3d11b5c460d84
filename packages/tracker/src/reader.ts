import { jsonLdTexts, readJsonLd, typesOf } from './capture/jsonLd.ts'
import { type LdPage, type LdProduct, readLdProduct } from './capture/ldProduct.ts'

// What is needed only where a page has structured data, or a person is identified, or somebody looks: a file of its
// own, so that the script tag does not carry it to every page.
export { missing } from './capture/heardProduct.ts'
export { productReport } from './capture/productReport.ts'
export { fetchMyEvents } from './identify.ts'

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
export type Reader = typeof import('./reader.ts')
