import { type EpochMs, type EventItem, type EventType, productIdOf, type ShopEvent } from '@vitrine/protocol'

/** What was done with one product. */
export interface Deed {
  readonly type: EventType
  readonly at: EpochMs
  /** The product. */
  readonly id: string
  readonly item: EventItem
}

/** Events product by product, in their order. */
export function deedsOf(events: readonly ShopEvent[]): readonly Deed[] {
  return events.flatMap(({ type, at, items = [] }) =>
    items.map(item => ({ type, at, id: productIdOf(item), item }))
  )
}

/** The last deed of these types with each product, the newest first, and how many there were. */
export function lastDeeds(
  deeds: readonly Deed[],
  ...types: readonly EventType[]
): readonly (Deed & { readonly times: number })[] {
  const last = new Map<string, Deed & { times: number }>()
  for (const deed of deeds) {
    const { id, type } = deed
    if (!types.includes(type)) continue
    const times = (last.get(id)?.times ?? 0) + 1
    // Deleted first, because a Map keeps the place of a key that it knows.
    last.delete(id)
    last.set(id, { ...deed, times })
  }
  return [...last.values()].reverse()
}
