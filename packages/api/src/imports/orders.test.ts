import { describe, expect, test } from 'vitest'
import { MUG, ndjson, postOrders, putCatalog } from '../testing/feeds.ts'
import { DAY_MS, NOON, openTestApi, RIVAL, SHOP } from '../testing/openTestApi.ts'

const LINE = {
  order_id: '536365',
  line: 1,
  timestamp: NOON - DAY_MS,
  customer_id: '17850',
  item_id: '84029',
  quantity: 6,
  price: '2.55',
  currency: 'GBP',
  country: 'United Kingdom'
}

describe('POST /v1/orders', () => {
  test('AP-20 counts every line as accepted, known or refused, and says why', async () => {
    const api = await openTestApi()
    const lines = [LINE, LINE, '{', { ...LINE, line: 2, quantity: 0 }, { ...LINE, line: 3 }, 7]
    expect(await postOrders(api, lines)).toEqual({
      status: 200,
      report: {
        lines: 6,
        accepted: 2,
        known: 1,
        refused: 3,
        unknownItems: 3,
        reasons: { line_not_json: 1, quantity_zero: 1, line_invalid: 1 },
        examples: [
          { line: 3, code: 'line_not_json', field: '', problem: 'must be JSON' },
          { line: 4, code: 'quantity_zero', field: 'quantity', problem: 'must not be 0' },
          { line: 6, code: 'line_invalid', field: '', problem: 'must be an object' }
        ]
      }
    })
  })

  test('AP-20 shows few refusals of a kind, so that none hides another', async () => {
    const api = await openTestApi()
    const { report } = await postOrders(api, [
      ...Array.from({ length: 30 }, (_, at) => ({ ...LINE, line: at + 1, quantity: 0 })),
      { ...LINE, line: 99, price: 0 }
    ])
    expect(report).toMatchObject({ reasons: { quantity_zero: 30, price_not_positive: 1 } })
    const codes = (report['examples'] as { code: string }[]).map(({ code }) => code)
    expect(codes).toEqual([...Array(5).fill('quantity_zero'), 'price_not_positive'])
  })

  test('AP-21 adds nothing when the same file comes again', async () => {
    const api = await openTestApi()
    const lines = [LINE, { ...LINE, line: 2 }, { ...LINE, order_id: 'C536379', quantity: -1 }]
    expect((await postOrders(api, lines)).report).toMatchObject({ accepted: 3, known: 0 })
    const before = await api.store.orders.totals(SHOP.id)
    expect((await postOrders(api, lines)).report).toMatchObject({ accepted: 0, known: 3 })
    expect(await api.store.orders.totals(SHOP.id)).toEqual(before)
  })

  test('AP-21 keeps two equal lines of one invoice as two', async () => {
    const api = await openTestApi()
    await postOrders(api, [LINE, { ...LINE, line: 2 }])
    expect((await api.store.orders.totals(SHOP.id)).purchases).toEqual({
      lines: 2,
      quantity: 12,
      value: 3060
    })
  })

  test.for([
    ['line_invalid', { order_id: '' }, 'order_id'],
    ['line_invalid', { timestamp: '2026-03-01' }, 'timestamp'],
    ['line_invalid', { item_id: null }, 'item_id'],
    ['not_a_product', { item_id: 'post' }, 'item_id'],
    ['not_a_product', { item_id: 'BANK CHARGES' }, 'item_id'],
    ['quantity_zero', { quantity: 0 }, 'quantity'],
    ['quantity_not_whole', { quantity: 1.5 }, 'quantity'],
    ['price_not_positive', { price: 0 }, 'price'],
    ['price_not_positive', { price: '-11062.06' }, 'price'],
    ['price_not_positive', { price: 0.001 }, 'price'],
    ['price_not_positive', { price: 0, quantity: -3 }, 'price'],
    ['price_invalid', { price: 'a lot' }, 'price'],
    ['price_invalid', { price: 5_000_000_000, quantity: -3 }, 'price'],
    ['currency_differs', { currency: 'EUR' }, 'currency'],
    ['timestamp_in_future', { timestamp: NOON + 2 * DAY_MS }, 'timestamp']
  ] as const)('AP-22 refuses a line as %s: %j', async ([code, change, field]) => {
    const api = await openTestApi()
    const { report } = await postOrders(api, [{ ...LINE, ...change }])
    expect(report).toMatchObject({
      accepted: 0,
      refused: 1,
      reasons: { [code]: 1 },
      examples: [{ code, field }]
    })
  })

  test('AP-22 keeps what the catalogue does not hold, and a till code that the catalogue does', async () => {
    const api = await openTestApi()
    await putCatalog(api, [{ ...MUG, id: 'POST', title: 'Garden post' }, MUG])
    const { report } = await postOrders(api, [
      { ...LINE, item_id: 'POST' },
      { ...LINE, line: 2, item_id: 'long gone' },
      { ...LINE, line: 3, customer_id: null }
    ])
    expect(report).toMatchObject({ accepted: 3, refused: 0, unknownItems: 1 })
  })

  test('AP-23 reads negative quantities as refunds, and nothing else', async () => {
    const api = await openTestApi()
    await postOrders(api, [
      { ...LINE, order_id: 'C536379', quantity: -2 },
      { ...LINE, order_id: 'C536380', quantity: 1 },
      { ...LINE, order_id: 536381, quantity: -3 },
      { ...LINE, order_id: 'CHRISTMAS', quantity: 5 }
    ])
    const { purchases, refunds } = await api.store.orders.totals(SHOP.id)
    expect(refunds).toEqual({ lines: 2, quantity: 5, value: 5 * 255 })
    expect(purchases).toEqual({ lines: 2, quantity: 6, value: 6 * 255 })
  })

  test('AP-30 tells its progress line by line, and the report last', async () => {
    const api = await openTestApi()
    const lines = Array.from({ length: 45_000 }, (_, at) => ({ ...LINE, line: at + 1 }))
    const answer = await api.merchant('POST', '/v1/orders', {
      body: ndjson(lines),
      type: 'application/x-ndjson',
      headers: { accept: 'application/x-ndjson' }
    })
    expect(answer.headers.get('content-type')).toBe('application/x-ndjson')
    const told = (await answer.text())
      .trim()
      .split('\n')
      .map(line => JSON.parse(line) as Record<string, unknown>)
    expect(told).toHaveLength(3)
    expect(told[0]).toMatchObject({ done: false, lines: expect.any(Number), accepted: expect.any(Number) })
    expect(told.at(-1)).toMatchObject({ done: true, lines: 45_000, accepted: 45_000, reasons: {} })
  })

  test('AP-18 keeps two shops’ orders apart, whatever they number alike', async () => {
    const api = await openTestApi()
    await postOrders(api, [LINE])
    const answer = await api.merchant('POST', '/v1/orders', {
      body: JSON.stringify([LINE]),
      secret: RIVAL.secret
    })
    expect(await answer.json()).toMatchObject({ accepted: 1, known: 0 })
    expect((await api.store.orders.totals(RIVAL.id)).purchases.lines).toBe(1)
  })

  test('AP-31 lists the last imports with what was refused and why', async () => {
    const api = await openTestApi()
    await postOrders(api, [LINE, { ...LINE, line: 2, quantity: 0 }])
    const answer = await api.merchant('GET', '/v1/reports/imports')
    expect(await answer.json()).toMatchObject({
      imports: [{ kind: 'orders', started: NOON, ended: NOON, report: { reasons: { quantity_zero: 1 } } }]
    })
    const rivals = await api.merchant('GET', '/v1/reports/imports', { body: '', secret: RIVAL.secret })
    expect(await rivals.json()).toEqual({ imports: [] })
  })

  test('AP-20 refuses a form it does not read and a channel that is none', async () => {
    const api = await openTestApi()
    const csv = await api.merchant('POST', '/v1/orders', { body: 'a,b', type: 'text/csv' })
    expect([csv.status, await csv.json()]).toEqual([400, expect.objectContaining({ field: 'content-type' })])
    const channel = await api.merchant('POST', '/v1/orders?source=pigeon', { body: '[]' })
    expect(await channel.json()).toMatchObject({ code: 'body_invalid', field: 'source' })
  })
})
