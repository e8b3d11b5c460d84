import type { EpochMs, ShopEvent } from '@vitrine/protocol'

/** Events oldest first, each id once, without those later than `now`: what makes every fold independent of order. */
export function inOrder(events: readonly ShopEvent[], now: EpochMs): readonly ShopEvent[] {
  const known = new Set<string>()
  return events
    .filter(({ at }) => at <= now)
    .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : Number(a.id > b.id)))
    .filter(({ id }) => !known.has(id) && known.add(id))
}
