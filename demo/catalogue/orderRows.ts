import { demoLines } from './demoFile.ts'

/** One line of the given order file, its fields as they stand there. */
export interface OrderRow {
  readonly invoice: string
  /** The line's number within its invoice, in file order, from 1: two equal lines stay two. */
  readonly line: number
  /** Epoch ms, as given: not shifted. */
  readonly at: number
  /** As given; an `item_id` is the same in upper case. */
  readonly stockCode: string
  readonly event: string
  readonly quantity: number
  /** A decimal in pounds. */
  readonly price: string
  /** `null` when the shop did not know the customer. */
  readonly customer: string | null
  readonly country: string
}

/** The given order lines, 2010-12-01 to 2011-11-08. */
const ORDER_FILE = 'until_2011-11-08.tsv.gz'

/**
 * Streams every line of the given order file, in file order.
 *
 * @throws {Error} When a line has not eight fields: the committed file is broken, which is a bug.
 */
export async function* orderRows(): AsyncGenerator<OrderRow> {
  const linesOf = new Map<string, number>()
  let header = true
  for await (const text of demoLines(ORDER_FILE)) {
    if (header) {
      header = false
      continue
    }
    const row = parseOrderRow(text)
    const line = (linesOf.get(row.invoice) ?? 0) + 1
    linesOf.set(row.invoice, line)
    yield { ...row, line }
  }
}

function parseOrderRow(text: string): Omit<OrderRow, 'line'> {
  const [invoice, seconds, stockCode, event, quantity, price, customer, country] = text.split('\t')
  if (
    invoice === undefined ||
    seconds === undefined ||
    stockCode === undefined ||
    event === undefined ||
    quantity === undefined ||
    price === undefined ||
    customer === undefined ||
    country === undefined
  ) {
    throw new Error(`${ORDER_FILE}: a line has not eight fields: ${text}`)
  }
  return {
    invoice,
    at: Number(seconds) * 1000,
    stockCode,
    event,
    quantity: Number(quantity),
    price,
    customer: customer === '' ? null : customer,
    country
  }
}
