import { type EpochMs, type EventItem, productIdOf, type ShopEvent } from '@vitrine/protocol'
import { quantityOf } from './cartOf.ts'
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
  /** Told by the shop's books (till, import, service) and not by a page. */
  readonly fromBooks: boolean
  readonly lines: SaleLine[]
  /** Minor units, less what was given back. */
  value: number
  /** Something of it was given back. */
  isReturned: boolean
}

/**
 * The sales, oldest first. A transaction counts once for ever: of the pages that tell of it only the first (a
 * confirmation page is reloaded), and the shop's books replace the pages. Books may tell it line by line.
 *
 * @param events - Oldest first, each once.
 */
export function salesOf(events: readonly ShopEvent[]): readonly Sale[] {
  const sales = new Map<string, Sale>()
  for (const event of events) if (event.type === 'purchase') sell(sales, event)
  for (const event of events) if (event.type === 'refund') giveBack(sales, event)
  return [...sales.values()].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
}

function sell(sales: Map<string, Sale>, event: ShopEvent): void {
  const { id: eventId, transactionId: id = eventId, at, items = [] } = event
  const fromBooks = !isOnSite(event)
  const known = sales.get(id)
  const lines = items.map(item => ({ item, id: productIdOf(item), kept: quantityOf(item) }))
  if (known?.fromBooks && fromBooks) {
    known.lines.push(...lines)
    known.value += totalOf(event)
  } else if (!known || fromBooks) {
    sales.set(id, { id, at, fromBooks, lines, value: totalOf(event), isReturned: false })
  }
}

function totalOf({ value, items = [] }: ShopEvent): number {
  return value ?? items.reduce((sum, item) => sum + (item.price ?? 0) * quantityOf(item), 0)
}

function giveBack(sales: ReadonlyMap<string, Sale>, refund: ShopEvent): void {
  const sale = sales.get(refund.transactionId ?? '')
  if (!sale) {
    giveBackSomewhere([...sales.values()], refund)
    return
  }
  const { items, value } = refund
  const back = (items ?? []).reduce((sum, item) => sum + takeBack(sale, item), 0)
  sale.isReturned = true
  sale.value -= Math.abs(value ?? (items ? back : sale.value))
  // GA4's full refund names the transaction and nothing else.
  if (!items && sale.value <= 0) for (const line of sale.lines) line.kept = 0
}

/** Books often number a return by itself: it is taken from the newest sale before it that still has the product. */
function giveBackSomewhere(sales: readonly Sale[], { at, items = [] }: ShopEvent): void {
  const before = sales.filter(sale => sale.at <= at).sort((a, b) => b.at - a.at)
  for (const item of items) {
    const id = productIdOf(item)
    const from = before.find(({ lines }) => lines.some(line => line.kept > 0 && line.id === id))
    if (from) from.value -= takeBack(from, item)
  }
}

/** @returns What was paid for the units taken back, minor units. */
function takeBack(sale: Sale, item: EventItem): number {
  let left = quantityOf(item)
  let paid = 0
  sale.isReturned = true
  for (const line of sale.lines) {
    if (line.id !== productIdOf(item)) continue
    const units = Math.min(left, line.kept)
    line.kept -= units
    left -= units
    paid += units * (item.price ?? line.item.price ?? 0)
  }
  return paid
}
