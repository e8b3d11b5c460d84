import {
  type CartLine,
  type EpochMs,
  type EventItem,
  type EventType,
  productIdOf,
  type ShopEvent
} from '@vitrine/protocol'

/** What an event's quantity does to the cart's. */
const SIGN: { readonly [type in EventType]?: number } = {
  add_to_cart: 1,
  view_cart: 1,
  remove_from_cart: -1,
  purchase: Number.NEGATIVE_INFINITY
}

/**
 * The cart as the shop's events have it, oldest line first.
 * A `view_cart` that names its items is the truth at that moment; a purchase takes out what was bought.
 */
export function cartOf(events: readonly ShopEvent[]): readonly CartLine[] {
  let lines = new Map<string, CartLine>()
  for (const { type, at, items } of events) {
    const sign = SIGN[type]
    if (!sign || !items) continue
    const before = lines
    if (type === 'view_cart') lines = new Map()
    for (const item of items) {
      const since = type === 'add_to_cart' ? at : before.get(item.itemId)?.at
      put(lines, item, sign * quantityOf(item), since ?? at)
    }
  }
  return [...lines.values()]
}

function put(lines: Map<string, CartLine>, item: EventItem, more: number, at: EpochMs): void {
  const { itemId } = item
  const known = lines.get(itemId)
  const quantity = (known?.quantity ?? 0) + more
  if (quantity > 0)
    lines.set(itemId, { id: productIdOf(item), itemId, quantity, at, price: item.price ?? known?.price })
  else lines.delete(itemId)
}

/** GA4 counts an absent quantity as one; a negative one is some shop's way to write what was taken out. */
export function quantityOf({ quantity = 1 }: Pick<EventItem, 'quantity'>): number {
  return Math.abs(quantity)
}
