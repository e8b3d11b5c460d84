import type { EpochMs, EventBody, EventItem } from '@vitrine/protocol'

/** A plugin, a script of the theme and the network report one click within this time of each other. */
const SAME_DEED_MS = 2000
/** Deeds looked back upon: nobody does more in that time, and a burst of a script costs no more. */
const REMEMBERED = 20

/** Tells a deed reported twice from a deed done twice. */
export interface Repeats {
  /** Whether this was reported before; if not, it is remembered. */
  isRepeat(body: EventBody, at: EpochMs): boolean
  /** A new page view: its products are seen anew. */
  newView(): void
  /** Whether any product has been viewed on this page view. */
  hasViewed(): boolean
}

/**
 * Remembers what was reported. A product is viewed once for each page view, whoever says so and however often. Anything
 * else is one deed when two different adapters say it of the same product within two seconds: one adapter saying it
 * twice means that it was done twice.
 */
export function rememberReports(): Repeats {
  let viewed: EventItem[] = []
  let recent: { body: EventBody; at: EpochMs }[] = []
  return {
    isRepeat(body, at) {
      if (body.type === 'view_item') {
        const item = body.items?.[0]
        if (!item) return false
        if (viewed.some(seen => isSameProduct(seen, item))) return true
        viewed.push(item)
        return false
      }
      recent = recent.slice(-REMEMBERED).filter(report => at - report.at <= SAME_DEED_MS)
      const isKnown = recent.some(report => isSameDeed(report.body, body))
      if (!isKnown) recent.push({ body, at })
      return isKnown
    },
    newView() {
      viewed = []
    },
    hasViewed: () => viewed.length > 0
  }
}

/** Whether two lines name one product: any id of one is an id of the other, or they bear the same name (conventions.md §1.8, the id quarrel). */
export function isSameProduct(a: EventItem, b: EventItem): boolean {
  const ids = [a.itemId, a.itemGroupId, a.sku]
  if ([b.itemId, b.itemGroupId, b.sku].some(id => id !== undefined && ids.includes(id))) return true
  return a.name !== undefined && a.name.toLowerCase() === b.name?.toLowerCase()
}

function isSameDeed(a: EventBody, b: EventBody): boolean {
  if (a.type !== b.type || a.heard?.adapter === b.heard?.adapter) return false
  if (a.name !== b.name || a.searchTerm !== b.searchTerm || a.transactionId !== b.transactionId) return false
  const [first, second] = [a.items?.[0], b.items?.[0]]
  return first && second ? isSameProduct(first, second) : first === second
}
