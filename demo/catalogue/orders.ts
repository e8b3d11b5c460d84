import { demoText } from './demoFile.ts'
import { type GiftRow, parseGiftRows } from './giftRows.ts'
import { type OrderRow, orderRows } from './orderRows.ts'
import { penceOf } from './penceOf.ts'
import { shiftYears, yearsToPresent } from './shiftYears.ts'
import { type NotSoldReason, whyNotSold } from './whyNotSold.ts'

/** A line of an order for something the shop sells, moved to the present. */
export interface OrderLine {
  readonly kind: 'purchase' | 'refund'
  readonly invoice: string
  /** Within its invoice, from 1, counted over all lines of the file, refused ones too. */
  readonly line: number
  /** Epoch ms, shifted. */
  readonly at: number
  readonly itemId: string
  /** Pieces bought or given back; always positive. */
  readonly quantity: number
  readonly unitPriceMinor: number
  readonly customer: string | null
  readonly country: string
}

/** Why a line of the order file is no sale and no return of goods. */
export type RefusedReason =
  | NotSoldReason
  | 'negative price'
  | 'zero price'
  | 'finer than a penny'
  | 'unknown item'

/** A line that is not counted as a sale, with the first reason that applies. */
export interface RefusedLine {
  readonly kind: 'refused'
  readonly invoice: string
  readonly line: number
  readonly itemId: string
  readonly reason: RefusedReason
}

/**
 * Streams every given order line, each either accepted or refused with its reason; none is left out. The whole
 * set is moved by whole years so that its newest line is the newest possible that is not after `now`.
 *
 * @param now - Epoch ms.
 */
export async function* orderLines(now: number): AsyncGenerator<OrderLine | RefusedLine> {
  const years = yearsToPresent(now)
  const reasonOf = itemReasons(parseGiftRows(demoText('catalogue.tsv')))
  for await (const row of orderRows()) yield readOrderRow(row, years, reasonOf)
}

/** Reads one row. Reasons are tried in this order: its price, then whether its code is something the shop sells. */
export function readOrderRow(
  row: OrderRow,
  years: number,
  reasonOf: (itemId: string) => RefusedReason | null
): OrderLine | RefusedLine {
  const { invoice, line, customer, country } = row
  const itemId = row.stockCode.toUpperCase()
  const unitPriceMinor = penceOf(row.price)
  const reason = priceReason(unitPriceMinor) ?? reasonOf(itemId)
  if (reason !== null || unitPriceMinor === null) {
    return { kind: 'refused', invoice, line, itemId, reason: reason ?? 'finer than a penny' }
  }
  const kind = row.quantity < 0 ? 'refund' : 'purchase'
  const at = shiftYears(row.at, years)
  return {
    kind,
    invoice,
    line,
    at,
    itemId,
    quantity: Math.abs(row.quantity),
    unitPriceMinor,
    customer,
    country
  }
}

function priceReason(pence: number | null): RefusedReason | null {
  if (pence === null) return 'finer than a penny'
  if (pence < 0) return 'negative price'
  return pence === 0 ? 'zero price' : null
}

function itemReasons(rows: readonly GiftRow[]): (itemId: string) => RefusedReason | null {
  const reasons = new Map<string, RefusedReason | null>(rows.map(row => [row.itemId, whyNotSold(row)]))
  return itemId => {
    const reason = reasons.get(itemId)
    return reason === undefined ? 'unknown item' : reason
  }
}
