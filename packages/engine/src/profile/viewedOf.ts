import { productIdOf, type ShopEvent, type Viewed } from '@vitrine/protocol'

/** More than any shelf shows, and it bounds the profile. */
const MAX_VIEWED = 100

/** The products of page views, oldest first, repeats kept. */
export function viewsOf(
  events: readonly ShopEvent[]
): readonly { readonly id: string; readonly at: number }[] {
  return events.flatMap(({ type, at, items }) =>
    type === 'view_item' ? (items ?? []).map(item => ({ id: productIdOf(item), at })) : []
  )
}

/** The products looked at, newest first, each once. */
export function viewedOf(events: readonly ShopEvent[]): readonly Viewed[] {
  const viewed = new Map<string, Viewed>()
  for (const { id, at } of viewsOf(events)) {
    const times = (viewed.get(id)?.times ?? 0) + 1
    // Deleted first, because a Map keeps the place of a key that it knows.
    viewed.delete(id)
    viewed.set(id, { id, at, times })
  }
  return [...viewed.values()].reverse().slice(0, MAX_VIEWED)
}
