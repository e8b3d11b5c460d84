import {
  type EpochMs,
  type EventItem,
  type EventType,
  productIdOf,
  type ShopEvent,
  type Viewed
} from '@vitrine/protocol'

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

/** The products that something was done with and not undone, each once, the newest first, and how often. */
export function lastDone(deeds: readonly Deed[], type: EventType, undo?: EventType): readonly Viewed[] {
  const last = new Map<string, Viewed>()
  for (const { id, at, type: done } of deeds) {
    const times = (last.get(id)?.times ?? 0) + 1
    // Deleted first, because a Map keeps the place of a key that it knows.
    if (done === type || done === undo) last.delete(id)
    if (done === type) last.set(id, { id, at, times })
  }
  return [...last.values()].reverse()
}
