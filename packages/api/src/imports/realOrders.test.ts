import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { openTestApi, SHOP, type TestApi } from '../testing/openTestApi.ts'

const ROOT = join(import.meta.dirname, '../../../..')
const FILE = [
  join(ROOT, '../shared/data/orders/uci-online-retail/until_2011-11-08.tsv.gz'),
  join(ROOT, 'demo/data/until_2011-11-08.tsv.gz')
].find(existsSync)
if (!FILE) console.log('NOT MEASURED AP-24: the order file is not here')

const NO_GOODS = ['POST', 'DOT', 'C2', 'M', 'D', 'S', 'B', 'PADS', 'CRUK', 'AMAZONFEE', 'BANK CHARGES']

type Row = readonly [
  invoice: string,
  seconds: number,
  code: string,
  quantity: number,
  price: number,
  customer: string
]

function readRows(file: string): Row[] {
  const [, ...lines] = gunzipSync(readFileSync(file)).toString('utf8').trim().split('\n')
  return lines.map(line => {
    const [invoice = '', seconds, code = '', , quantity, price, customer = ''] = line.split('\t')
    return [invoice, Number(seconds), code, Number(quantity), Number(price), customer]
  })
}

/** Counts by itself, with nothing of the importer: in pence, by the till's own marks. */
function independentCount(rows: readonly Row[]) {
  const sums = {
    purchases: { lines: 0, quantity: 0, value: 0 },
    refunds: { lines: 0, quantity: 0, value: 0 }
  }
  const reasons = { not_a_product: 0, price_not_positive: 0 }
  for (const [invoice, , code, quantity, price] of rows) {
    const pence = Math.round(price * 100)
    if (NO_GOODS.includes(code.toUpperCase())) reasons.not_a_product++
    else if (pence <= 0) reasons.price_not_positive++
    else {
      const sum = invoice.startsWith('C') || quantity < 0 ? sums.refunds : sums.purchases
      sum.lines++
      sum.quantity += Math.abs(quantity)
      sum.value += Math.abs(quantity) * pence
    }
  }
  return { sums, reasons }
}

function* ndjsonOf(rows: readonly Row[]) {
  const numbers = new Map<string, number>()
  for (const [invoice, seconds, code, quantity, price, customer] of rows) {
    const line = (numbers.get(invoice) ?? 0) + 1
    numbers.set(invoice, line)
    const order = { order_id: invoice, line, timestamp: seconds * 1000, customer_id: customer || null }
    yield Buffer.from(`${JSON.stringify({ ...order, item_id: code, quantity, price })}\n`)
  }
}

async function send(api: TestApi, rows: readonly Row[]) {
  const answer = await api.app.request('/v1/orders', {
    method: 'POST',
    body: Readable.toWeb(Readable.from(ndjsonOf(rows))),
    headers: { authorization: `Bearer ${SHOP.secret}`, 'content-type': 'application/x-ndjson' },
    duplex: 'half'
  } as RequestInit)
  return (await answer.json()) as Record<string, unknown>
}

test.runIf(FILE)(
  'AP-24 reconciles a real shop’s 451,127 order lines with an independent count, and adds nothing the second time',
  { timeout: 240_000 },
  async () => {
    const rows = readRows(FILE ?? '')
    expect(rows).toHaveLength(451_127)
    const { sums, reasons } = independentCount(rows)
    const refused = reasons.not_a_product + reasons.price_not_positive
    const api = await openTestApi()
    const accepted = rows.length - refused
    expect(await send(api, rows)).toMatchObject({ lines: rows.length, accepted, known: 0, refused, reasons })
    expect(await api.store.orders.totals(SHOP.id)).toEqual(sums)
    expect(await send(api, rows)).toMatchObject({ accepted: 0, known: accepted, refused })
    expect(await api.store.orders.totals(SHOP.id)).toEqual(sums)
  }
)
