import { toGa4 } from '@vitrine/protocol'
import { Hono, type MiddlewareHandler } from 'hono'
import { problem } from '../http/problem.ts'
import { forgetVisitor } from '../people/forgetVisitor.ts'
import { orderEvents } from '../people/orderEvents.ts'
import { type Identity, readIdentity } from '../people/readIdentity.ts'
import type { Services } from '../services.ts'
import type { CustomerPage } from '../store/orders.ts'

interface MeEnv {
  Variables: { identity: Identity }
}

/** Orders a page: with ten items each some 50 kB. */
const ORDERS_PER_PAGE = 100
/** Everything at once, for the export. */
const ALL_ORDERS = 1_000_000

/**
 * `GET /v1/me/events?since=`, `GET /v1/me/export`, `DELETE /v1/me`: a customer's own data, by a token that the
 * shop signed. Only pages of the shop's origins can read the answer, and no cookie is involved.
 */
export function meRoutes(services: Services): Hono<MeEnv> {
  const { store, now } = services
  const app = new Hono<MeEnv>()
  app.use('/me/*', requireIdentity(services))

  app.get('/me/events', async c => {
    const { shop, customer } = c.get('identity')
    const from = parseSince(c.req.query('since') ?? '0')
    if (!from)
      return problem('body_invalid', { field: 'since', detail: 'must be epoch ms, or `next` of a page' })
    const visitor = c.req.header('x-vitrine-visitor') ?? c.req.query('visitor')
    if (visitor !== undefined && isVisitor(visitor))
      await store.people.link(shop.id, customer, visitor, now())
    const page = await store.orders.ofCustomer({
      ...{ shop: shop.id, customer, limit: ORDERS_PER_PAGE },
      ...from
    })
    return c.json({
      events: await ga4Events(services, c.get('identity'), page),
      ...(page.next !== undefined && { next: `${from.since}:${page.next}` })
    })
  })

  app.get('/me/export', async c => {
    const { shop, customer } = c.get('identity')
    const page = await store.orders.ofCustomer({ shop: shop.id, customer, since: 0, limit: ALL_ORDERS })
    const visitors = await store.people.visitorsOf(shop.id, customer)
    const devices = await Promise.all(
      visitors.map(async visitor => ({
        visitor,
        events: (await store.events.ofVisitor(shop.id, visitor)).map(toGa4),
        codes: await store.offers.ofVisitor(shop.id, visitor)
      }))
    )
    const orders = await ga4Events(services, c.get('identity'), page)
    return c.json({ shop: shop.id, customer, exportedAt: now(), orders, devices })
  })

  app.delete('/me', async c => {
    const { shop, customer } = c.get('identity')
    for (const visitor of await store.people.visitorsOf(shop.id, customer))
      await forgetVisitor(services, shop.id, visitor)
    await store.orders.forget(shop.id, customer)
    await store.people.unlink(shop.id, customer)
    return c.body(null, 204)
  })
  return app
}

/** A moment, or where a page ended: the moment it began with, and the last order. */
function parseSince(text: string): { since: number; after?: string } | undefined {
  const found = /^(\d{1,15})(?::(.{1,64}))?$/.exec(text)
  if (!found) return undefined
  return { since: Number(found[1]), ...(found[2] !== undefined && { after: found[2] }) }
}

/** A visitor id as the tracker makes them: unguessable, so never a short word. */
function isVisitor(value: string): boolean {
  return /^[\w-]{8,64}$/.test(value)
}

async function ga4Events({ store }: Services, { shop }: Identity, { lines }: CustomerPage) {
  const catalog = await store.catalog.byIds(
    shop.id,
    lines.map(({ item }) => item)
  )
  return orderEvents(lines, { shop: shop.id, currency: shop.currency, catalog }).map(toGa4)
}

function requireIdentity({ shops, now, perKey }: Services): MiddlewareHandler<MeEnv> {
  return async (c, next) => {
    const token = /^Bearer (\S+)$/.exec(c.req.header('authorization') ?? '')?.[1]
    if (token === undefined)
      return problem('token_invalid', { detail: 'Authorization: Bearer <token> is missing' })
    const identity = await readIdentity(token, shops, new Date(now()))
    if (typeof identity === 'string') return problem('token_invalid', { detail: identity })
    const origin = c.req.header('origin')
    if (origin !== undefined && !identity.shop.origins.includes(origin)) return problem('origin_not_allowed')
    const waitSeconds = perKey.take(`me:${identity.shop.id}:${identity.customer}`)
    if (waitSeconds > 0) return problem('too_many_requests', { retryAfterSeconds: waitSeconds })
    c.set('identity', identity)
    return next()
  }
}
