import type { ShopConfig } from '@vitrine/protocol'
import { describe, expect, test } from 'vitest'
import { openTestApi, RIVAL, SHOP } from '../testing/openTestApi.ts'

const CONFIG: ShopConfig = {
  v: 1,
  shop: SHOP.id,
  name: 'The Corner Shop',
  currency: 'GBP',
  locale: 'en',
  placements: [{ id: 'home' }],
  campaigns: [
    {
      id: 'welcome',
      name: 'Welcome',
      placement: 'home',
      audience: { all: [] },
      variants: [{ id: 'a', weight: 1, content: { widget: 'banner', title: 'Hello', link: '/new' } }]
    }
  ]
}

const changed = (change: object) => JSON.stringify({ ...CONFIG, ...change })
const campaign = (change: object) => ({ campaigns: [{ ...CONFIG.campaigns[0], ...change }] })
const offer = (change: object) =>
  campaign({
    variants: [{ id: 'a', weight: 1, content: { widget: 'popup', title: 'Stay' } }],
    offer: { kind: 'percent', value: 10, validFor: '2d', ...change }
  })
const layout = (widget: string, wanted: string) =>
  campaign({ variants: [{ id: 'a', weight: 1, content: { widget, title: 'Hello', layout: wanted } }] })
const link = (url: string) =>
  campaign({ variants: [{ id: 'a', weight: 1, content: { widget: 'banner', link: url } }] })

describe('the config of a shop', () => {
  test('AP-12 is a public file with an ETag, the same for everyone', async () => {
    const api = await openTestApi()
    const answer = await api.app.request('/v1/corner/config.json')
    expect(await answer.json()).toEqual({ ...CONFIG, placements: [], campaigns: [] })
    expect(answer.headers.get('cache-control')).toBe('public, max-age=60, stale-while-revalidate=600')
    expect(answer.headers.get('access-control-allow-origin')).toBe('*')
    const etag = answer.headers.get('etag') ?? ''
    const again = await api.app.request('/v1/corner/config.json', { headers: { 'if-none-match': etag } })
    expect([again.status, await again.text()]).toEqual([304, ''])
    await api.merchant('PUT', '/v1/shop', { body: changed({}) })
    const newer = await api.app.request('/v1/corner/config.json', { headers: { 'if-none-match': etag } })
    expect(await newer.json()).toEqual(CONFIG)
    expect((await api.app.request('/v1/nobody/config.json')).status).toBe(404)
  })

  test.for([
    ['campaigns/0/name', campaign({ name: undefined })],
    ['campaigns/0/nmae', campaign({ nmae: 'x' })],
    ['campaigns/0/holdout', campaign({ holdout: 2 })],
    ['campaigns/0/placement', campaign({ placement: 'attic' })],
    ['campaigns/0/variants/0/content/link', link('javascript:alert(1)')],
    ['placements/1/id', { placements: [{ id: 'home' }, { id: 'home' }] }],
    ['currency', { currency: 'EUR' }],
    ['shop', { shop: 'rival' }],
    ['locale', { locale: 'English' }],
    ['placements/0/selector', { placements: [{ id: 'home', selector: ' ' }] }],
    ['campaigns/0/variants', campaign({ variants: [{ id: 'a', weight: 0, content: { widget: 'banner' } }] })],
    ['campaigns/0/schedule/until', campaign({ schedule: { from: 5, until: 5 } })],
    ['campaigns/0/trigger/any/0/atLeast', campaign({ trigger: { any: [{ when: 'delay' }] } })],
    ['rules/0/items', { rules: [{ id: 'r', do: 'pin' }] }],
    [
      'rules/0/schedule/until',
      { rules: [{ id: 'r', do: 'bury', category: 'Easter', schedule: { from: 5, until: 5 } }] }
    ],
    [
      'rules/0/schedule/from',
      { rules: [{ id: 'r', do: 'bury', items: ['A'], schedule: { from: '1 May' } }] }
    ],
    ['rules/0/placements/0', { rules: [{ id: 'r', do: 'bury', items: ['A'], placements: ['attic'] }] }],
    ['campaigns/0/offer', campaign({ offer: { kind: 'freeShipping', validFor: '2d' } })],
    ['campaigns/0/offer/value', offer({ value: 101 })],
    ['campaigns/0/offer/value', offer({ value: undefined })],
    ['campaigns/0/offer/value', offer({ value: 0 })],
    ['campaigns/0/offer/value', offer({ kind: 'freeShipping' })],
    ['campaigns/0/offer/value', offer({ kind: 'amount', value: undefined })],
    ['campaigns/0/offer/kind', offer({ kind: 'gift' })],
    ['campaigns/0/offer/validFor', offer({ validFor: 'two days' })],
    ['campaigns/0/offer/minimumValue', offer({ minimumValue: -1 })],
    ['campaigns/0/offer/most', offer({ most: 0 })],
    ['campaigns/0/offer/prefix', offer({ prefix: 'wel-come' })],
    ['campaigns/0/variants/0/content/layout', layout('banner', 'modal')],
    ['campaigns/0/variants/0/content/layout', layout('popup', 'row')],
    ['campaigns/0/variants/0/content/layout', layout('restock', 'inline')],
    ['campaigns/0/variants/0/content/layout', layout('carousel', 'tower')],
    ['restock/minStock', { restock: { minStock: -1 } }],
    ['restock/perUnit', { restock: { perUnit: 0 } }],
    ['restock/holdFor', { restock: { holdFor: 'a day' } }],
    ['restock/order', { restock: { order: 'richest' } }],
    ['restock/batch', { restock: { batch: 1.5 } }],
    ['restock/minimum', { restock: { minimum: 1 } }],
    ['overlays/perPage', { overlays: { perPage: 11, perSession: 1, perDay: 1 } }]
  ] as const)('AP-13 names the field that is wrong, %s, and changes nothing', async ([field, change]) => {
    const api = await openTestApi()
    const answer = await api.merchant('PUT', '/v1/shop', { body: changed(change) })
    expect(answer.status).toBe(422)
    expect(await answer.json()).toMatchObject({ code: 'config_invalid', field })
    expect((await api.store.configs.current(SHOP.id))?.version).toBe(1)
  })

  test('AP-13 takes offers, layouts, a restock policy, overlay limits and dated rules that can work', async () => {
    const api = await openTestApi()
    const whole = {
      ...offer({ kind: 'amount', value: 500, minimumValue: 3000, most: 100, prefix: 'HELLO' }),
      restock: { minStock: 1, perUnit: 1.5, batch: 20, holdFor: '24h', order: 'oldest', keepFor: '180d' },
      overlays: { perPage: 1, perSession: 1, perDay: 2 },
      rules: [{ id: 'r', do: 'bury', category: 'Easter', schedule: { from: 5, until: 6 } }]
    }
    const answer = await api.merchant('PUT', '/v1/shop', { body: changed(whole) })
    expect(await answer.json()).toMatchObject({ version: 2 })
    const read = await api.app.request('/v1/corner/config.json')
    expect(await read.json()).toMatchObject(whole)
    for (const [widget, wanted] of [
      ...['hero', 'bar', 'inline'].map(name => ['banner', name] as const),
      ...['modal', 'corner'].map(name => ['popup', name] as const),
      ...['row', 'grid'].map(name => ['carousel', name] as const)
    ]) {
      const put = await api.merchant('PUT', '/v1/shop', { body: changed(layout(widget, wanted)) })
      expect([widget, wanted, put.status]).toEqual([widget, wanted, 200])
    }
  })

  test('AP-14 makes a version of each change, and refuses one made from an old version', async () => {
    const api = await openTestApi()
    const read = await api.merchant('GET', '/v1/shop')
    const etag = read.headers.get('etag') ?? ''
    const put = (name: string, headers = {}) =>
      api.merchant('PUT', '/v1/shop', { body: changed({ name }), headers })
    const first = await put('First', { 'if-match': etag })
    expect([first.status, await first.json()]).toEqual([200, { version: 2, at: expect.any(Number) }])
    const late = await put('Late', { 'if-match': etag })
    expect(late.status).toBe(409)
    expect(await late.json()).toMatchObject({ code: 'version_conflict', version: 2 })
    expect((await put('Next', { 'if-match': first.headers.get('etag') ?? '' })).status).toBe(200)
    expect((await put('Whatever')).status).toBe(200)
    expect((await api.store.configs.current(SHOP.id))?.config.name).toBe('Whatever')
  })

  test('AP-14 lets one of two changes made at once through', async () => {
    const api = await openTestApi()
    const next = { at: 1, config: CONFIG }
    const both = await Promise.all([
      api.store.configs.put(SHOP.id, 1, next),
      api.store.configs.put(SHOP.id, 1, next)
    ])
    expect(both.map(stored => stored?.version)).toEqual([2, undefined])
  })

  test('AP-15 goes back to an old version by making it the newest', async () => {
    const api = await openTestApi()
    await api.merchant('PUT', '/v1/shop', { body: changed({ name: 'Good' }) })
    await api.merchant('PUT', '/v1/shop', { body: changed({ name: 'Bad' }) })
    const answer = await api.merchant('POST', '/v1/shop/rollback', { body: '{"version":2}' })
    expect(await answer.json()).toMatchObject({ version: 4 })
    expect((await api.store.configs.current(SHOP.id))?.config.name).toBe('Good')
    const { versions } = (await (await api.merchant('GET', '/v1/shop/versions')).json()) as {
      versions: { version: number; note?: string }[]
    }
    expect(versions.map(({ version, note }) => [version, note])).toEqual([
      [4, 'rollback to 2'],
      [3, undefined],
      [2, undefined],
      [1, 'the shop was made']
    ])
    expect(await (await api.merchant('GET', '/v1/shop/versions/3')).json()).toMatchObject({ name: 'Bad' })
    expect((await api.merchant('GET', '/v1/shop/versions/9')).status).toBe(404)
    expect((await api.merchant('POST', '/v1/shop/rollback', { body: '{"version":9}' })).status).toBe(404)
    expect((await api.merchant('POST', '/v1/shop/rollback', { body: '{}' })).status).toBe(400)
  })

  test('AP-16 lies beside the model files, for when the API is down', async () => {
    const api = await openTestApi()
    await api.merchant('PUT', '/v1/shop', { body: changed({}) })
    expect(JSON.parse(api.publish.files.get('/corner/config.json') ?? '')).toEqual(CONFIG)
    expect(await (await api.app.request('/models/corner/config.json')).json()).toEqual(CONFIG)
  })
})

const MERCHANT_ROUTES = [
  ['PUT', '/v1/catalog'],
  ['POST', '/v1/stock'],
  ['POST', '/v1/orders'],
  ['GET', '/v1/shop'],
  ['PUT', '/v1/shop'],
  ['GET', '/v1/shop/versions'],
  ['GET', '/v1/shop/versions/1'],
  ['POST', '/v1/shop/rollback'],
  ['GET', '/v1/reports/campaigns'],
  ['GET', '/v1/reports/imports'],
  ['POST', '/v1/train'],
  ['GET', '/v1/jobs/x']
] as const

describe('merchant routes', () => {
  test.for(MERCHANT_ROUTES)('AP-17 %s %s needs a secret key; a write key is none', async ([method, path]) => {
    const api = await openTestApi()
    const missing = await api.app.request(path, { method })
    expect([missing.status, await missing.json()]).toEqual([
      401,
      expect.objectContaining({ code: 'secret_missing' })
    ])
    for (const secret of [SHOP.key, 'sk_nobody_at_all']) {
      const wrong = await api.merchant(method, path, { body: '', secret })
      expect([wrong.status, await wrong.json()]).toEqual([
        403,
        expect.objectContaining({ code: 'secret_wrong' })
      ])
    }
  })

  test('AP-18 show and change the key’s own shop and no other', async () => {
    const api = await openTestApi()
    const mine = await api.merchant('GET', '/v1/shop', { body: '', secret: RIVAL.secret })
    expect(await mine.json()).toMatchObject({ shop: 'rival' })
    const foreign = await api.merchant('PUT', '/v1/shop', { body: changed({}), secret: RIVAL.secret })
    expect(await foreign.json()).toMatchObject({ code: 'config_invalid', field: 'shop' })
    const job = (await (await api.merchant('POST', '/v1/train')).json()) as { id: string }
    expect((await api.merchant('GET', `/v1/jobs/${job.id}`)).status).toBe(200)
    const theirs = await api.merchant('GET', `/v1/jobs/${job.id}`, { body: '', secret: RIVAL.secret })
    expect(theirs.status).toBe(404)
  })

  test('AP-9 are slowed down as well', async () => {
    const api = await openTestApi({ perKey: { perSecond: 1, burst: 1 } })
    const statuses = [await api.merchant('GET', '/v1/shop'), await api.merchant('GET', '/v1/shop')]
    expect(statuses.map(({ status }) => status)).toEqual([200, 429])
  })

  test('AP-74 keep a secret key as its hash alone', async () => {
    const api = await openTestApi()
    const kept = JSON.stringify(await api.store.shops.all())
    expect(kept).not.toContain(SHOP.secret)
    expect(kept).toContain(SHOP.key)
  })
})
