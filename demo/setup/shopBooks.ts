import { type DemoCustomer, demoCustomers } from '../catalogue/customers.ts'
import type { DemoProduct } from '../catalogue/demoProduct.ts'
import { type OrderLine, orderLines } from '../catalogue/orders.ts'
import type { Shopper, ShopperOrder } from '../till/shopper.ts'
import type { DataFolder } from './openDataFolder.ts'

/** What the shop's own books say: what sells, and the receipts of those one can log in as. */
export interface ShopBooks {
  /** Pieces sold lately by product. */
  readonly sold: readonly (readonly [groupId: string, pieces: number])[]
  readonly shoppers: readonly Shopper[]
}

/** A quarter: long enough that slow sellers are seen, short enough that the season shows. */
const LATELY_MS = 90 * 86_400_000
/** One order of hundreds of pieces is a wholesale buyer's; it must not outweigh a hundred shoppers. */
const MOST_PIECES_A_LINE = 12

/** Reads the order data once for the best sellers and once for the customers; some seconds of work. */
async function shopBooks(products: readonly DemoProduct[], now: number): Promise<ShopBooks> {
  const customers = await demoCustomers(8, now)
  const groupOf = new Map(
    products.flatMap(({ itemGroupId, variants }) =>
      variants.map(({ itemId }) => [itemId, itemGroupId] as const)
    )
  )
  const sold = new Map<string, number>()
  const receipts = new Map(customers.map(({ id }) => [id, new Map<string, ShopperOrder>()]))
  for await (const line of orderLines(now)) {
    if (line.kind !== 'purchase') continue
    const group = groupOf.get(line.itemId)
    if (group !== undefined && line.at > now - LATELY_MS) {
      sold.set(group, (sold.get(group) ?? 0) + Math.min(line.quantity, MOST_PIECES_A_LINE))
    }
    const own = receipts.get(line.customer ?? '')
    if (own) own.set(line.invoice, withLine(own.get(line.invoice), line))
  }
  return { sold: [...sold], shoppers: customers.map(one => shopperOf(one, receipts.get(one.id))) }
}

function shopperOf(customer: DemoCustomer, receipts = new Map<string, ShopperOrder>()): Shopper {
  return { ...customer, orders: [...receipts.values()].sort((a, b) => b.at - a.at) }
}

function withLine(order: ShopperOrder | undefined, line: OrderLine): ShopperOrder {
  const { invoice, at, itemId, quantity, unitPriceMinor } = line
  return {
    invoice,
    at,
    pence: (order?.pence ?? 0) + quantity * unitPriceMinor,
    lines: [...(order?.lines ?? []), { itemId, quantity }]
  }
}

/** The books as they were made before, or made now and kept: they cost two readings of the whole order file. */
export async function booksOf(
  folder: Pick<DataFolder, 'read' | 'keep'>,
  products: readonly DemoProduct[],
  now: number
): Promise<ShopBooks> {
  const month = new Date(now).toISOString().slice(0, 7)
  const kept = (await folder.read('books')) as (ShopBooks & { readonly month: string }) | undefined
  if (kept?.month === month) return kept
  const books = await shopBooks(products, now)
  await folder.keep('books', { month, ...books })
  return books
}
