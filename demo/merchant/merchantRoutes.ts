import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { HttpBindings } from '@hono/node-server'
import type { Campaign, ShopConfig } from '@vitrine/protocol'
import { type Context, Hono } from 'hono'
import { isOwnCall } from '../routes/isOwnCall.ts'
import type { MerchantAnswer, MerchantCall } from '../setup/openMerchantCall.ts'
import { merchantPage, SAID, type Said } from './merchantPage.ts'
import { readDesk } from './readDesk.ts'

/** What the merchant's page needs. */
export interface MerchantParts {
  readonly name: string
  readonly origin: string
  readonly call: MerchantCall
  /** Epoch ms. */
  readonly now: () => number
}

const STYLES = join(import.meta.dirname, '..', 'styles', 'merchant.css')

/** No script at all, and forms that lead nowhere else. */
const HEADERS = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store'
}

/**
 * The merchant's page of the demo: `GET /merchant`, and its forms `POST /merchant/campaign` and `POST /merchant/rollback`,
 * which answer 303. To this machine alone, and changed from the page itself alone; the secret key stays on the server.
 */
export function merchantRoutes({ name, origin, call, now }: MerchantParts): Hono {
  const app = new Hono()

  app.use('/merchant/*', async (c, next) => {
    const isOurs = c.req.method === 'GET' || isOwnCall(c.req.raw, origin)
    return isOurs && isLoopback(c) ? next() : c.text('Only from this machine, and from the page itself.', 403)
  })

  app.get('/merchant', async c => {
    const desk = await readDesk(call)
    const view = { name, desk, now: now(), said: parseSaid(c.req.query('said')) }
    return c.html(await merchantPage(view), 200, HEADERS)
  })
  app.get('/merchant/merchant.css', async c =>
    c.body(await readFile(STYLES, 'utf8'), 200, {
      'content-type': 'text/css; charset=utf-8',
      'cache-control': 'no-cache'
    })
  )

  app.post('/merchant/campaign', async c => {
    const { id, status, etag } = await c.req.parseBody()
    const shop = await call('GET', '/shop')
    if (!shop) return back(c, undefined)
    const body = shop.status === 200 ? withStatus(shop.body as ShopConfig, String(id), status) : undefined
    if (!body) return back(c, { status: 400, body: undefined })
    return back(c, await call('PUT', '/shop', { body, ifMatch: String(etag) }), `#campaign-${String(id)}`)
  })

  app.post('/merchant/rollback', async c => {
    const { version, etag } = await c.req.parseBody()
    const body = { version: Number(version) }
    return back(c, await call('POST', '/shop/rollback', { body, ifMatch: String(etag) }), '#versions')
  })
  return app
}

/** To the page again, which says what came of it. */
function back(c: Context, answer: MerchantAnswer | undefined, anchor = ''): Response {
  return c.redirect(`/merchant?said=${saidOf(answer)}${anchor}`, 303)
}

function saidOf(answer: MerchantAnswer | undefined): Said {
  if (!answer) return 'stopped'
  if (answer.status === 409) return 'conflict'
  return answer.status === 200 ? 'saved' : 'refused'
}

function parseSaid(word = ''): Said | undefined {
  return Object.hasOwn(SAID, word) ? (word as Said) : undefined
}

/** The config with one campaign paused or live; nothing when there is no such campaign or status. */
function withStatus(config: ShopConfig, id: string, status: unknown): ShopConfig | undefined {
  if (status !== 'live' && status !== 'paused') return undefined
  if (!config.campaigns.some(campaign => campaign.id === id)) return undefined
  const change = (campaign: Campaign): Campaign => (campaign.id === id ? { ...campaign, status } : campaign)
  return { ...config, campaigns: config.campaigns.map(change) }
}

/** Whoever reaches the shop from another machine is no merchant of it, and neither is who comes from nowhere. */
function isLoopback(c: Context): boolean {
  const { incoming } = (c.env ?? {}) as Partial<HttpBindings>
  const address = incoming?.socket?.remoteAddress ?? ''
  return /^(?:::ffff:)?127\.|^::1$/.test(address)
}
