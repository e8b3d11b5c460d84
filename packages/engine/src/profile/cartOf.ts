import { type CartLine, type EventItem, productIdOf, type ShopEvent } from '@vitrine/protocol'

type Lines = Map<string, CartLine>

/**
 * The cart as the shop's events have it, oldest line first.
 * A `view_cart` that names its items is the truth at that moment; a purchase takes out what was bought.
 */
export function cartOf(events: readonly ShopEvent[]): readonly CartLine[] {
  const lines: Lines = new Map()
  for (const event of events) STEPS[event.type]?.(lines, event)
  return [...lines.values()]
}

const STEPS: { readonly [type in ShopEvent['type']]?: (lines: Lines, event: ShopEvent) => void } = {
  add_to_cart: (lines, { items = [], at }) => {
    for (const item of items) put(lines, item, at, (lines.get(item.itemId)?.quantity ?? 0) + quantityOf(item))
  },
  remove_from_cart: (lines, { items = [] }) => {
    for (const item of items) {
      const line = lines.get(item.itemId)
      if (line) put(lines, item, line.at, line.quantity - quantityOf(item))
    }
  },
  view_cart: (lines, { items, at }) => {
    if (!items) return
    const before = new Map(lines)
    lines.clear()
    for (const item of items) put(lines, item, before.get(item.itemId)?.at ?? at, quantityOf(item))
  },
  purchase: (lines, { items = [] }) => {
    for (const { itemId } of items) lines.delete(itemId)
  }
}

/** GA4 counts an absent quantity as one; a negative one is some shop's way to write what was taken out. */
export function quantityOf({ quantity }: Pick<EventItem, 'quantity'>): number {
  return Math.abs(quantity ?? 1)
}

function put(lines: Lines, item: EventItem, at: number, quantity: number): void {
  const { itemId, price = lines.get(itemId)?.price } = item
  if (quantity <= 0) lines.delete(itemId)
  else
    lines.set(itemId, { id: productIdOf(item), itemId, quantity, at, ...(price !== undefined && { price }) })
}
