import { type OrderRow, orderRows } from './orderRows.ts'
import { shiftYears, yearsToPresent } from './shiftYears.ts'

/** One line of `POST /v1/orders`, in the API's words. */
export interface OrderImportLine {
  readonly order_id: string
  readonly line: number
  /** Epoch ms, shifted. */
  readonly timestamp: number
  readonly customer_id: string | null
  readonly item_id: string
  /** Negative for what came back. */
  readonly quantity: number
  /** In pounds, as given: may be zero, negative or finer than a penny. */
  readonly price: number
  readonly currency: 'GBP'
  readonly country: string
}

/**
 * Streams all given order lines as NDJSON lines for `POST /v1/orders`, without line ends, postage, adjustments
 * and unknown codes included: what is refused, and why, is the API's to say.
 *
 * @param now - Epoch ms; the set is moved by whole years to end before it.
 */
export async function* orderImportLines(now: number): AsyncGenerator<string> {
  const years = yearsToPresent(now)
  for await (const row of orderRows()) yield JSON.stringify(orderImportLine(row, years))
}

/** Says one row in the API's words. */
export function orderImportLine(row: OrderRow, years: number): OrderImportLine {
  return {
    order_id: row.invoice,
    line: row.line,
    timestamp: shiftYears(row.at, years),
    customer_id: row.customer,
    item_id: row.stockCode.toUpperCase(),
    quantity: row.quantity,
    price: Number(row.price),
    currency: 'GBP',
    country: row.country
  }
}
