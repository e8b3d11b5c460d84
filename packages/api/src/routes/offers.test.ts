import type { Campaign, IssuedOffer, OfferVerdict } from '@vitrine/protocol'
import { validateIssuedOffer, validateOfferVerdict } from '@vitrine/protocol/schema'
import { describe, expect, test } from 'vitest'
import type { ApiOptions } from '../createApi.ts'
import {
  DAY_MS,
  identityToken,
  NOON,
  openTestApi,
  RIVAL,
  SHOP,
  type TestApi
} from '../testing/openTestApi.ts'

const OFFER = { kind: 'percent', value: 10, validFor: '2d', minimumValue: 3000, prefix: 'WELCOME' } as const

const campaign = (change: Partial<Campaign> = {}): Campaign => ({
  id: 'welcome',
  name: 'Welcome',
  placement: 'exit',
  audience: { all: [] },
  variants: [{ id: 'a', weight: 1, content: { widget: 'popup', layout: 'modal', title: 'Stay a little' } }],
  offer: OFFER,
  ...change
})

async function putCampaigns(api: TestApi, campaigns: readonly Campaign[], shop = SHOP): Promise<void> {
  const config = { v: 1, shop: shop.id, name: 'Corner', currency: 'GBP', locale: 'en', campaigns }
  const body = JSON.stringify({ ...config, placements: [{ id: 'exit' }] })
  const answer = await api.merchant('PUT', '/v1/shop', { body, secret: shop.secret })
  expect(answer.status).toBe(200)
}

/** An API whose shop has one campaign with an offer. */
async function openOffers(change: Partial<Campaign> = {}, options: Partial<ApiOptions> = {}) {
  const api = await openTestApi(options)
  await putCampaigns(api, [campaign(change)])
  return api
}

const wish = (visitor: string, change: object = {}) => ({
  ...{ shop: SHOP.id, key: SHOP.key, campaign: 'welcome', visitor },
  ...change
})

async function ask(api: TestApi, body: object, headers: Record<string, string> = {}): Promise<Response> {
  return api.app.request('/v1/offers', {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'text/plain', ...headers }
  })
}

async function issued(api: TestApi, visitor: string, change: object = {}): Promise<IssuedOffer> {
  const answer = await ask(api, wish(visitor, change))
  expect(answer.status).toBe(200)
  const read = validateIssuedOffer(await answer.json())
  if (!read.ok) throw new Error(`${read.field} ${read.problem}`)
  return read.value
}

async function judged(
  api: TestApi,
  what: 'check' | 'redeem' | 'release',
  body: object,
  secret = SHOP.secret
): Promise<OfferVerdict> {
  const answer = await api.merchant('POST', `/v1/offers/${what}`, { body: JSON.stringify(body), secret })
  const read = validateOfferVerdict(await answer.json())
  if (!read.ok) throw new Error(`${read.field} ${read.problem}`)
  return read.value
}

const codeOf = async (answer: Response) => ((await answer.json()) as { code?: string }).code

describe('POST /v1/offers', () => {
  test.for([
    ['is paused', { status: 'paused' }],
    ['has not begun', { schedule: { from: NOON + 1 } }],
    ['is over', { schedule: { until: NOON } }],
    ['has no offer', { offer: undefined }],
    ['is another', { id: 'farewell' }]
  ] as const)('OF-1 gives nothing when the campaign %s', async ([, change]) => {
    const api = await openTestApi()
    const { offer, ...rest } = campaign(change as Partial<Campaign>)
    await putCampaigns(api, [{ ...rest, ...(offer && { offer }) }])
    const answer = await ask(api, wish('visitor-1'))
    expect([answer.status, await codeOf(answer)]).toEqual([404, 'offer_unavailable'])
  })

  test('OF-1 goes by the current config: neither what was nor another shop’s', async () => {
    const api = await openOffers()
    expect((await ask(api, wish('visitor-1'))).status).toBe(200)
    await putCampaigns(api, [campaign({ status: 'paused' })])
    expect((await ask(api, wish('visitor-2'))).status).toBe(404)
    const rivals = await ask(api, wish('visitor-1', { shop: RIVAL.id, key: RIVAL.key }))
    expect(rivals.status).toBe(404)
  })

  test('OF-2 gives a visitor the same code until it has expired, and then a new one', async () => {
    const api = await openOffers()
    const first = await issued(api, 'visitor-1')
    expect(first.expiresAt).toBe(NOON + 2 * DAY_MS)
    api.clock.now = NOON + 2 * DAY_MS - 1
    expect(await issued(api, 'visitor-1')).toEqual(first)
    expect((await issued(api, 'visitor-2')).code).not.toBe(first.code)
    api.clock.now = NOON + 2 * DAY_MS
    const second = await issued(api, 'visitor-1')
    expect(second.code).not.toBe(first.code)
    expect(second.expiresAt).toBe(NOON + 4 * DAY_MS)
  })

  test('OF-3 issues no more than its most and no visitor two, however many ask at once', async () => {
    const api = await openOffers({ offer: { ...OFFER, most: 7 } })
    const visitors = Array.from({ length: 40 }, (_, at) => `visitor-${at % 20}`)
    const answers = await Promise.all(visitors.map(visitor => ask(api, wish(visitor))))
    const codes = new Map<string, Set<unknown>>()
    for (const [at, answer] of answers.entries()) {
      const visitor = visitors[at] ?? ''
      const said = (await answer.json()) as { code: string }
      expect([200, 409]).toContain(answer.status)
      if (answer.status === 409) expect(said.code).toBe('offer_exhausted')
      else codes.set(visitor, (codes.get(visitor) ?? new Set()).add(said.code))
    }
    expect(codes.size).toBe(7)
    for (const own of codes.values()) expect(own.size).toBe(1)
    const [totals] = await api.store.offers.totals(SHOP.id, NOON)
    expect(totals?.issued).toBe(7)
    // Who has one keeps it, though no more are given.
    const [lucky = ''] = codes.keys()
    expect((await ask(api, wish(lucky))).status).toBe(200)
  })

  test('OF-3 in the store: one of several requests draws, and a code that is taken writes nothing', async () => {
    const api = await openOffers()
    const terms = { campaign: 'welcome', kind: 'percent', minimumValue: 0, expiresAt: NOON + 1 } as const
    const wishFor = (visitor: string, folded: string) =>
      api.store.offers.issue({
        ...{ shop: SHOP.id, visitor, terms, most: 1, now: NOON },
        drawn: { code: folded, folded }
      })
    const both = await Promise.all([wishFor('v', 'A'), wishFor('v', 'B'), wishFor('w', 'C')])
    expect(both.map(stored => stored?.code)).toEqual(['A', 'A', undefined])
    await expect(
      api.store.offers.issue({
        ...{ shop: SHOP.id, visitor: 'x', terms, most: 9, now: NOON },
        drawn: { code: 'A', folded: 'A' }
      })
    ).rejects.toThrow('UNIQUE')
    // Nothing was written of it: the next may have the place.
    expect((await api.store.offers.totals(SHOP.id, NOON))[0]?.issued).toBe(1)
  })

  test('OF-5 needs the write key and an origin of the shop, and lets the page read the refusal', async () => {
    const api = await openOffers()
    const foreign = await ask(api, wish('v'), { origin: 'https://elsewhere.example' })
    expect([foreign.status, await codeOf(foreign)]).toEqual([403, 'origin_not_allowed'])
    expect(foreign.headers.get('access-control-allow-origin')).toBe('*')
    expect((await ask(api, wish('v', { key: 'pk_nobody' }))).status).toBe(401)
    expect((await ask(api, wish('v', { shop: RIVAL.id }))).status).toBe(401)
    const odd = await ask(api, wish('v', { visitor: '' }))
    expect([odd.status, await odd.json()]).toMatchObject([400, { code: 'body_invalid', field: 'visitor' }])
    const own = await ask(api, wish('v'), { origin: 'https://corner.example' })
    expect(own.status).toBe(200)
    const asked = await api.app.request('/v1/offers', {
      method: 'OPTIONS',
      headers: { origin: 'https://corner.example', 'access-control-request-method': 'POST' }
    })
    expect([asked.status, asked.headers.get('access-control-allow-methods')]).toEqual([204, 'POST'])
  })

  test('OF-6 slows down an address that invents visitors', async () => {
    let address = '2001:db8::1'
    const api = await openOffers({}, { addressOf: () => address })
    const statuses: number[] = []
    for (let at = 0; at < 101; at++) {
      address = `2001:db8::${at + 1}`
      statuses.push((await ask(api, wish(`visitor-${at}`))).status)
    }
    expect(statuses.filter(status => status === 200)).toHaveLength(100)
    const refused = await ask(api, wish('visitor-x'))
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '20'])
    address = '203.0.113.9'
    expect((await ask(api, wish('visitor-x'))).status).toBe(200)
  })

  test('OF-6 slows down a visitor, wherever they ask', async () => {
    let address = 0
    const api = await openOffers({}, { addressOf: () => `203.0.113.${address++}` })
    const statuses: number[] = []
    for (let at = 0; at < 11; at++) statuses.push((await ask(api, wish('visitor-1'))).status)
    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 200), 429])
    expect((await ask(api, wish('visitor-2'))).status).toBe(200)
  })

  test('OF-10 slows down a site that changes its networks before it can empty a campaign', async () => {
    let network = 0
    const api = await openOffers({}, { addressOf: () => `2001:db8:7:${(network++).toString(16)}::1` })
    const statuses: number[] = []
    for (let at = 0; at < 401; at++) statuses.push((await ask(api, wish(`visitor-${at}`))).status)
    expect([statuses.filter(status => status === 200).length, statuses.at(-1)]).toEqual([400, 429])
  })

  test('OF-7 forgets whose a code is, on demand and at its end, and the code stays good', async () => {
    const api = await openOffers()
    const { code } = await issued(api, 'visitor-1')
    expect(await api.store.offers.ofVisitor(SHOP.id, 'visitor-1')).toMatchObject([{ code }])
    const body = JSON.stringify({ shop: SHOP.id, key: SHOP.key, visitor: 'visitor-1' })
    expect((await api.app.request('/v1/forget', { method: 'POST', body })).status).toBe(204)
    expect(await api.store.offers.ofVisitor(SHOP.id, 'visitor-1')).toEqual([])
    expect((await ask(api, wish('visitor-1'))).status).toBe(404)
    expect(await judged(api, 'check', { code })).toMatchObject({ valid: true })

    await issued(api, 'visitor-2')
    api.clock.now = NOON + 3 * DAY_MS
    await issued(api, 'visitor-3')
    expect(await api.store.offers.ofVisitor(SHOP.id, 'visitor-2')).toEqual([])
  })

  test('OF-8 keeps what was promised, whatever becomes of the campaign', async () => {
    const api = await openOffers()
    const { code } = await issued(api, 'visitor-1')
    const promised = await judged(api, 'check', { code })
    await putCampaigns(api, [campaign({ offer: { ...OFFER, value: 5, validFor: '1h' } })])
    expect(await judged(api, 'check', { code })).toEqual(promised)
    await putCampaigns(api, [])
    expect(await judged(api, 'redeem', { code, orderId: 'o-1' })).toEqual(promised)
  })
})

test('OF-9 a customer’s export holds the codes that their devices were given', async () => {
  const api = await openOffers()
  const { code } = await issued(api, 'phone-of-17850')
  const token = await identityToken('17850')
  await api.customer('/v1/me/events', token, { headers: { 'x-vitrine-visitor': 'phone-of-17850' } })
  const exported = await (await api.customer('/v1/me/export', token)).json()
  expect(exported).toMatchObject({ devices: [{ visitor: 'phone-of-17850', codes: [{ code }] }] })
})

describe('the till', () => {
  test('OF-20 is told what a code is worth, or why it is not taken', async () => {
    const api = await openOffers()
    const { code, expiresAt } = await issued(api, 'visitor-1')
    expect(code).toMatch(/^WELCOME-/)
    const worth = {
      valid: true,
      campaign: 'welcome',
      kind: 'percent',
      value: 10,
      minimumValue: 3000,
      expiresAt
    }
    expect(await judged(api, 'check', { code })).toEqual(worth)
    expect(
      await judged(api, 'check', { code: code.toLowerCase().replaceAll('-', ' '), value: 3000 })
    ).toEqual(worth)
    const small = { valid: false, reason: 'below_minimum', minimumValue: 3000 }
    expect(await judged(api, 'check', { code, value: 2999 })).toEqual(small)
    expect(await judged(api, 'redeem', { code, orderId: 'o-1', value: 2999 })).toEqual(small)
    expect(await judged(api, 'check', { code: 'WELCOME-0000' })).toEqual({ valid: false, reason: 'unknown' })
    expect(await judged(api, 'check', { code }, RIVAL.secret)).toEqual({ valid: false, reason: 'unknown' })
    api.clock.now = expiresAt - 1
    expect(await judged(api, 'check', { code })).toEqual(worth)
    api.clock.now = expiresAt
    const late = { valid: false, reason: 'expired', expiresAt }
    expect(await judged(api, 'check', { code })).toEqual(late)
    expect(await judged(api, 'redeem', { code, orderId: 'o-1' })).toEqual(late)
  })

  test('OF-20 knows amounts and free shipping', async () => {
    const api = await openTestApi()
    const gift = (id: string, offer: Campaign['offer']) => ({ ...campaign({ id }), ...(offer && { offer }) })
    await putCampaigns(api, [
      gift('five', { kind: 'amount', value: 500, validFor: '1h' }),
      gift('post', { kind: 'freeShipping', validFor: '1h' })
    ])
    const { code: five } = await issued(api, 'v', { campaign: 'five' })
    const { code: post } = await issued(api, 'v', { campaign: 'post' })
    const expiresAt = NOON + 3_600_000
    expect(await judged(api, 'check', { code: five, value: 0 })).toEqual({
      ...{ valid: true, campaign: 'five', kind: 'amount', value: 500, expiresAt }
    })
    expect(await judged(api, 'check', { code: post })).toEqual({
      ...{ valid: true, campaign: 'post', kind: 'freeShipping', expiresAt }
    })
  })

  test('OF-21 spends a code once: of two orders one wins, and the winner may ask again', async () => {
    const api = await openOffers()
    const { code, expiresAt } = await issued(api, 'visitor-1')
    const orders = ['o-1', 'o-2', 'o-3']
    const told = await Promise.all(
      orders.map(orderId => judged(api, 'redeem', { code, orderId, value: 4000 }))
    )
    const winners = orders.filter((_, at) => told[at]?.valid)
    expect(winners).toHaveLength(1)
    expect(told.filter(({ valid }) => !valid)).toEqual([
      { valid: false, reason: 'used' },
      { valid: false, reason: 'used' }
    ])
    expect(await judged(api, 'check', { code })).toEqual({ valid: false, reason: 'used' })
    expect(await judged(api, 'redeem', { code, orderId: 'o-4', value: 4000 })).toEqual({
      valid: false,
      reason: 'used'
    })
    api.clock.now = expiresAt + DAY_MS
    const again = await judged(api, 'redeem', { code, orderId: winners[0], value: 4000 })
    expect(again).toEqual(told.find(({ valid }) => valid))
    expect(await judged(api, 'redeem', { code, orderId: 'o-4' })).toEqual({ valid: false, reason: 'used' })
  })

  test('OF-22 lets a shopper guess ten times and then tells them nothing, right or wrong', async () => {
    const api = await openOffers()
    const { code } = await issued(api, 'visitor-1')
    const check = async (body: object, what = 'check') =>
      (await api.merchant('POST', `/v1/offers/${what}`, { body: JSON.stringify(body) })).status
    for (let at = 0; at < 10; at++) expect(await check({ code: `WRONG-${at}`, who: 'guesser' })).toBe(200)
    expect(await check({ code, who: 'guesser' })).toBe(429)
    expect(await check({ code, who: 'guesser', orderId: 'o-1' }, 'redeem')).toBe(429)
    expect(await check({ code, who: 'honest' })).toBe(200)
    expect(await check({ code })).toBe(200)
    api.clock.now += 20_000
    expect(await check({ code, who: 'guesser' })).toBe(200)
    for (let at = 0; at < 30; at++) expect(await check({ code, who: 'honest' })).toBe(200)
  })

  test('OF-22 counts guesses that come at once', async () => {
    const api = await openOffers()
    const guess = async (at: number) => {
      const body = JSON.stringify({ code: `WRONG-${at}`, who: 'guesser' })
      return (await api.merchant('POST', '/v1/offers/check', { body })).status
    }
    const statuses = await Promise.all(Array.from({ length: 100 }, (_, at) => guess(at)))
    expect(statuses.filter(status => status === 200)).toHaveLength(10)
  })

  test('OF-24 an order that came to nothing gives its code back, however often that is told', async () => {
    const api = await openOffers()
    const { code, expiresAt } = await issued(api, 'visitor-1')
    const spent = { code, orderId: 'o-1', value: 4000 }
    await judged(api, 'redeem', spent)
    const used = { valid: false, reason: 'used' }
    expect(await judged(api, 'release', { code, orderId: 'o-2' })).toEqual(used)
    expect(await judged(api, 'release', spent, RIVAL.secret)).toEqual({ valid: false, reason: 'unknown' })
    expect(await judged(api, 'check', { code })).toEqual(used)
    for (let times = 0; times < 2; times++)
      expect(await judged(api, 'release', { code: code.toLowerCase(), orderId: 'o-1' })).toMatchObject({
        valid: true
      })
    expect((await api.store.offers.totals(SHOP.id, NOON))[0]).toMatchObject({ redeemed: 0, value: 0 })
    expect(await judged(api, 'redeem', { ...spent, orderId: 'o-3' })).toMatchObject({ valid: true })
    expect(await judged(api, 'release', spent)).toEqual(used)
    api.clock.now = expiresAt
    const late = { valid: false, reason: 'expired', expiresAt }
    expect(await judged(api, 'release', { code, orderId: 'o-3' })).toEqual(late)
    expect(await judged(api, 'redeem', { code, orderId: 'o-3' })).toEqual(late)
  })

  test('OF-22 bounds a till that does not say who guesses', async () => {
    const api = await openOffers()
    const check = (code: string) =>
      api.merchant('POST', '/v1/offers/check', { body: JSON.stringify({ code }) })
    for (let at = 0; at < 200; at++) expect((await check(`WRONG-${at}`)).status).toBe(200)
    const refused = await check('WRONG-200')
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '1'])
  })

  test('OF-23 shows the merchant how the codes of each campaign fared', async () => {
    const api = await openOffers()
    const codes = [
      await issued(api, 'visitor-1'),
      await issued(api, 'visitor-2'),
      await issued(api, 'visitor-3')
    ]
    for (const [at, { code }] of codes.slice(0, 2).entries())
      await judged(api, 'redeem', { code, orderId: `o-${at}`, value: 4000 })
    api.clock.now = NOON + 2 * DAY_MS
    await issued(api, 'visitor-4')
    const seen = async (secret: string) =>
      (await api.merchant('GET', '/v1/offers', { body: '', secret })).json()
    expect(await seen(SHOP.secret)).toEqual({
      currency: 'GBP',
      offers: [{ campaign: 'welcome', issued: 4, redeemed: 2, expired: 1, value: 8000 }]
    })
    expect(await seen(RIVAL.secret)).toEqual({ currency: 'GBP', offers: [] })
  })

  test.for([
    ['GET', '/v1/offers'],
    ['POST', '/v1/offers/check'],
    ['POST', '/v1/offers/redeem'],
    ['POST', '/v1/offers/release']
  ] as const)('AP-17 %s %s needs a secret key; a write key is none', async ([method, path]) => {
    const api = await openOffers()
    expect((await api.app.request(path, { method })).status).toBe(401)
    expect((await api.merchant(method, path, { body: '', secret: SHOP.key })).status).toBe(403)
  })

  test.for([
    ['code', 'check', {}],
    ['code', 'check', { code: '' }],
    ['value', 'check', { code: 'x', value: 1.5 }],
    ['value', 'check', { code: 'x', value: -1 }],
    ['orderId', 'redeem', { code: 'x' }],
    ['orderId', 'release', { code: 'x' }],
    ['shop', 'redeem', { code: 'x', orderId: 'o', shop: 'rival' }]
  ] as const)('OF-20 names the field that is wrong: %s of %s', async ([field, what, body]) => {
    const api = await openOffers()
    const answer = await api.merchant('POST', `/v1/offers/${what}`, { body: JSON.stringify(body) })
    expect([answer.status, await answer.json()]).toMatchObject([400, { code: 'body_invalid', field }])
  })
})
