import { partsOfEventId } from '@vitrine/protocol'
import { SignJWT } from 'jose'
import { describe, expect, test } from 'vitest'
import { openRecent } from '../people/openRecent.ts'
import { visitorSpans } from '../store/visitorSpans.ts'
import { batchOf, look } from '../testing/batches.ts'
import { LANTERN, MUG, postOrders, putCatalog } from '../testing/feeds.ts'
import { DAY_MS, identityToken, NOON, openTestApi, RIVAL, SHOP } from '../testing/openTestApi.ts'

const LINE = {
  order_id: '1001',
  line: 1,
  timestamp: NOON - 3 * DAY_MS,
  customer_id: '17850',
  item_id: LANTERN.id,
  quantity: 2,
  price: 2.55
}

const ORDERS = [
  LINE,
  { ...LINE, line: 2, item_id: MUG.id, quantity: 1, price: 4.25 },
  { ...LINE, line: 3 },
  { ...LINE, order_id: 'C1002', timestamp: NOON - DAY_MS, quantity: -1 },
  { ...LINE, order_id: '1003', customer_id: '99', item_id: 'gone' },
  { ...LINE, order_id: '1004', customer_id: null }
]

async function openWithOrders() {
  const api = await openTestApi()
  await putCatalog(api, [LANTERN, MUG])
  await postOrders(api, ORDERS)
  return api
}

interface Page {
  readonly events: readonly Record<string, unknown>[]
  readonly next?: string
}

describe('GET /v1/me/events', () => {
  test('AP-41 tells a customer’s orders as GA4 events, one an order, with what the catalogue knows', async () => {
    const api = await openWithOrders()
    const answer = await api.customer('/v1/me/events', await identityToken('17850'))
    expect(answer.status).toBe(200)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    const item = {
      item_id: LANTERN.id,
      item_group_id: '22138',
      item_name: 'Red lantern',
      item_brand: 'Glow',
      item_category: 'Giftware',
      item_category2: 'Lighting',
      item_category3: 'Lanterns',
      color: 'Red',
      material: 'metal',
      price: 2.55
    }
    expect(await answer.json()).toEqual({
      events: [
        {
          event_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
          event: 'purchase',
          timestamp: NOON - 3 * DAY_MS,
          source: 'import',
          transaction_id: '1001',
          currency: 'GBP',
          value: 14.45,
          items: [
            { ...item, quantity: 4 },
            {
              item_id: MUG.id,
              item_group_id: MUG.id,
              item_name: 'Mug',
              item_category: 'Giftware',
              item_category2: 'Kitchen',
              price: 4.25,
              quantity: 1
            }
          ]
        },
        {
          event_id: expect.any(String),
          event: 'refund',
          timestamp: NOON - DAY_MS,
          source: 'import',
          transaction_id: 'C1002',
          currency: 'GBP',
          value: 2.55,
          items: [{ ...item, quantity: 1 }]
        }
      ]
    })
  })

  test('AP-41 gives an order the same id each time, and tells of what the catalogue has lost', async () => {
    const api = await openWithOrders()
    const ask = async () =>
      (await (await api.customer('/v1/me/events', await identityToken('99'))).json()) as Page
    const first = await ask()
    expect(first.events[0]).toMatchObject({ items: [{ item_id: 'gone', quantity: 2, price: 2.55 }] })
    expect(await ask()).toEqual(first)
    await putCatalog(api, [MUG])
    const kept = (await (await api.customer('/v1/me/events', await identityToken('17850'))).json()) as Page
    expect(kept.events[0]).toMatchObject({ items: [{ item_name: 'Red lantern' }, { item_name: 'Mug' }] })
  })

  test('AP-42 comes in pages, each beginning where `next` says', async () => {
    const api = await openTestApi()
    const orders = Array.from({ length: 230 }, (_, at) => ({ ...LINE, order_id: String(1000 + at) }))
    await postOrders(api, orders)
    const token = await identityToken('17850')
    const seen: unknown[] = []
    let next: string | undefined = '0'
    let pages = 0
    while (next !== undefined) {
      const answer = await api.customer(`/v1/me/events?since=${encodeURIComponent(next)}`, token)
      const page = (await answer.json()) as Page
      seen.push(...page.events.map(event => event['transaction_id']))
      next = page.next
      pages++
    }
    expect(pages).toBe(3)
    expect(seen).toEqual(orders.map(order => order.order_id))
  })

  test('AP-42 tells only orders received since a moment', async () => {
    const api = await openTestApi()
    await postOrders(api, [LINE])
    api.clock.now += DAY_MS
    await postOrders(api, [{ ...LINE, order_id: '0900', timestamp: NOON - 90 * DAY_MS }])
    const token = await identityToken('17850', SHOP, { issuedAt: api.clock.now })
    const ids = async (since: number) => {
      const page = (await (await api.customer(`/v1/me/events?since=${since}`, token)).json()) as Page
      return page.events.map(event => event['transaction_id'])
    }
    expect(await ids(0)).toEqual(['0900', '1001'])
    expect(await ids(NOON + 1)).toEqual(['0900'])
    expect(await ids(api.clock.now + 1)).toEqual([])
    expect((await api.customer('/v1/me/events?since=yesterday', token)).status).toBe(400)
  })

  test('AP-43 tells nobody of another customer, and no shop of another’s', async () => {
    const api = await openWithOrders()
    const empty = async (token: string) =>
      (await (await api.customer('/v1/me/events', token)).json()) as object
    expect(await empty(await identityToken('stranger'))).toEqual({ events: [] })
    expect(await empty(await identityToken('17850', RIVAL))).toEqual({ events: [] })
  })

  test('AP-40 refuses every token but one the shop signed for now', async () => {
    const api = await openWithOrders()
    const forged = { id: SHOP.id, identitySecret: RIVAL.identitySecret }
    const key = new TextEncoder().encode(SHOP.identitySecret)
    const now = Math.floor(NOON / 1000)
    const bare = () => new SignJWT({}).setProtectedHeader({ alg: 'HS256' })
    const tokens = {
      forged: await identityToken('17850', forged),
      expired: await identityToken('17850', SHOP, { issuedAt: NOON - 7_200_000 }),
      eternal: await identityToken('17850', SHOP, { issuedAt: NOON - 2 * DAY_MS, validMs: 9 * DAY_MS }),
      nobody: await bare()
        .setAudience(SHOP.id)
        .setIssuedAt(now)
        .setExpirationTime(now + 60)
        .sign(key),
      otherwise: await new SignJWT({})
        .setProtectedHeader({ alg: 'HS512' })
        .setSubject('17850')
        .setAudience(SHOP.id)
        .setIssuedAt(now)
        .setExpirationTime(now + 60)
        .sign(key),
      endless: await bare().setSubject('17850').setAudience(SHOP.id).setIssuedAt(now).sign(key),
      nowhere: await bare()
        .setSubject('17850')
        .setIssuedAt(now)
        .setExpirationTime(now + 60)
        .sign(key),
      elsewhere: await identityToken('17850', { ...SHOP, id: 'no-shop' }),
      unsigned:
        `${btoa('{"alg":"none"}')}.${btoa(JSON.stringify({ sub: '17850', aud: SHOP.id, iat: now, exp: now + 60 }))}.`.replaceAll(
          '=',
          ''
        ),
      nonsense: 'a.b.c'
    }
    for (const [name, token] of Object.entries(tokens)) {
      const answer = await api.customer('/v1/me/events', token)
      expect([name, answer.status]).toEqual([name, 401])
      expect(await answer.json()).toMatchObject({ code: 'token_invalid' })
    }
    const none = await api.app.request('/v1/me/events')
    expect([none.status, await none.json()]).toEqual([
      401,
      expect.objectContaining({ code: 'token_invalid' })
    ])
  })

  test('AP-44 can be read by pages of the shop’s origins only, and without cookies', async () => {
    const api = await openWithOrders()
    const token = await identityToken('17850')
    const from = (origin: string, init = {}) =>
      api.customer('/v1/me/events', token, { ...init, headers: { origin } })
    const own = await from('https://corner.example')
    expect(own.headers.get('access-control-allow-origin')).toBe('https://corner.example')
    expect(own.headers.get('access-control-allow-credentials')).toBeNull()
    expect(own.headers.get('vary')).toContain('origin')
    const rival = await from('https://rival.example')
    expect([rival.status, await rival.json()]).toEqual([
      403,
      expect.objectContaining({ code: 'origin_not_allowed' })
    ])
    const stranger = await from('https://evil.example')
    expect([stranger.status, stranger.headers.get('access-control-allow-origin')]).toEqual([403, null])
    const preflight = await from('https://corner.example', { method: 'OPTIONS' })
    expect(preflight.status).toBe(204)
    expect(preflight.headers.get('access-control-allow-headers')).toBe('authorization, x-vitrine-visitor')
    expect((await from('https://evil.example', { method: 'OPTIONS' })).status).toBe(403)
    const erase = await api.app.request('/v1/me', {
      method: 'OPTIONS',
      headers: { origin: 'https://corner.example' }
    })
    expect(erase.headers.get('access-control-allow-methods')).toContain('DELETE')
  })
})

describe('a customer’s own data', () => {
  async function openWithDevice() {
    const api = await openWithOrders()
    await api.post(batchOf([look(0, 'A'), look(1, 'B')], { visitor: 'phone-of-17850' }))
    await api.post(batchOf([look(2, 'C')], { visitor: 'somebody-else' }))
    await api.customer('/v1/me/events?visitor=phone-of-17850', await identityToken('17850'))
    return api
  }

  test('AP-45 is exported whole: orders, and what the devices told on which the customer logged in', async () => {
    const api = await openWithDevice()
    const answer = await api.customer('/v1/me/export', await identityToken('17850'))
    expect(await answer.json()).toMatchObject({
      customer: '17850',
      orders: [{ transaction_id: '1001' }, { transaction_id: 'C1002' }],
      devices: [
        {
          visitor: 'phone-of-17850',
          events: [{ event: 'view_item', items: [{ item_id: 'A' }] }, { items: [{ item_id: 'B' }] }]
        }
      ]
    })
  })

  test.for([
    ['the header', '/v1/me/events', { 'x-vitrine-visitor': 'phone-of-17850' }],
    ['the address', '/v1/me/events?visitor=phone-of-17850', {}]
  ] as const)('AP-45 takes the device’s id from %s', async ([, path, headers]) => {
    const api = await openWithOrders()
    await api.customer(path, await identityToken('17850'), { headers })
    expect(await api.store.people.visitorsOf(SHOP.id, '17850')).toEqual(['phone-of-17850'])
  })

  test('AP-46 is erased: the devices’ events go, the orders lose the name, the shop’s sums stay', async () => {
    const api = await openWithDevice()
    const before = await api.store.orders.totals(SHOP.id)
    const token = await identityToken('17850')
    expect((await api.customer('/v1/me', token, { method: 'DELETE' })).status).toBe(204)
    expect(await api.store.events.count(SHOP.id)).toBe(1)
    expect(await (await api.customer('/v1/me/export', token)).json()).toMatchObject({
      orders: [],
      devices: []
    })
    expect(await api.store.orders.totals(SHOP.id)).toEqual(before)
    await postOrders(api, ORDERS)
    expect(await (await api.customer('/v1/me/events', token)).json()).toEqual({ events: [] })
  })

  test('AP-47 of a device is forgotten by its id alone, and what comes late is not kept', async () => {
    const api = await openWithDevice()
    const forget = (body: object, headers = {}) =>
      api.app.request('/v1/forget', { method: 'POST', body: JSON.stringify(body), headers })
    const mine = { shop: SHOP.id, key: SHOP.key, visitor: 'phone-of-17850' }
    expect((await forget({ ...mine, key: 'pk_nobody' })).status).toBe(401)
    expect((await forget({ ...mine, key: RIVAL.key, shop: RIVAL.id })).status).toBe(204)
    expect((await forget(mine, { origin: 'https://evil.example' })).status).toBe(403)
    expect((await forget({ ...mine, visitor: '' })).status).toBe(400)
    expect(await api.store.events.count(SHOP.id)).toBe(3)

    const answer = await forget(mine, { origin: 'https://corner.example' })
    expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([204, '*'])
    expect(await api.store.events.count(SHOP.id)).toBe(1)
    const late = await api.post(batchOf([look(7, 'A')], { visitor: 'phone-of-17850' }))
    expect(late.status).toBe(204)
    expect(await api.store.events.count(SHOP.id)).toBe(1)
  })

  test('AP-48 leaves no row of a device nobody knows, and still keeps nothing it sends a moment later', async () => {
    const api = await openWithDevice()
    const marked: string[] = []
    const { markForgotten } = api.store.people
    Object.assign(api.store.people, {
      markForgotten: (shop: string, visitor: string, at: number) => {
        marked.push(visitor)
        return markForgotten(shop, visitor, at)
      }
    })
    const forget = (visitor: string, more = {}) =>
      api.app.request('/v1/forget', {
        method: 'POST',
        body: JSON.stringify({ shop: SHOP.id, key: SHOP.key, visitor, ...more })
      })
    expect((await forget('invented-id')).status).toBe(204)
    expect(marked).toEqual([])
    await api.post(batchOf([look(7, 'A')], { visitor: 'invented-id' }))
    expect(await api.store.events.ofVisitor(SHOP.id, 'invented-id')).toEqual([])
    expect((await forget('phone-of-17850')).status).toBe(204)
    expect(marked).toEqual(['phone-of-17850'])
    for (const key of [{ toString: 1 }, 7, null, undefined]) {
      const answer = await forget('phone-of-17850', { key })
      expect([answer.status, await answer.json()]).toEqual([400, expect.objectContaining({ field: 'key' })])
    }
  })

  test('AP-48 remembers in memory the newest only', () => {
    const recent = openRecent(2)
    for (const word of ['a', 'b', 'a', 'c']) recent.add(word)
    expect(['a', 'b', 'c'].map(recent.has)).toEqual([true, false, true])
  })

  test('AP-49 of a device is looked for in no stretch of more than an hour, whatever times it told', async () => {
    const HOUR_MS = 3_600_000
    const told = Array.from({ length: 500 }, (_, at) => look(at, 'A', NOON - at * 0.4 * HOUR_MS))
    const whose = { shop: SHOP.id, visitor: 'v', tab: 't', received: NOON }
    const events = told.map(event => ({ ...whose, event, corrected: event.at }))
    const spans = visitorSpans(events)
    const timeOf = (id: unknown) => partsOfEventId(String(id))?.at ?? Number.NaN
    for (const [, , first, last] of spans) expect(timeOf(last) - timeOf(first)).toBeLessThanOrEqual(HOUR_MS)
    const api = await openTestApi()
    await api.store.events.append(events)
    await api.store.events.append(events.slice(1))
    expect(await api.store.events.ofVisitor(SHOP.id, 'v')).toHaveLength(500)
    expect(await api.store.events.forget(SHOP.id, 'v')).toBe(500)
    expect(await api.store.events.count(SHOP.id)).toBe(0)
  })

  test('AP-47 is forgotten though a batch of it is just being written', async () => {
    const api = await openWithDevice()
    const post = api.post(batchOf([look(8, 'A')], { visitor: 'phone-of-17850' }))
    while (api.ingest.waitingBytes() === 0) await Promise.resolve()
    const body = JSON.stringify({ shop: SHOP.id, key: SHOP.key, visitor: 'phone-of-17850' })
    await api.app.request('/v1/forget', { method: 'POST', body })
    expect((await post).status).toBe(204)
    expect(await api.store.events.ofVisitor(SHOP.id, 'phone-of-17850')).toEqual([])
  })
})
