import type { EpochMs, ShopEvent } from '@vitrine/protocol'

interface Named {
  readonly id: string
}

/** Orders by id alone. */
export function byId(a: Named, b: Named): number {
  return a.id < b.id ? -1 : Number(a.id > b.id)
}

/** Orders what happened: the older first, and of one moment by id. */
export function byTime(a: Named & { readonly at: EpochMs }, b: Named & { readonly at: EpochMs }): number {
  return a.at - b.at || byId(a, b)
}

/** Events oldest first, each id once, without those later than `now`: what makes every fold independent of order. */
export function inOrder(events: readonly ShopEvent[], now: EpochMs): readonly ShopEvent[] {
  const known = new Set<string>()
  return [...events].sort(byTime).filter(({ at, id }) => at <= now && !known.has(id) && known.add(id))
}
