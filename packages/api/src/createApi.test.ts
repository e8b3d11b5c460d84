import { PROBLEMS } from '@vitrine/protocol'
import { describe, expect, test } from 'vitest'
import { readSettings } from './readSettings.ts'
import { serveApi } from './serveApi.ts'
import { openSqliteStore } from './store/store.ts'
import { batchOf, look } from './testing/batches.ts'
import { postOrders } from './testing/feeds.ts'
import { identityToken, NOON, openTestApi, SHOP } from './testing/openTestApi.ts'

describe('every answer', () => {
  test('AP-70 that refuses is problem+json with a code and its status', async () => {
    const api = await openTestApi()
    const broken = { ...api.store, ping: () => Promise.reject(new Error('no disk')) }
    const sick = await openTestApi({ store: broken })
    const answers = [
      await api.app.request('/nowhere'),
      await api.app.request('/v1/events', { method: 'GET' }),
      await api.post('{'),
      await api.merchant('GET', '/v1/shop/versions/x'),
      await api.customer('/v1/me/events', 'x'),
      await sick.app.request('/readyz')
    ]
    for (const answer of answers) {
      expect(answer.headers.get('content-type')).toBe('application/problem+json')
      const text = await answer.text()
      expect(text).not.toContain('no disk')
      const body = JSON.parse(text) as { code: keyof typeof PROBLEMS; status: number; type: string }
      expect(PROBLEMS[body.code]).toBe(answer.status)
      expect(body).toMatchObject({ status: answer.status, title: expect.any(String) })
      expect(body.type).toMatch(new RegExp(`#${body.code}$`))
    }
  })

  test('AP-70 is not sniffed, leaks no referrer, and is kept by no cache unless it is public', async () => {
    const api = await openTestApi()
    for (const answer of [await api.app.request('/nowhere'), await api.merchant('GET', '/v1/shop')]) {
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
      expect(answer.headers.get('referrer-policy')).toBe('no-referrer')
      expect(answer.headers.get('cache-control')).toBe('no-store')
    }
  })
})

test('AP-71 logs routes and codes, and no address, body, key or person', async () => {
  const lines: string[] = []
  const log = {
    info: (fields: object) => lines.push(JSON.stringify(fields)),
    error: (fields: object) => lines.push(JSON.stringify(fields))
  }
  const api = await openTestApi({ log, addressOf: () => '203.0.113.7' })
  await api.post(batchOf([look(0, 'secret-taste')], { visitor: 'visitor-of-tests' }))
  await api.customer('/v1/me/events?visitor=visitor-of-tests', await identityToken('customer-17850'))
  await postOrders(api, [
    {
      order_id: 'o',
      line: 1,
      timestamp: NOON,
      customer_id: 'customer-17850',
      item_id: 'x',
      quantity: 1,
      price: 1
    }
  ])
  await api.merchant('GET', '/v1/shop/versions/1')
  expect(lines.length).toBeGreaterThan(4)
  expect(lines.join()).toContain('"route":"/v1/events"')
  for (const word of [
    '203.0.113.7',
    'visitor-of-tests',
    'secret-taste',
    'customer-17850',
    SHOP.key,
    SHOP.secret
  ])
    expect(lines.join()).not.toContain(word)
})

describe('health and end', () => {
  test('AP-72 says that it runs, that it is ready, and what it has counted', async () => {
    const api = await openTestApi()
    expect((await api.app.request('/healthz')).status).toBe(200)
    expect((await api.app.request('/readyz')).status).toBe(200)
    const metrics = await (await api.app.request('/metrics')).text()
    expect(metrics).toContain('vitrine_http_requests_total{route="/readyz",status="200"} 1')
    expect(metrics).toMatch(/vitrine_ingest_waiting_bytes 0\n/)
  })

  test('AP-72 is no longer ready while it stops, and takes no import', async () => {
    const api = await openTestApi()
    api.beginClosing()
    expect(await (await api.app.request('/readyz')).json()).toMatchObject({ code: 'closing', status: 503 })
    expect((await api.merchant('POST', '/v1/orders', { body: '[]' })).status).toBe(503)
    expect((await api.post(batchOf([look(0, 'A')]))).status).toBe(204)
  })

  test('AP-72 answers what is under way before it ends, and all of that is on the disk', async () => {
    const store = await openSqliteStore(':memory:')
    const { promise: disk, resolve: written } = Promise.withResolvers<void>()
    let added = 0
    let isClosed = false
    const { promise: reader, resolve: read } = Promise.withResolvers<void>()
    let isServing = false
    let asked = false
    const slow = {
      ...store,
      events: {
        ...store.events,
        append: async (events: Parameters<typeof store.events.append>[0]) => {
          await disk
          added += await store.events.append(events)
          return added
        }
      },
      configs: {
        ...store.configs,
        current: async (shop: string) => {
          if (isServing) {
            asked = true
            await reader
          }
          return isClosed ? undefined : store.configs.current(shop)
        }
      },
      close: async () => {
        isClosed = true
        await store.close()
      }
    }
    const api = await openTestApi({ store: slow })
    const server = await serveApi(api, 0, '127.0.0.1')
    isServing = true
    const answer = fetch(`${server.address}/v1/events`, {
      method: 'POST',
      body: JSON.stringify(batchOf([look(0, 'A')]))
    })
    const config = fetch(`${server.address}/v1/corner/config.json`)
    while (api.ingest.waitingBytes() === 0 || !asked) await new Promise(setImmediate)
    const closed = server.close()
    written()
    expect((await answer).status).toBe(204)
    for (let turn = 0; turn < 20; turn++) await new Promise(setImmediate)
    expect(isClosed).toBe(false)
    read()
    expect((await config).status).toBe(200)
    await closed
    expect([added, isClosed]).toEqual([1, true])
    await expect(fetch(`${server.address}/healthz`)).rejects.toThrow()
  })
})

describe('settings', () => {
  const shop = { ...SHOP, origins: ['https://corner.example'] }
  test('AP-73 are read from the environment', () => {
    const read = readSettings({
      VITRINE_PORT: '0',
      VITRINE_SHOPS: JSON.stringify([{ ...shop, currency: 'gbp' }]),
      VITRINE_RATE_PER_KEY: '100/2000',
      VITRINE_RATE_PER_ADDRESS: '7'
    })
    expect(read).toMatchObject({
      ok: true,
      value: {
        port: 0,
        host: '127.0.0.1',
        shops: [{ id: 'corner', currency: 'GBP' }],
        perKey: { perSecond: 100, burst: 2000 },
        perAddress: { perSecond: 7, burst: 7 }
      }
    })
  })

  test.for([
    ['VITRINE_PORT', { VITRINE_PORT: 'eighty' }],
    ['VITRINE_PORT', { VITRINE_PORT: '65536' }],
    ['VITRINE_LOG', { VITRINE_LOG: 'loud' }],
    ['VITRINE_SHOPS/0/notProducts', { VITRINE_SHOPS: JSON.stringify([{ ...shop, notProducts: 'POST' }]) }],
    ['VITRINE_SHOPS/0/notProducts', { VITRINE_SHOPS: JSON.stringify([{ ...shop, notProducts: [7] }]) }],
    ['VITRINE_SHOPS/1/key', { VITRINE_SHOPS: JSON.stringify([shop, { ...shop, id: 'other' }]) }],
    ['VITRINE_SHOPS/0/locale', { VITRINE_SHOPS: JSON.stringify([{ ...shop, locale: 7 }]) }],
    ['VITRINE_RATE_PER_KEY', { VITRINE_RATE_PER_KEY: '0' }],
    ['VITRINE_SHOPS', { VITRINE_SHOPS: '/nowhere/shops.json' }],
    ['VITRINE_SHOPS', { VITRINE_SHOPS: '[' }],
    ['VITRINE_SHOPS/0/id', { VITRINE_SHOPS: '[{}]' }],
    ['VITRINE_SHOPS/0/secret', { VITRINE_SHOPS: JSON.stringify([{ ...shop, secret: 'short' }]) }],
    ['VITRINE_SHOPS/0/identitySecret', { VITRINE_SHOPS: JSON.stringify([{ ...shop, identitySecret: '' }]) }],
    ['VITRINE_SHOPS/0/currency', { VITRINE_SHOPS: JSON.stringify([{ ...shop, currency: 'pounds' }]) }],
    [
      'VITRINE_SHOPS/0/origins',
      { VITRINE_SHOPS: JSON.stringify([{ ...shop, origins: ['https://x.example/'] }]) }
    ]
  ] as const)('AP-73 that are wrong are named: %s', ([field, env]) => {
    expect(readSettings(env)).toMatchObject({ ok: false, field, problem: expect.any(String) })
  })
})
