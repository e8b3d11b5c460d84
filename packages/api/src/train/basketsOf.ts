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
  for (const line of lines) {
    if (line.refund) continue
    const order = orders.get(line.orderId) ?? { items: [], at: line.at, value: 0 }
    orders.set(line.orderId, order)
    addLine(order, line, productOf)
  }
  for (const purchase of purchases) {
    const id = purchase.event.transactionId ?? purchase.event.id
    if (!orders.has(id)) orders.set(id, heardOrder(purchase, productOf))
  }
  return [...orders.values()].filter(({ items }) => items.length > 0)
}

function addLine(order: Gathered, line: BasketLine, productOf: BasketSources['productOf']): void {
  order.items.push(productOf(line.item))
  order.at = Math.min(order.at, line.at)
  order.value += line.quantity * line.price
  if (line.customer !== undefined) order.customer = line.customer
}

function heardOrder(purchase: StoredEvent, productOf: BasketSources['productOf']): Gathered {
  const { event, visitor, corrected } = purchase
  return {
    items: (event.items ?? []).map(item => productOf(productIdOf(item))),
    at: corrected,
    ...(visitor !== undefined && { customer: `visitor:${visitor}` }),
    value: event.value ?? 0
  }
}
