import type { Basket } from '@vitrine/engine/train'
import { productIdOf } from '@vitrine/protocol'
import type { StoredEvent } from '../store/events.ts'
import type { BasketLine } from '../store/orders.ts'

/** Where baskets come from. */
export interface BasketSources {
  /** Imported lines, order by order. */
  readonly lines: readonly BasketLine[]
  /** Purchases heard on the web. */
  readonly purchases: readonly StoredEvent[]
  /** The product of a variant. */
  readonly productOf: (itemId: string) => string
}

interface Gathered {
  items: string[]
  at: number
  customer?: string
  value: number
}

/**
 * Gathers orders: imported lines by order, and web purchases that no import has (the till knows an order better than
 * the page does). What came back is no purchase: its value is taken off nobody, because a return names no order.
 */
export function basketsOf({ lines, purchases, productOf }: BasketSources): Basket[] {
  const orders = new Map<string, Gathered>()
  for (const { orderId, at, customer, item, quantity, price, refund } of lines) {
    if (refund) continue
    const order = orders.get(orderId) ?? { items: [], at, value: 0 }
    order.items.push(productOf(item))
    order.at = Math.min(order.at, at)
    order.value += quantity * price
    if (customer !== undefined) order.customer = customer
    orders.set(orderId, order)
  }
  for (const { event, visitor, corrected } of purchases) {
    const id = event.transactionId ?? event.id
    if (orders.has(id)) continue
    orders.set(id, {
      items: (event.items ?? []).map(item => productOf(productIdOf(item))),
      at: corrected,
      ...(visitor !== undefined && { customer: `visitor:${visitor}` }),
      value: event.value ?? 0
    })
  }
  return [...orders.values()].filter(({ items }) => items.length > 0)
}
