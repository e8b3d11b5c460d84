import { batchOf, heard } from '@vitrine/api/testing/batches.ts'
import { NOON, SHOP } from '@vitrine/api/testing/openTestApi.ts'
import type { Campaign, Ref, ShopEvent } from '@vitrine/protocol'
import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { ORIGIN } from '../testing/openTestShop.ts'
import { offering, openTestTill } from '../testing/openTestTill.ts'
import { HOSTILE_TITLE } from '../testing/products.ts'
import { merchantRoutes } from './merchantRoutes.ts'
import { percent, scaleOf } from './whisker.ts'

/** As a server hands a request on that came from this machine. */
const HERE = { incoming: { socket: { remoteAddress: '127.0.0.1' } } }

const STAY = offering({ kind: 'percent', value: 10, minimumValue: 2500, validFor: '48h' })

async function openDesk(campaigns: readonly Campaign[] = [STAY]) {
  const shop = await openTestTill()
  const app = new Hono()
  app.route(
    '/',
    merchantRoutes({ name: 'Fern & Finch', origin: ORIGIN, call: shop.call, now: () => shop.api.clock.now })
  )
  const config = { v: 1, shop: SHOP.id, name: 'Corner', currency: 'GBP', locale: 'en' }
  await shop.call('PUT', '/shop', { body: { ...config, placements: [{ id: 'exit' }], campaigns } })

  const show = async (query = '') => {
    const answer = await app.request(`${ORIGIN}/merchant${query}`, {}, HERE)
    return { answer, markup: await answer.text() }
  }
  const send = (
    path: string,
    form: Record<string, string>,
    headers: Record<string, string> = { origin: ORIGIN }
  ) => {
    const body = new URLSearchParams(form)
    return app.request(`${ORIGIN}/merchant/${path}`, { method: 'POST', headers, body }, HERE)
  }
  return { ...shop, app, show, send }
}

/** The cells of a table's row, as they are read. */
function cellsOf(markup: string, name: string): readonly string[] {
  const rows = [...markup.matchAll(/<tr[^>]*>(.*?)<\/tr>/gs)].map(([, row = '']) => row)
  const own = rows.find(row => wordsOf(row).startsWith(name)) ?? ''
  return [...own.matchAll(/<td[^>]*>(.*?)<\/td>/gs)].map(([, cell = '']) => wordsOf(cell))
}

const wordsOf = (markup: string) =>
  markup
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()

test('DE-54 shows each campaign: its why, where it stands, and what it did against its holdout', async () => {
  const { api, show, codeFor } = await openDesk()
  let seq = 0
  const on = (type: ShopEvent['type'], visitor: number, rest: Ref = {}) =>
    heard(seq++, { type, ref: { campaign: 'stay', variant: 'only', resultId: `r${visitor}`, ...rest } })
  const order = (visitor: number) =>
    heard(seq++, { type: 'purchase', transactionId: `t${visitor}`, value: 500, currency: 'GBP' }, NOON + 5)
  for (let visitor = 0; visitor < 10; visitor++) {
    const isHeldOut = visitor >= 8
    const events = [on('view_promotion', visitor, isHeldOut ? { holdout: true } : {})]
    if (visitor < 2) events.push(on('select_promotion', visitor))
    if (visitor === 2) events.push(on('dismiss_promotion', visitor))
    if (visitor < 4) events.push(order(visitor))
    await api.post(batchOf(events, { visitor: `visitor-${visitor}` }))
  }
  const code = await codeFor(STAY.offer ?? { kind: 'freeShipping', validFor: '1h' })
  const body = JSON.stringify({ code, orderId: 'o-1', value: 4000 })
  await api.merchant('POST', '/v1/offers/redeem', { body })

  const { markup } = await show()
  const words = wordsOf(markup)
  expect(words).toContain('Before you go Live')
  expect(words).toContain('A full basket is dear. popup in exit')
  expect(words).toContain(
    '10 % off from £25.00 of goods, good for 48h. Codes: 1 issued, 1 redeemed on orders of £40.00'
  )
  expect(cellsOf(markup, 'With it')).toEqual([
    ...['8', '2', '1', '8', '25 % 7.1 % to 59.1 %'],
    '4: 50 % 21.5 % to 78.5 % +50.0 points (−21.7 to +78.5) : too early to tell'
  ])
  expect(cellsOf(markup, 'Holdout')).toEqual(['2', '–', '–', '2', '–', '0: 0 % 0 % to 65.8 %'])
  expect(words).toContain('Version 3')
})

test('DE-54 says how each campaign stands today', async () => {
  const DAY_MS = 86_400_000
  const dated = (id: string, rest: Partial<Campaign>) => ({ ...STAY, id, name: id, ...rest })
  const { show } = await openDesk([
    dated('now', { schedule: { until: NOON + DAY_MS } }),
    dated('soon', { schedule: { from: NOON + DAY_MS } }),
    dated('gone', { schedule: { until: NOON } }),
    dated('rests', { status: 'paused' })
  ])
  const words = wordsOf((await show()).markup)
  expect(words).toContain('now Live until 3 Mar 2026 Pause')
  expect(words).toContain('soon From 3 Mar 2026 Pause')
  expect(words).toContain('gone Over since 2 Mar 2026 Pause')
  expect(words).toContain('rests Paused Go live')
  expect(words).toContain('Nobody who lets us count has met it')
})

test('DE-54 draws shares on a scale that holds them, and writes no more digits than say something', () => {
  const share = (high: number) => ({ share: 0, interval: [0, high] as const })
  expect([scaleOf([]), scaleOf([share(0.2), share(0.21)]), scaleOf([share(1)])]).toEqual([0.02, 0.3, 1])
  expect([0, 0.1234, 0.5, 0.9996, 1].map(percent)).toEqual(['0 %', '12.3 %', '50 %', '100 %', '100 %'])
})

test('DE-55 runs no script, holds no secret, and keeps a hostile config text', async () => {
  const { show } = await openDesk([{ ...STAY, name: HOSTILE_TITLE.slice(0, 120), why: HOSTILE_TITLE }])
  const { answer, markup } = await show('?said=%3Cscript%3E')
  expect(answer.headers.get('content-security-policy')).toBe(
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
  )
  expect(answer.headers.get('cache-control')).toBe('no-store')
  expect(markup).not.toMatch(/<script|<img|<[^>]*\s(?:on\w+|style)=/)
  expect(markup).toContain('&lt;script&gt;alert(1)')
  expect(markup).not.toContain(SHOP.secret)
})

test('DE-56 pauses a campaign and puts it live again, and devices are told', async () => {
  const { api, show, send } = await openDesk()
  const statusNow = async () =>
    (await api.store.configs.current(SHOP.id))?.config.campaigns.map(({ status }) => status)
  const paused = await send('campaign', { id: 'stay', status: 'paused', etag: '"2"' })
  expect([paused.status, paused.headers.get('location')]).toEqual([303, '/merchant?said=saved#campaign-stay'])
  expect(await statusNow()).toEqual(['paused'])
  expect(api.publish.files.get('/corner/config.json')).toContain('"status":"paused"')
  expect(wordsOf((await show('?said=saved')).markup)).toContain('Saved as a new version.')
  await send('campaign', { id: 'stay', status: 'live', etag: '"3"' })
  expect(await statusNow()).toEqual(['live'])
})

test('DE-56 overwrites nobody’s change, and refuses what makes no sense', async () => {
  const { api, send } = await openDesk()
  const form = { id: 'stay', status: 'paused', etag: '"1"' }
  const said = async (path: string, sent: Record<string, string>) =>
    (await send(path, sent)).headers.get('location')?.replace(/#.*/, '')
  expect(await said('campaign', form)).toBe('/merchant?said=conflict')
  expect(await said('rollback', { version: '1', etag: '"1"' })).toBe('/merchant?said=conflict')
  expect(await said('campaign', { ...form, etag: '"2"', id: 'nothing' })).toBe('/merchant?said=refused')
  expect(await said('campaign', { ...form, etag: '"2"', status: 'loud' })).toBe('/merchant?said=refused')
  expect(await said('rollback', { version: '99', etag: '"2"' })).toBe('/merchant?said=refused')
  expect((await api.store.configs.current(SHOP.id))?.version).toBe(2)
})

test('DE-56 brings an old version back as the newest', async () => {
  const { api, show, send } = await openDesk()
  const back = await send('rollback', { version: '1', etag: '"2"' })
  expect(back.headers.get('location')).toBe('/merchant?said=saved#versions')
  const current = await api.store.configs.current(SHOP.id)
  expect([current?.version, current?.config.campaigns]).toEqual([3, []])
  expect(wordsOf((await show()).markup)).toMatch(/Version 3 2 Mar 2026, \d\d:00, rollback to 1 In force/)
})

test('DE-57 is for this machine alone, and is changed from itself alone', async () => {
  const { app, api, send } = await openDesk()
  const from = (remoteAddress: string) =>
    app.request(`${ORIGIN}/merchant`, {}, { incoming: { socket: { remoteAddress } } })
  for (const address of ['127.0.0.1', '::1', '::ffff:127.0.0.1'])
    expect((await from(address)).status).toBe(200)
  for (const address of ['192.168.1.7', '::ffff:10.0.0.1', '2001:db8::1'])
    expect((await from(address)).status).toBe(403)
  for (const nowhere of [undefined, {}, { incoming: {} }])
    expect((await app.request(`${ORIGIN}/merchant`, {}, nowhere)).status).toBe(403)
  const form = { id: 'stay', status: 'paused', etag: '"2"' }
  for (const headers of [{ origin: 'https://elsewhere.example' }, { origin: 'null' }, {}])
    expect((await send('campaign', form, headers)).status).toBe(403)
  expect((await api.store.configs.current(SHOP.id))?.version).toBe(2)
})

test('DE-58 says that the API is stopped, and changes nothing then', async () => {
  const { line, show, send } = await openDesk()
  line.is = 'stopped'
  const { answer, markup } = await show()
  expect(answer.status).toBe(200)
  expect(wordsOf(markup)).toContain('The API does not answer.')
  const sent = await send('campaign', { id: 'stay', status: 'paused', etag: '"2"' })
  expect(sent.headers.get('location')).toBe('/merchant?said=stopped')
  expect(wordsOf((await show('?said=stopped')).markup)).toContain('so nothing was changed')
})

test('DE-58 shows the waiting list of an API that keeps one, and says where none is kept', async () => {
  const { call, show } = await openDesk()
  expect(wordsOf((await show()).markup)).toContain('Nobody is waiting for anything.')
  const app = new Hono()
  const queue = {
    itemId: 'A',
    title: 'Boots, UK 9',
    quantity: 2,
    counts: { confirmed: 3, notified: 1 },
    oldest: NOON
  }
  let restock: { status: number; body: unknown } = {
    status: 200,
    body: { variants: [queue], mail: { retrying: 2, lastProblem: 'the mail server is away' } }
  }
  const mixed: typeof call = async (method, path, sent) =>
    path === '/restock' ? restock : call(method, path, sent)
  app.route('/', merchantRoutes({ name: 'Fern & Finch', origin: ORIGIN, call: mixed, now: () => NOON }))
  const page = async () => (await app.request(`${ORIGIN}/merchant`, {}, HERE)).text()
  expect(cellsOf(await page(), 'Boots, UK 9')).toEqual(['2', '3', '1', '2 Mar 2026'])
  expect(await page()).toContain('the mail server is away')
  restock = { status: 404, body: {} }
  expect(await page()).toContain('This API keeps no waiting list.')
})
