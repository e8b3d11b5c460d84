import type { EpochMs, Manifest } from '@vitrine/protocol'
import { quantile, quintiles } from './quantile.ts'
import type { Basket } from './session.ts'

/** One customer in RFM's three numbers. */
export interface CustomerFigures {
  readonly recencyDays: number
  readonly orders: number
  /** Minor units, returns taken off. */
  readonly monetary: number
}

const DAY_MS = 86_400_000
/** Fewer customers than this would stand on the borders themselves, and could be told from them. */
const MIN_CUSTOMERS = 25

/** Recency, frequency and money of every customer named in the orders. Orders later than `now` are ignored. */
export function figuresOf(baskets: readonly Basket[], now: EpochMs): readonly CustomerFigures[] {
  return [...ordersByCustomer(baskets, now).values()].map(orders => ({
    recencyDays: (now - orders.reduce((last, { at }) => Math.max(last, at), 0)) / DAY_MS,
    orders: orders.length,
    monetary: orders.reduce((sum, { value }) => sum + (value ?? 0), 0)
  }))
}

/**
 * The borders between fifths of the shop's customers (RFM quintiles; Hughes, "Strategic Database Marketing", 1994).
 *
 * @returns `undefined` for fewer than 25 customers.
 */
export function rfmBorders(customers: readonly CustomerFigures[]): Manifest['rfm'] {
  if (customers.length < MIN_CUSTOMERS) return undefined
  return {
    recencyDays: quintiles(customers.map(({ recencyDays }) => recencyDays)).map(inTenths),
    frequency: quintiles(customers.map(({ orders }) => orders)).map(inTenths),
    monetary: quintiles(customers.map(({ monetary }) => monetary)).map(Math.round)
  }
}

/** The median of the days between two orders of one customer; orders within a day are one. */
export function orderGapDays(baskets: readonly Basket[], now: EpochMs): number | undefined {
  const gaps = [...ordersByCustomer(baskets, now).values()]
    .flatMap(orders => {
      const times = orders.map(({ at }) => at).sort((a, b) => a - b)
      return times.slice(1).map((at, before) => (at - (times[before] ?? at)) / DAY_MS)
    })
    .filter(days => days >= 1)
    .sort((a, b) => a - b)
  return gaps.length === 0 ? undefined : inTenths(quantile(gaps, 0.5))
}

function ordersByCustomer(baskets: readonly Basket[], now: EpochMs): ReadonlyMap<string, readonly Basket[]> {
  const orders = new Map<string, Basket[]>()
  for (const basket of baskets) {
    if (basket.customer === undefined || basket.at > now) continue
    const known = orders.get(basket.customer) ?? []
    if (known.length === 0) orders.set(basket.customer, known)
    known.push(basket)
  }
  return orders
}

function inTenths(value: number): number {
  return Math.round(value * 10) / 10
}
