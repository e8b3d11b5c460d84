import type { EpochMs, Manifest, Order, Rfm } from '@vitrine/protocol'
import { DAY_MS } from './dayMs.ts'

/**
 * Recency, frequency and money of the orders, and the cell each falls in among the shop's own customers.
 * Quintile scoring after Hughes, "Strategic Database Marketing" (1994): 1 … 5, 5 best; a value on a border falls
 * into the cell below it.
 */
export function rfmOf(orders: readonly Order[], now: EpochMs, borders: Manifest['rfm']): Rfm {
  const [newest] = orders
  const monetary = orders.reduce((sum, { value }) => sum + value, 0)
  if (!newest) return { orders: 0, monetary }
  const recencyDays = (now - newest.at) / DAY_MS
  const cells =
    borders &&
    ([
      6 - cellOf(recencyDays, borders.recencyDays),
      cellOf(orders.length, borders.frequency),
      cellOf(monetary, borders.monetary)
    ] as const)
  return { recencyDays, orders: orders.length, monetary, cells }
}

function cellOf(value: number, borders: readonly number[]): number {
  return 1 + borders.filter(border => value > border).length
}
