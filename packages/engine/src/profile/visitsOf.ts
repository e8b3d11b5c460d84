import type { EpochMs, ShopEvent } from '@vitrine/protocol'

/** GA4's session timeout, so that our sessions and the shop's reports agree. */
export const SESSION_GAP_MS = 30 * 60_000

/** Whether an event was the shopper's own doing on the shop's pages; tills and imports are not. */
export function isOnSite({ source }: Pick<ShopEvent, 'source'>): boolean {
  return source === 'web' || source === 'app'
}

/** How often a shopper came, and what was done in the visit that is still going on. */
export interface Visits {
  readonly count: number
  /** Oldest first; empty when the last visit is over. */
  readonly present: readonly ShopEvent[]
}

/** Splits what was done on the shop's pages where nothing happened for half an hour. */
export function visitsOf(events: readonly ShopEvent[], now: EpochMs): Visits {
  let count = 0
  let lastAt = Number.NEGATIVE_INFINITY
  let present: ShopEvent[] = []
  for (const event of events.filter(isOnSite)) {
    if (event.at - lastAt >= SESSION_GAP_MS) {
      count++
      present = []
    }
    present.push(event)
    lastAt = event.at
  }
  return { count, present: now - lastAt < SESSION_GAP_MS ? present : [] }
}
