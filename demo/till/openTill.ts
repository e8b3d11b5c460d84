import type { Range } from '../range/openRange.ts'
import type { Stock } from '../range/openStock.ts'
import { type Placed, placeOrder, type ShopOrder, type Wanted } from './shopOrder.ts'

/** Takes orders and remembers them while the shop is open. */
export interface Till {
  place(wanted: readonly Wanted[]): Placed
  /** An order for its confirmation page; the first sight of it is the one that tells of the purchase. */
  see(id: string): { readonly order: ShopOrder; readonly isFirstSight: boolean } | undefined
}

/** A demo needs no more; the oldest are forgotten. */
const MOST_ORDERS = 1000

/** @param sold - Told what has left the shelf, for the API's stock. */
export function openTill(range: Range, stock: Stock, sold: (itemIds: readonly string[]) => void): Till {
  const orders = new Map<string, ShopOrder>()
  const seen = new Set<string>()
  return {
    place(wanted) {
      const placed = placeOrder(wanted, range, stock)
      if (!placed.ok) return placed
      orders.set(placed.order.id, placed.order)
      const [oldest] = orders.keys()
      if (orders.size > MOST_ORDERS && oldest !== undefined) orders.delete(oldest)
      sold(wanted.map(({ itemId }) => itemId))
      return placed
    },
    see(id) {
      const order = orders.get(id)
      if (!order) return undefined
      const isFirstSight = !seen.has(id)
      seen.add(id)
      return { order, isFirstSight }
    }
  }
}
