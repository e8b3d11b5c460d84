import { productIdOf, type ShopEvent } from '@vitrine/protocol'

/** The products a shopper never wants to see again, newest first; `undo_dislike` takes it back. */
export function dislikedOf(events: readonly ShopEvent[]): readonly string[] {
  const disliked = new Set<string>()
  for (const { type, items = [] } of events) {
    if (type !== 'dislike' && type !== 'undo_dislike') continue
    for (const id of items.map(productIdOf)) {
      disliked.delete(id)
      if (type === 'dislike') disliked.add(id)
    }
  }
  return [...disliked].reverse()
}
