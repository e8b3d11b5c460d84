import type { EpochMs, ShopEvent } from '@vitrine/protocol'

/** Orders what happened: the older first, and of one moment by id. */
export function byTime(a: Pick<ShopEvent, 'at' | 'id'>, b: Pick<ShopEvent, 'at' | 'id'>): number {
  return a.at - b.at || (a.id < b.id ? -1 : Number(a.id > b.id))
}

/** Events oldest first, each id once, without those later than `now`: what makes every fold independent of order. */
export function inOrder(events: readonly ShopEvent[], now: EpochMs): readonly ShopEvent[] {
  const known = new Set<string>()
  return events
    .filter(({ at }) => at <= now)
    .sort(byTime)
    .filter(({ id }) => !known.has(id) && known.add(id))
}
