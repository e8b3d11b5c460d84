import type { EventItem, Heard } from '@vitrine/protocol'

/** The product of the page, put together from everyone who spoke of it. Money in minor units of `currency`. */
export interface HeardProduct {
  readonly item: EventItem
  readonly currency?: string
  /** Lowest and highest price, where variants differ. */
  readonly range?: readonly [lowest: number, highest: number]
  /** Who said each field of `item`, and `currency`. */
  readonly sources: Readonly<Record<string, Heard>>
}

/** A field that could not be heard, and why. Field names are GA4's. */
export interface NotHeard {
  readonly field: string
  readonly why: string
}

type Said = Pick<HeardProduct, 'item' | 'currency' | 'range'>

/** Adds what one adapter says; where two disagree, the surer one is believed, and of equals the later. */
export function believe(before: HeardProduct | null, said: Said, heard: Heard): HeardProduct {
  const fields = { ...said.item, ...(said.currency && { currency: said.currency }) }
  const isBelieved = ([field]: [string, unknown]) =>
    (before?.sources[field]?.confidence ?? -1) <= heard.confidence
  const taken = Object.entries(fields).filter(isBelieved)
  const { currency, ...item } = { ...before?.item, ...before, ...Object.fromEntries(taken) } as EventItem &
    Said
  const { item: _item, range: _range, sources: _sources, ...own } = item as EventItem & Partial<HeardProduct>
  const range = said.range ?? before?.range
  return {
    item: own,
    ...(currency && { currency }),
    ...(range && { range }),
    sources: { ...before?.sources, ...Object.fromEntries(taken.map(([field]) => [field, heard])) }
  }
}

/** What a product page should say and nobody did. */
export function missing(product: HeardProduct | null): NotHeard[] {
  if (!product) return [{ field: 'item_id', why: 'no adapter found one product that this page is about' }]
  const { item, currency } = product
  const wanted: [string, unknown][] = [
    ['item_name', item.name],
    ['price', item.price],
    ['currency', currency],
    ['availability', item.availability]
  ]
  return wanted.flatMap(([field, value]) =>
    value === undefined ? [{ field, why: 'neither structured data nor the dataLayer names it' }] : []
  )
}
