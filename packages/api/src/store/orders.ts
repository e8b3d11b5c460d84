import type { EpochMs, Source } from '@vitrine/protocol'
import { type SqlDatabase, type SqlRow, type SqlValue, text, textOrNone, whole } from './sql.ts'

/** A line of a receipt as it is kept. */
export interface StoredLine {
  readonly id: string
  readonly orderId: string
  readonly line: number
  readonly at: EpochMs
  readonly customer?: string
  /** The variant by the feed's id. */
  readonly item: string
  /** Always above zero; `refund` says which way it went. */
  readonly quantity: number
  /** Unit price, minor units of the shop's currency, above zero. */
  readonly price: number
  readonly refund: boolean
  readonly source: Source
  readonly country?: string
}

/** Sums over all kept lines, in minor units, for reconciling. */
export interface OrderTotals {
  readonly purchases: { readonly lines: number; readonly quantity: number; readonly value: number }
  readonly refunds: { readonly lines: number; readonly quantity: number; readonly value: number }
}

/** One line of a basket: what the trainer needs. */
export interface BasketLine {
  readonly orderId: string
  readonly at: EpochMs
  readonly customer?: string
  readonly item: string
  readonly quantity: number
  readonly price: number
  readonly refund: boolean
}

/** A page of one customer's lines, cut at the end of an order. */
export interface CustomerPage {
  readonly lines: readonly StoredLine[]
  /** Where the next page begins; absent after the last. */
  readonly next?: string
}

/** Which of a customer's orders. */
export interface CustomerQuery {
  readonly shop: string
  readonly customer: string
  /** Only orders with a line received at or after this moment. */
  readonly since: EpochMs
  /** Orders after this one. */
  readonly after?: string
  /** Orders a page. */
  readonly limit: number
}

/** Order lines, insert-once by id. */
export interface OrderStore {
  /** Keeps what is not known yet, all or nothing. @returns How many were new. */
  append(shop: string, lines: readonly StoredLine[], received: EpochMs): Promise<number>
  totals(shop: string): Promise<OrderTotals>
  /** Orders by id, a page at a time. */
  ofCustomer(query: CustomerQuery): Promise<CustomerPage>
  /** Calls back with every line of the shop, by order. */
  baskets(shop: string, since: EpochMs): Promise<readonly BasketLine[]>
  /** Takes the customer's name off the lines; the shop's sums stay. @returns How many lines. */
  forget(shop: string, customer: string): Promise<number>
}

const INSERT = `INSERT INTO order_line (shop, id, order_id, line, at, received, customer, item, quantity, price,
    refund, source, country)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) ON CONFLICT (shop, id) DO NOTHING`

/** Order lines in tables. */
export function sqlOrders(database: SqlDatabase): OrderStore {
  return {
    append: (shop, lines, received) =>
      database.transaction(sql =>
        sql.runMany(
          INSERT,
          lines.map(line => rowOf(shop, line, received))
        )
      ),
    async totals(shop) {
      const rows = await database.all(
        `SELECT refund, COUNT(*) AS lines, SUM(quantity) AS quantity, SUM(quantity * price) AS value
         FROM order_line WHERE shop = $1 GROUP BY refund`,
        [shop]
      )
      const side = (refund: number) => {
        const row = rows.find(one => one['refund'] === refund)
        if (!row) return { lines: 0, quantity: 0, value: 0 }
        return { lines: whole(row, 'lines'), quantity: whole(row, 'quantity'), value: whole(row, 'value') }
      }
      return { purchases: side(0), refunds: side(1) }
    },
    ofCustomer: query => customerPage(database, query),
    async baskets(shop, since) {
      const rows = await database.all(
        `SELECT order_id, at, customer, item, quantity, price, refund FROM order_line
         WHERE shop = $1 AND at >= $2 ORDER BY order_id, line`,
        [shop, since]
      )
      return rows.map(parseBasketLine)
    },
    forget: (shop, customer) =>
      database.run('UPDATE order_line SET customer = NULL WHERE shop = $1 AND customer = $2', [
        shop,
        customer
      ])
  }
}

async function customerPage(database: SqlDatabase, query: CustomerQuery): Promise<CustomerPage> {
  const { shop, customer, since, after = '', limit } = query
  const orders = await database.all(
    `SELECT order_id FROM order_line WHERE shop = $1 AND customer = $2 AND order_id > $3
     GROUP BY order_id HAVING MAX(received) >= $4 ORDER BY order_id LIMIT $5`,
    [shop, customer, after, since, limit + 1]
  )
  const wanted = orders.slice(0, limit).map(row => text(row, 'order_id'))
  const [first, last] = [wanted[0], wanted.at(-1)]
  if (first === undefined || last === undefined) return { lines: [] }
  const rows = await database.all(
    `SELECT * FROM order_line WHERE shop = $1 AND customer = $2 AND order_id >= $3 AND order_id <= $4
     ORDER BY order_id, line, id`,
    [shop, customer, first, last]
  )
  const chosen = new Set(wanted)
  const lines = rows.map(parseLine).filter(line => chosen.has(line.orderId))
  return orders.length > limit ? { lines, next: last } : { lines }
}

function rowOf(shop: string, line: StoredLine, received: EpochMs): SqlValue[] {
  return [
    ...[shop, line.id, line.orderId, line.line, line.at, received, line.customer ?? null],
    ...[line.item, line.quantity, line.price, line.refund ? 1 : 0, line.source, line.country ?? null]
  ]
}

function parseBasketLine(row: SqlRow): BasketLine {
  const customer = textOrNone(row, 'customer')
  return {
    orderId: text(row, 'order_id'),
    at: whole(row, 'at'),
    ...(customer !== undefined && { customer }),
    item: text(row, 'item'),
    quantity: whole(row, 'quantity'),
    price: whole(row, 'price'),
    refund: row['refund'] === 1
  }
}

function parseLine(row: SqlRow): StoredLine {
  const country = textOrNone(row, 'country')
  return {
    ...parseBasketLine(row),
    id: text(row, 'id'),
    line: whole(row, 'line'),
    source: text(row, 'source') as Source,
    ...(country !== undefined && { country })
  }
}
