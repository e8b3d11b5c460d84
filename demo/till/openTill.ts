import type { Range } from '../range/openRange.ts'
import type { Stock } from '../range/openStock.ts'
import type { CodeAnswer, CodeDesk } from './openCodeDesk.ts'
import { orderSum } from './orderSum.ts'
import { newOrderId, type Placed, placeOrder, putBack, type ShopOrder, type Wanted } from './shopOrder.ts'

/** A discount code, and who typed it. */
export interface Coupon {
  readonly code: string
  readonly who?: string | undefined
}

/** Takes orders and remembers them while the shop is open. */
export interface Till {
  place(wanted: readonly Wanted[], coupon?: Coupon): Promise<Placed>
  /** What a code would take off this basket; nothing is spent. */
  check(goodsPence: number, coupon: Coupon): Promise<CodeAnswer>
  /** An order for its confirmation page; the first sight of it is the one that tells of the purchase. */
  see(id: string): { readonly order: ShopOrder; readonly isFirstSight: boolean } | undefined
}

/** A demo needs no more; the oldest are forgotten. */
const MOST_ORDERS = 1000

/** What a till works with. */
export interface TillParts {
  readonly range: Range
  readonly stock: Stock
  readonly codes: CodeDesk
  /** Told what has left the shelf, for the API's stock. */
  readonly sold: (itemIds: readonly string[]) => void
}

/** Opens the till with no order in it. */
export function openTill({ range, stock, codes, sold }: TillParts): Till {
  const orders = new Map<string, ShopOrder>()
  const seen = new Set<string>()

  function keep(order: ShopOrder): void {
    orders.set(order.id, order)
    const [oldest] = orders.keys()
    if (orders.size > MOST_ORDERS && oldest !== undefined) orders.delete(oldest)
  }

  /** The goods are off the shelf while the code is asked for, and go back when it is not good: nobody pays more than was shown. */
  async function withCode(order: ShopOrder, { code, who }: Coupon): Promise<Placed> {
    const { goodsPence } = order.sum
    const answer = await codes.redeem({ code, goodsPence, who }, order.id)
    if (answer.ok) {
      const { discount } = answer
      return { ok: true, order: { ...order, discount, sum: orderSum(goodsPence, discount) } }
    }
    putBack(order, range, stock)
    return { ok: false, problem: answer.problem, isCode: true }
  }

  return {
    async place(wanted, coupon) {
      const placed = placeOrder(wanted, range, stock, newOrderId())
      const done = placed.ok && coupon ? await withCode(placed.order, coupon) : placed
      if (!done.ok) return done
      keep(done.order)
      sold(wanted.map(({ itemId }) => itemId))
      return done
    },
    check: (goodsPence, coupon) => codes.check({ goodsPence, ...coupon }),
    see(id) {
      const order = orders.get(id)
      if (!order) return undefined
      const isFirstSight = !seen.has(id)
      seen.add(id)
      return { order, isFirstSight }
    }
  }
}
