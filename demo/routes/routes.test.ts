import { jwtVerify } from 'jose'
import { describe, expect, test } from 'vitest'
import { dataIn, get, ORIGIN, openTestShop, post, SECRETS } from '../testing/openTestShop.ts'
import { identityToken } from './loginDesk.ts'

const NOW = Date.UTC(2026, 10, 22)
const STRANGER = { origin: 'http://elsewhere.example' }

describe('logging in', () => {
  test('DE-9 the token says who, for which shop and for a quarter of an hour', async () => {
    const token = await identityToken({
      shop: 'demo',
      customerId: '17850',
      secret: SECRETS.identitySecret,
      now: NOW
    })
    const key = new TextEncoder().encode(SECRETS.identitySecret)
    const { payload, protectedHeader } = await jwtVerify(token, key, {
      audience: 'demo',
      algorithms: ['HS256'],
      currentDate: new Date(NOW)
    })
    expect(protectedHeader.alg).toBe('HS256')
    expect(payload).toEqual({ sub: '17850', aud: 'demo', iat: NOW / 1000, exp: NOW / 1000 + 900 })
    const late = { currentDate: new Date(NOW + 16 * 60_000) }
    await expect(jwtVerify(token, key, late)).rejects.toThrow()
  })

  test('DE-9 a customer sees their receipts and gets a token; nobody else does', async () => {
    const { app } = openTestShop()
    const answer = await post(app, '/login', new URLSearchParams({ customer: '12345' }))
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/account'])
    const [cookie = ''] = answer.headers.get('set-cookie')?.split(';') ?? []
    expect(answer.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Lax/)
    const account = await (await get(app, '/account', { cookie })).text()
    expect(account).toContain('Order 536365')
    expect(account).toContain('1 × GONE, no longer sold')
    const identity = (markup: string) => dataIn(markup, 'application/json')[0]?.['identity']
    expect(identity(account)).toMatch(/^eyJ/)

    for (const stranger of ['', 'shop_customer=12345', 'shop_customer=12345.forged', `${cookie}x`]) {
      const page = await (await get(app, '/account', { cookie: stranger })).text()
      expect(page).toContain('Log in as somebody')
      expect(identity(page)).toBeUndefined()
    }
  })

  test('DE-9 leaving forgets who it was, and an unknown customer stays out', async () => {
    const { app } = openTestShop()
    const unknown = await post(app, '/login', new URLSearchParams({ customer: '1' }))
    expect([unknown.status, unknown.headers.get('set-cookie')]).toEqual([422, null])
    const left = await post(app, '/logout', new URLSearchParams())
    expect(left.headers.get('set-cookie')).toMatch(/^shop_customer=; Max-Age=0/)
  })
})

describe('the till', () => {
  const lines = (itemId: string, quantity: unknown) => ({ lines: [{ itemId, quantity }] })

  test('DE-10 an order is made at the shop’s own prices and takes the pieces off the shelf', async () => {
    const { app } = openTestShop()
    const { order } = await (await post(app, '/checkout', lines('WBOOTS-9', 2))).json()
    const markup = await (await get(app, `/order/${order}`)).text()
    const [data] = dataIn(markup, 'application/json')
    expect(data?.['told']).toMatchObject([
      {
        event: 'purchase',
        ecommerce: {
          transaction_id: order,
          value: 120,
          currency: 'GBP',
          items: [{ item_id: 'WBOOTS-9', quantity: 2 }]
        }
      }
    ])
    const { lines: now } = await (await get(app, '/cart/lines?item=WBOOTS-9')).json()
    expect(now[0].stock).toBe(0)
  })

  test('DE-10 the purchase is told once, however often its page is seen', async () => {
    const { app } = openTestShop()
    const { order } = await (await post(app, '/checkout', lines('MUG', 1))).json()
    await get(app, `/order/${order}`)
    const again = dataIn(await (await get(app, `/order/${order}`)).text(), 'application/json')
    expect(again[0]?.['told']).toEqual([])
  })

  test.each([
    ['nothing', { lines: [] }],
    ['more than there is', lines('WBOOTS-9', 3)],
    ['something unknown', lines('NONE', 1)],
    ['half a thing', lines('MUG', 0.5)],
    ['less than nothing', lines('MUG', -1)],
    ['no basket at all', 'hello']
  ])('DE-10 an order of %s is refused as a whole, with a sentence', async (_, body) => {
    const { app, stock } = openTestShop()
    const answer = await post(app, '/checkout', body)
    expect(answer.status).toBe(409)
    expect((await answer.json()).problem).toMatch(/\.$/)
    expect(stock.changes()).toEqual([])
  })
})

describe('strangers', () => {
  test.each(['/checkout', '/login', '/logout', '/trial/api?do=stop', '/trial/stock?product=MUG&do=sell_out'])(
    'DE-11 a post to %s from another site, or by another name of this machine, changes nothing',
    async path => {
      const { app, api, stock } = openTestShop()
      for (const headers of [STRANGER, { origin: 'null' }, {}]) {
        expect((await post(app, path, {}, { ...headers, 'x-trial': '1' })).status).toBe(403)
      }
      const rebound = await app.request(`http://rebound.example${path}`, {
        method: 'POST',
        headers: { origin: ORIGIN, 'x-trial': '1' }
      })
      expect(rebound.status).toBe(403)
      expect(api.isRunning()).toBe(true)
      expect(stock.changes()).toEqual([])
    }
  )

  test('DE-11 a visit by another name of this machine is led to the shop’s own address', async () => {
    const answer = await openTestShop().app.request('http://localhost:4100/search?q=mug')
    expect([answer.status, answer.headers.get('location')]).toEqual([307, `${ORIGIN}/search?q=mug`])
  })

  test('DE-11 the trial panel’s calls need its header, which no form and no link can set', async () => {
    const { app } = openTestShop()
    expect((await get(app, '/trial/state')).status).toBe(403)
    expect((await get(app, '/trial/state', { 'x-trial': '1' })).status).toBe(200)
    expect((await post(app, '/trial/api?do=stop', {})).status).toBe(403)
  })
})

describe('files', () => {
  test('DE-12 a picture is drawn for a product and for a variant, and is no page', async () => {
    for (const id of ['MUG', 'WBOOTS', 'WBOOTS-9']) {
      const answer = await get(openTestShop().app, `/picture/${id}.svg`)
      expect(answer.headers.get('content-type')).toBe('image/svg+xml')
      expect(await answer.text()).toMatch(/^<svg /)
    }
  })

  test('DE-12 published files are served as they are, and no path leads out of their folder', async () => {
    const { app } = openTestShop()
    const inside = await get(app, '/models/products.ts')
    expect([inside.status, inside.headers.get('access-control-allow-origin')]).toEqual([200, '*'])
    for (const path of ['..%2fserver.ts', '%2e%2e%2fserver.ts', '..%5cserver.ts', '%00', '.', '', '%ff']) {
      expect((await get(app, `/models/${path}`)).status).toBe(404)
    }
  })

  test('DE-12 what carries a version is kept for ever, what names it for a minute', async () => {
    const { modelCache } = await import('./assetRoutes.ts')
    expect(modelCache('/demo/abc/items/MUG.json')).toContain('immutable')
    expect(modelCache('/demo/manifest.json')).toContain('max-age=60')
  })
})
