import type { Hono } from 'hono'
import { describe, expect, test } from 'vitest'
import type { ApiOptions } from '../createApi.ts'
import { networkOf, siteOf } from '../http/networkOf.ts'
import { openSqliteStore } from '../store/store.ts'
import { batchOf, heard, look } from '../testing/batches.ts'
import { identityToken, NOON, openTestApi, RIVAL, SHOP } from '../testing/openTestApi.ts'

const ga4 = (events: readonly object[], head: object = {}) => ({
  shop: SHOP.id,
  key: SHOP.key,
  visitor_id: 'visitor-of-tests',
  events,
  ...head
})

describe('POST /v1/events', () => {
  test('AP-1 answers 204 only after the events are on the disk', async () => {
    const store = await openSqliteStore(':memory:')
    const { promise: disk, resolve: written } = Promise.withResolvers<void>()
    const slow = {
      ...store,
      events: {
        ...store.events,
        append: async (events: Parameters<typeof store.events.append>[0]) => {
          await disk
          return store.events.append(events)
        }
      }
    }
    const api = await openTestApi({ store: slow })
    let answered = false
    const answer = api.post(batchOf([look(0, 'A')])).then(response => {
      answered = true
      return response
    })
    while (api.ingest.waitingBytes() === 0) await new Promise(setImmediate)
    for (let turn = 0; turn < 5; turn++) await new Promise(setImmediate)
    expect(answered).toBe(false)
    written()
    expect((await answer).status).toBe(204)
    expect(await store.events.count(SHOP.id)).toBe(1)
  })

  test('AP-1 answers 500 when the disk refuses, and the batch can come again', async () => {
    const store = await openSqliteStore(':memory:')
    let isFull = true
    const full = {
      ...store,
      events: {
        ...store.events,
        append: (events: Parameters<typeof store.events.append>[0]) =>
          isFull ? Promise.reject(new Error('disk full')) : store.events.append(events)
      }
    }
    const api = await openTestApi({ store: full })
    const batch = batchOf([look(0, 'A')])
    expect((await api.post(batch)).status).toBe(500)
    isFull = false
    expect((await api.post(batch)).status).toBe(204)
    expect(await store.events.count(SHOP.id)).toBe(1)
    expect(api.ingest.waitingBytes()).toBe(0)
  })

  test('AP-2 keeps an event once, however often and beside whatever it is sent', async () => {
    const api = await openTestApi()
    const batch = batchOf([look(0, 'A'), look(1, 'B')])
    await Promise.all([api.post(batch), api.post(batch)])
    await api.post(batchOf([look(1, 'B'), look(2, 'C')]))
    expect(await api.store.events.count(SHOP.id)).toBe(3)
  })

  test('AP-3 takes the compact form and GA4’s, as text or as JSON', async () => {
    const api = await openTestApi()
    const viewed = look(0, 'A')
    expect((await api.post(batchOf([viewed], { visitor: 'visitor-of-tests' }))).status).toBe(204)
    const added = {
      event_id: look(1, 'A').id,
      event: 'add_to_cart',
      timestamp: NOON,
      currency: 'GBP',
      items: [{ item_id: 12, price: '2.50', quantity: '2' }]
    }
    expect((await api.post(ga4([added]), { 'content-type': 'application/json' })).status).toBe(204)
    expect(await api.store.events.ofVisitor(SHOP.id, 'visitor-of-tests')).toEqual([
      viewed,
      {
        ...heard(1, {
          type: 'add_to_cart',
          currency: 'GBP',
          items: [{ itemId: '12', price: 250, quantity: 2 }]
        })
      }
    ])
  })

  test('AP-4 lists what it refuses by index and field, and keeps the rest', async () => {
    const api = await openTestApi()
    const batch = batchOf([look(0, 'A'), look(1, 'B')])
    const { events: packed } = batch
    const answer = await api.post({ ...batch, events: [{ ...packed[0], e: 'dance' }, packed[1]] })
    expect(answer.status).toBe(422)
    expect(answer.headers.get('content-type')).toBe('application/problem+json')
    expect(await answer.json()).toMatchObject({
      code: 'events_refused',
      accepted: 1,
      refused: [{ index: 0, field: 'e' }]
    })
    const bad = ga4([
      { event_id: 'no-uuid', event: 'search', timestamp: NOON },
      { event_id: look(5, 'A').id, event: 'purchase', timestamp: NOON + 1 },
      { event_id: look(6, 'A').id, event: 'search', timestamp: NOON, search_term: 'lamp' }
    ])
    expect(await (await api.post(bad)).json()).toMatchObject({
      accepted: 1,
      refused: [
        { index: 0, field: 'event_id' },
        { index: 1, field: 'timestamp' }
      ]
    })
    expect(await api.store.events.count(SHOP.id)).toBe(2)
  })

  test('AP-4 refuses an event whose money no sum could bear, in either form', async () => {
    const api = await openTestApi()
    const money = { currency: 'GBP', transactionId: 't' }
    const dear = heard(1, { type: 'purchase', ...money, value: 1_000_000_000_001 })
    const item = { itemId: 'A', price: -Number.MAX_SAFE_INTEGER }
    const batch = batchOf([
      heard(0, { type: 'purchase', ...money, value: 1_000_000_000_000 }),
      dear,
      look(2, 'A'),
      heard(3, { type: 'add_to_cart', currency: 'GBP', items: [{ itemId: 'A' }, item] })
    ])
    const [first, ...others] = batch.events
    const answer = await api.post({ ...batch, events: [{ ...first, e: 'dance' }, ...others] })
    expect(await answer.json()).toMatchObject({
      accepted: 1,
      refused: [
        { index: 0, field: 'e' },
        { index: 1, field: 'v', problem: 'must be at most 1000000000000 minor units either way' },
        { index: 3, field: 'i/1/p' }
      ]
    })
    expect((await api.post(batchOf([heard(0, { type: 'purchase', ...money, value: 1e12 })]))).status).toBe(
      204
    )
    const sent = { event_id: dear.id, event: 'purchase', timestamp: NOON, currency: 'GBP' }
    const words = await api.post(ga4([{ ...sent, items: [{ item_id: 'A', list_price: 90_000_000_000 }] }]))
    expect(await words.json()).toMatchObject({ refused: [{ index: 0, field: 'items/0/list_price' }] })
    expect(await api.store.events.count(SHOP.id)).toBe(2)
  })

  test('AP-4 names what is wrong with a batch as a whole', async () => {
    const api = await openTestApi()
    const code = async (body: unknown) => (await (await api.post(body)).json()) as object
    expect(await code('{')).toMatchObject({ code: 'body_not_json', status: 400 })
    expect(await code([])).toMatchObject({ code: 'body_invalid', status: 400 })
    expect(await code({ ...batchOf([look(0, 'A')]), tab: 'x' })).toMatchObject({
      code: 'body_invalid',
      field: 'tab'
    })
    expect(await code(ga4([{ event: 'search', timestamp: NOON }]))).toMatchObject({
      code: 'body_invalid',
      field: 'events/0/event_id'
    })
    expect(await api.store.events.count(SHOP.id)).toBe(0)
  })

  test('AP-5 knows a shop by its write key, and lets only its origins post', async () => {
    const api = await openTestApi()
    const batch = batchOf([look(0, 'A')])
    const status = async (change: object, headers = {}) =>
      (await api.post({ ...batch, ...change }, headers)).status
    expect(await status({ key: 'pk_nobody' })).toBe(401)
    expect(await status({ key: RIVAL.key })).toBe(401)
    expect(await status({ key: SHOP.secret })).toBe(401)
    expect(await status({}, { origin: 'https://rival.example' })).toBe(403)
    expect(await status({}, { origin: 'null' })).toBe(403)
    expect(await api.store.events.count(SHOP.id)).toBe(0)
    expect(await status({}, { origin: 'https://corner.example' })).toBe(204)
  })

  test('AP-5 lets the page read every answer, without a preflight and without credentials', async () => {
    const api = await openTestApi()
    for (const body of [batchOf([look(0, 'A')]), '{', { ...batchOf([look(0, 'A')]), key: 'pk_nobody' }]) {
      const { headers } = await api.post(body, { origin: 'https://corner.example' })
      expect(headers.get('access-control-allow-origin')).toBe('*')
      expect(headers.get('access-control-allow-credentials')).toBeNull()
      expect(headers.get('set-cookie')).toBeNull()
    }
    const preflight = await api.app.request('/v1/events', { method: 'OPTIONS' })
    expect(preflight.status).toBe(204)
    expect(preflight.headers.get('access-control-allow-headers')).toBe('content-type')
  })

  test('AP-5 lets the page read refusals, failures and when to come again, on every route of pages', async () => {
    const origin = 'https://corner.example'
    const routes = [
      ['POST', '/v1/events', '*'],
      ['POST', '/v1/forget', '*'],
      ['GET', '/v1/me/events', origin],
      ['GET', '/v1/me/export', origin],
      ['DELETE', '/v1/me', origin]
    ] as const
    const token = await identityToken('17850')
    const bodies: Record<string, object> = {
      '/v1/events': batchOf([look(0, 'A')], { visitor: 'visitor-of-tests' }),
      '/v1/forget': { shop: SHOP.id, key: SHOP.key, visitor: 'visitor-of-tests' }
    }
    const open = (options: Partial<ApiOptions> = {}) => {
      const ask = (app: Hono, method: string, path: string, body?: object) =>
        app.request(path, {
          method,
          headers: { origin, authorization: `Bearer ${token}` },
          ...(body && { body: JSON.stringify(body) })
        })
      return openTestApi(options).then(
        api =>
          (method: string, path: string, body = bodies[path]) =>
            ask(api.app, method, path, body)
      )
    }
    const store = await openSqliteStore(':memory:')
    const failing = { ...store, people: { ...store.people }, events: { ...store.events } }
    for (const [method, path, allowed] of routes) {
      const readable = (answer: Response, status: number) => {
        const { headers } = answer
        expect([method, path, answer.status]).toEqual([method, path, status])
        expect(headers.get('access-control-allow-origin')).toBe(allowed)
        expect(headers.get('access-control-expose-headers')).toBe('Retry-After')
        return headers
      }
      const none = { perSecond: 1, burst: 0 }
      for (const limit of [{ perAddress: none }, { perKey: none }]) {
        const slow = await open(limit)
        expect(readable(await slow(method, path), 429).get('retry-after')).toBe('1')
      }
      readable(await (await open())(method, path), path === '/v1/me/events' || method === 'GET' ? 200 : 204)
      const refuse = () => Promise.reject(new Error('no disk'))
      const sick = await open({
        store: {
          ...failing,
          people: { ...store.people, isForgotten: refuse, markForgotten: refuse, visitorsOf: refuse },
          orders: { ...store.orders, ofCustomer: refuse },
          events: { ...store.events, knows: refuse }
        }
      })
      readable(await sick(method, path), 500)
    }
  })

  test('AP-9 slows down preflights, model files and readiness too, each kind by itself', async () => {
    const api = await openTestApi({ perAddress: { perSecond: 1, burst: 1 } })
    const asks = [
      () => api.app.request('/v1/events', { method: 'OPTIONS' }),
      () => api.app.request('/models/corner/manifest.json'),
      () => api.app.request('/readyz')
    ]
    for (const ask of asks) {
      expect((await ask()).status).not.toBe(429)
      expect((await ask()).status).toBe(429)
    }
  })

  test.for([
    ['2001:db8:1:2::1', '2001:DB8:1:2:ffff::9%eth0', true],
    ['2001:db8:1:2::1', '2001:db8:1:3::1', false],
    ['::1', '::2', true],
    ['2001:db8::', '2001:db8:0:0:5::', true],
    ['::ffff:203.0.113.7', '::ffff:203.0.113.8', false],
    ['::ffff:203.0.113.7', '::ffff:cb00:7107', true],
    ['203.0.113.7', '203.0.113.8', false],
    ['no address', 'none', false]
  ] as const)('AP-9 takes %s and %s for one network: %s', ([one, other, isSame]) => {
    expect(networkOf(one) === networkOf(other)).toBe(isSame)
  })

  test.for([
    ['2001:db8:1:2::1', '2001:db8:1:ffff::1', true],
    ['2001:db8:1::', '2001:db8:2::', false],
    ['::ffff:203.0.113.7', '::ffff:203.0.113.8', false],
    ['203.0.113.7', '203.0.113.8', false]
  ] as const)('AP-9 takes %s and %s for one site: %s', ([one, other, isSame]) => {
    expect(siteOf(one) === siteOf(other)).toBe(isSame)
  })

  test('AP-6 refuses what is too large before reading it, and says whether to split', async () => {
    const api = await openTestApi()
    const large = await api.post(' '.repeat(512_001))
    expect(large.status).toBe(413)
    expect(await large.json()).toMatchObject({ code: 'body_too_large' })
    const stream = new ReadableStream<Uint8Array>({
      pull: controller => controller.enqueue(new Uint8Array(100_000).fill(32))
    })
    const endless = await api.app.request('/v1/events', {
      method: 'POST',
      body: stream,
      duplex: 'half'
    } as RequestInit)
    expect(endless.status).toBe(413)
    const many = await api.post(ga4(Array.from({ length: 501 }, () => ({}))))
    expect(await many.json()).toMatchObject({ code: 'batch_too_large', status: 413 })
  })

  test('AP-8 says 503 and when to come again while too much waits', async () => {
    const store = await openSqliteStore(':memory:')
    const { promise: disk, resolve: written } = Promise.withResolvers<void>()
    const append = async (events: Parameters<typeof store.events.append>[0]) => {
      await disk
      return store.events.append(events)
    }
    const api = await openTestApi({
      store: { ...store, events: { ...store.events, append } },
      maxWaitingBytes: 300
    })
    const first = api.post(batchOf([look(0, 'A')]))
    while (api.ingest.waitingBytes() === 0) await new Promise(setImmediate)
    const second = await api.post(batchOf([look(1, 'B')]))
    expect(second.status).toBe(503)
    expect(second.headers.get('retry-after')).toBe('2')
    expect(await second.json()).toMatchObject({ code: 'overloaded' })
    written()
    expect((await first).status).toBe(204)
    expect((await api.post(batchOf([look(1, 'B')]))).status).toBe(204)
  })

  test('AP-9 slows down a key and an address, and says for how long', async () => {
    const api = await openTestApi({ perKey: { perSecond: 1, burst: 2 } })
    const post = (seq: number) => api.post(batchOf([look(seq, 'A')]))
    expect([(await post(0)).status, (await post(1)).status]).toEqual([204, 204])
    const slowed = await post(2)
    expect([slowed.status, slowed.headers.get('retry-after')]).toEqual([429, '1'])
    api.clock.now += 1000
    expect((await post(2)).status).toBe(204)

    const busy = await openTestApi({
      perAddress: { perSecond: 1, burst: 1 },
      addressOf: c => c.req.header('x-test-address') ?? ''
    })
    const from = (address: string) => busy.post(batchOf([look(0, 'A')]), { 'x-test-address': address })
    const statuses = [await from('a'), await from('a'), await from('b')].map(({ status }) => status)
    expect(statuses).toEqual([204, 429, 204])
  })

  test('AP-11 counts what devices had to drop, once the batch is kept', async () => {
    const api = await openTestApi()
    await api.post(batchOf([look(0, 'A')], { dropped: { storage_full: 3 } }))
    const text = await (await api.app.request('/metrics')).text()
    expect(text).toContain('vitrine_events_dropped_on_device_total{reason="storage_full"} 3')
    expect(text).toContain('vitrine_events_stored_total 1')
  })

  test('AP-11 remembers no word of a stranger in its counters', async () => {
    const api = await openTestApi()
    for (let seq = 0; seq < 20; seq++) {
      const batch = batchOf([look(seq, 'A')], { dropped: { [`mine-${seq}`]: 2 } })
      const d = { [`mine-${seq}\n`]: { nested: 1 } }
      await api.post({ ...batch, events: [...batch.events, { ...batch.events[0], d }] })
    }
    const text = await (await api.app.request('/metrics')).text()
    expect(text).toContain('vitrine_events_dropped_on_device_total{reason="other"} 40')
    expect(text).not.toContain('mine')
  })
})
