import { type EventItem, type Heard, known } from '@vitrine/protocol'

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

/** What one adapter says of a product. */
export interface Said {
  readonly item: EventItem
  readonly currency?: string | undefined
  readonly range?: HeardProduct['range']
}

/** Adds what one adapter says; where two disagree, the surer one is believed, and of equals the later. */
export function believe(
  before: HeardProduct | null,
  { item, currency, range }: Said,
  heard: Heard
): HeardProduct {
  const sources: Record<string, Heard> = { ...before?.sources }
  const isSurer = (field: string) => (sources[field]?.confidence ?? 0) <= heard.confidence
  const taken = Object.entries({ ...item, currency }).filter(
    ([field, said]) => said !== undefined && isSurer(field)
  )
  for (const [field] of taken) sources[field] = heard
  const { currency: code, ...fields } = {
    currency: before?.currency,
    ...before?.item,
    ...Object.fromEntries(taken)
  }
  return known({
    item: { ...fields, itemId: fields['itemId'] ?? item.itemId },
    sources,
    currency: code,
    range: range ?? before?.range
  })
}
