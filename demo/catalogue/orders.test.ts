import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { beforeAll, expect, test } from 'vitest'
import { orderImportLine, orderImportLines } from './orderImport.ts'
import { type OrderRow, orderRows } from './orderRows.ts'
import { type OrderLine, orderLines, readOrderRow } from './orders.ts'
import { NEWEST_ORDER_AT, shiftYears } from './shiftYears.ts'

const NOW = Date.UTC(2026, 10, 21)

/** The independent count never meets the reader: whole file at once, fields picked by pattern, thousandths of pounds. */
function countedAnotherWay() {
  const file = new URL('../data/until_2011-11-08.tsv.gz', import.meta.url)
  const text = gunzipSync(readFileSync(file)).toString('utf8')
  const notGoods =
    /^(POST|DOT|C2|M|m|D|B|S|AMAZONFEE|BANK CHARGES|CRUK|PADS|gift_0001_\d\d|23444|22016|23702)$/
  const known = new Set(
    readFileSync(new URL('../data/catalogue.tsv', import.meta.url), 'utf8')
      .match(/^[^\t\n]+/gm)
      ?.map(code => code.toUpperCase())
  )
  const invoices = new Set<string>()
  const counts = {
    lines: 0,
    purchases: 0,
    refunds: 0,
    pieces: 0,
    thousandths: 0n,
    newest: 0,
    zero: 0,
    negative: 0
  }
  for (const found of text.matchAll(
    /^(\w?\d+)\t(\d+)\t([^\t]+)\t(?:purchase|return)\t(-?\d+)\t(-?)(\d+)\.?(\d*)\t/gm
  )) {
    const [, invoice = '', seconds, code = '', quantity, minus, pounds, fraction = ''] = found
    counts.lines += 1
    invoices.add(invoice)
    counts.newest = Math.max(counts.newest, Number(seconds))
    const thousandths = BigInt(`${pounds}${fraction.padEnd(3, '0')}`)
    if (minus === '-') counts.negative += 1
    else if (thousandths === 0n) counts.zero += 1
    else if (
      thousandths % 10n === 0n &&
      known.has(code.toUpperCase()) &&
      !notGoods.test(code) &&
      !PACKING.has(code)
    ) {
      counts[Number(quantity) < 0 ? 'refunds' : 'purchases'] += 1
      counts.pieces += Number(quantity)
      counts.thousandths += BigInt(Number(quantity)) * thousandths
    }
  }
  return { ...counts, invoices: invoices.size }
}

/** Codes of the catalogue whose title is a packing charge. */
const PACKING = new Set(
  readFileSync(new URL('../data/catalogue.tsv', import.meta.url), 'utf8').match(
    /^[^\t\n]+(?=\tPACKING CHARGE)/gm
  )
)

async function readAll() {
  const reasons = new Map<string, number>()
  const invoices = new Set<string>()
  const sums = { lines: 0, pieces: 0, pence: 0n, newest: 0 }
  for await (const line of orderLines(NOW)) {
    sums.lines += 1
    invoices.add(line.invoice)
    const key = line.kind === 'refused' ? line.reason : line.kind
    reasons.set(key, (reasons.get(key) ?? 0) + 1)
    if (line.kind === 'refused') continue
    const pieces = line.kind === 'refund' ? -line.quantity : line.quantity
    sums.pieces += pieces
    sums.pence += BigInt(pieces) * BigInt(line.unitPriceMinor)
    sums.newest = Math.max(sums.newest, line.at)
  }
  return { ...sums, invoices: invoices.size, reasons }
}

let read: Awaited<ReturnType<typeof readAll>>

beforeAll(async () => {
  read = await readAll()
}, 60_000)

test('DD-1, DD-2 accounts for every line and agrees with a count made another way', () => {
  const other = countedAnotherWay()

  expect(other.lines).toBe(451_127)
  expect(other.invoices).toBe(22_274)
  expect(read.lines).toBe(451_127)
  expect(read.invoices).toBe(22_274)
  expect([...read.reasons.values()].reduce((sum, count) => sum + count, 0)).toBe(451_127)

  expect(read.reasons.get('purchase')).toBe(other.purchases)
  expect(read.reasons.get('refund')).toBe(other.refunds)
  expect(read.reasons.get('zero price')).toBe(other.zero)
  expect(read.reasons.get('negative price')).toBe(other.negative)
  expect(read.pieces).toBe(other.pieces)
  expect(read.pence * 10n).toBe(other.thousandths)
  expect(other.newest * 1000).toBe(NEWEST_ORDER_AT)
  expect(read.newest).toBeLessThanOrEqual(NOW)
}, 60_000)

test('DD-1 the reasons are these', () => {
  expect(Object.fromEntries(read.reasons)).toEqual({
    purchase: 438_568,
    refund: 7668,
    postage: 1884,
    adjustment: 577,
    'zero price': 2257,
    fee: 75,
    sample: 60,
    voucher: 31,
    'finer than a penny': 4,
    'negative price': 2,
    service: 1
  })
}, 60_000)

test('DD-4 numbers lines within their invoice, refused ones too, and keeps two equal lines two', async () => {
  const seen = new Set<string>()
  const bodies = new Map<string, number>()
  const lengths = new Map<string, number>()
  let outOfPlace = 0
  for await (const { line, ...row } of orderRows()) {
    seen.add(`${row.invoice}/${line}`)
    lengths.set(row.invoice, (lengths.get(row.invoice) ?? 0) + 1)
    if (line !== lengths.get(row.invoice)) outOfPlace += 1
    const body = JSON.stringify(row)
    bodies.set(body, (bodies.get(body) ?? 0) + 1)
  }
  expect(seen.size).toBe(451_127)
  expect(outOfPlace).toBe(0)
  const repeated = [...bodies.values()].reduce((sum, count) => sum + count - 1, 0)
  expect(repeated).toBeGreaterThan(1000)
}, 60_000)

const ROW: OrderRow = {
  invoice: 'C536379',
  line: 3,
  at: Date.UTC(2010, 11, 1, 9, 41),
  stockCode: '85132c',
  event: 'return',
  quantity: -2,
  price: '2.55',
  customer: '14527',
  country: 'United Kingdom'
}

test('DD-1 reads one row, and gives the first reason that applies', () => {
  const sold = () => null
  const expected: OrderLine = {
    kind: 'refund',
    invoice: 'C536379',
    line: 3,
    at: Date.UTC(2025, 11, 1, 9, 41),
    itemId: '85132C',
    quantity: 2,
    unitPriceMinor: 255,
    customer: '14527',
    country: 'United Kingdom'
  }
  expect(readOrderRow(ROW, 15, sold)).toEqual(expected)
  expect(readOrderRow({ ...ROW, price: '-5' }, 15, () => 'postage')).toMatchObject({
    reason: 'negative price'
  })
  expect(readOrderRow({ ...ROW, price: '0.0' }, 15, sold)).toMatchObject({ reason: 'zero price' })
  expect(readOrderRow({ ...ROW, price: '0.001' }, 15, sold)).toMatchObject({ reason: 'finer than a penny' })
  expect(readOrderRow(ROW, 15, () => 'unknown item')).toMatchObject({
    kind: 'refused',
    reason: 'unknown item'
  })
})

test('DD-6 says a row in the words of POST /v1/orders', () => {
  expect(orderImportLine({ ...ROW, customer: null }, 15)).toEqual({
    order_id: 'C536379',
    line: 3,
    timestamp: Date.UTC(2025, 11, 1, 9, 41),
    customer_id: null,
    item_id: '85132C',
    quantity: -2,
    price: 2.55,
    currency: 'GBP',
    country: 'United Kingdom'
  })
})

test('DD-5, DD-6 the import holds all lines, the strange ones too, moved to the present', async () => {
  let lines = 0
  let pounds = 0
  const items = new Set<string>()
  let newest = 0
  for await (const text of orderImportLines(NOW)) {
    const line: ReturnType<typeof orderImportLine> = JSON.parse(text)
    lines += 1
    pounds += line.price < 0 ? 1 : 0
    items.add(line.item_id)
    newest = Math.max(newest, line.timestamp)
  }
  expect(lines).toBe(451_127)
  expect(pounds).toBe(2)
  expect(items.has('POST') && items.has('M') && items.has('BANK CHARGES')).toBe(true)
  expect(newest).toBe(shiftYears(NEWEST_ORDER_AT, 15))
}, 60_000)
