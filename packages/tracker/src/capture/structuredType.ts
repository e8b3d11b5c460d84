import type { PageType } from '@vitrine/protocol'
import { type LdNode, typesOf } from './jsonLd.ts'

const BY_SCHEMA: readonly (readonly [string, PageType])[] = [
  ['SearchResultsPage', 'search'],
  ['CheckoutPage', 'checkout'],
  ['CollectionPage', 'category'],
  ['OfferCatalog', 'category'],
  ['ItemList', 'category'],
  ['Order', 'order_confirmation']
]

/** The type of a page by the schema.org types of its top-level things, strongest first. */
export function structuredType(nodes: readonly LdNode[]): PageType | undefined {
  const types = new Set(nodes.flatMap(typesOf))
  return BY_SCHEMA.find(([name]) => types.has(name))?.[1]
}
