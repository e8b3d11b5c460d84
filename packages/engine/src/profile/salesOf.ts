import { type EpochMs, type EventItem, productIdOf, type ShopEvent, type Source } from '@vitrine/protocol'
import { quantityOf } from './cartOf.ts'
import { byTime } from './inOrder.ts'
import { isOnSite } from './visitsOf.ts'

/** A line of a sale and how much of it was kept. */
export interface SaleLine {
  readonly item: EventItem
  readonly id: string
  /** Units bought less units given back. */
  kept: number
}

/** A transaction with all that was told of it put together. */
export interface Sale {
  readonly id: string
  readonly at: EpochMs
  /** A page, or the shop's books (till, import, service). */
  readonly source: Source
  readonly lines: SaleLine[]
  /** Minor units, less what was given back. */
  value: number
  /** Something of it was given back. */
  isReturned?: boolean
}

/**
 * The sales, newest first. A transaction counts once for ever: of the pages that tell of it only the first (a
 * confirmation page is reloaded), and the shop's books replace the pages. Books may tell it line by line.
 *
 * @param events - Oldest first, each once.
 */
export function salesOf(events: readonly ShopEvent[]): readonly Sale[] {
  const known = new Map<string, Sale>()
  for (const event of events) if (event.type === 'purchase') sell(known, event)
  const sales = [...known.values()].sort(byTime).reverse()
  for (const event of events) if (event.type === 'refund') giveBack(sales, event)
  return sales
}

function sell(sales: Map<string, Sale>, event: ShopEvent): void {
  const { transactionId: id = event.id, at, items = [] } = event
  const lines = items.map(item => ({ item, id: productIdOf(item), kept: quantityOf(item) }))
  const { value = lines.reduce((sum, { item, kept }) => sum + (item.price ?? 0) * kept, 0) } = event
  const told = { id, at, source: event.source, lines, value }
  const known = sales.get(id)
  if (!known || (isOnSite(known) && !isOnSite(event))) sales.set(id, told)
  else if (!isOnSite(event)) {
    known.lines.push(...lines)
    known.value += value
  }
}

/**
 * Takes what a refund names off its sale. Books often number a return by itself: then it is taken from the newest sale
 * before it that still has the product.
 */
function giveBack(sales: readonly Sale[], { transactionId, at, items, value }: ShopEvent): void {
  const named = sales.find(({ id }) => id === transactionId)
  const worth = named?.value ?? 0
  for (const item of items ?? []) {
    const id = productIdOf(item)
    const hasIt = (sale: Sale) => sale.at <= at && sale.lines.some(line => line.kept > 0 && line.id === id)
    takeBack(named ?? sales.find(hasIt), item)
  }
  if (!named) return
  named.isReturned = true
  if (value !== undefined || !items) named.value = worth - Math.abs(value ?? worth)
  // GA4's full refund names the transaction and nothing else.
  if (!items && named.value <= 0) for (const line of named.lines) line.kept = 0
}

function takeBack(sale: Sale | undefined, item: EventItem): void {
  if (!sale) return
  let left = quantityOf(item)
  sale.isReturned = true
  for (const line of sale.lines) {
    if (line.id !== productIdOf(item)) continue
    const units = Math.min(left, line.kept)
    line.kept -= units
    left -= units
    sale.value -= units * (item.price ?? line.item.price ?? 0)
  }
}
