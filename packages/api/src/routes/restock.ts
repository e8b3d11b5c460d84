import { type RestockSignup, safeUrl } from '@vitrine/protocol'
import { validateRestockErasure, validateRestockSignup } from '@vitrine/protocol/schema'
import { type Context, Hono } from 'hono'
import { networkOf, siteOf } from '../http/networkOf.ts'
import { problem } from '../http/problem.ts'
import { readValid } from '../http/readBody.ts'
import { requireSecret } from '../http/requireSecret.ts'
import { parseEmail } from '../mail/parseEmail.ts'
import { queueReport, queueWishes } from '../restock/queueReport.ts'
import type { Services } from '../services.ts'
import type { Shop } from '../store/shops.ts'
import { isAllowed } from './events.ts'

/** An address, a consent text of 1,000 characters and a page's address. */
const MAX_SIGNUP_BYTES = 16_000
const MAX_ERASURE_BYTES = 1000

/**
 * `POST /v1/restock`: somebody wants to be told when a variant is back. 202 whether the address is known or not; a mail
 * asks its mailbox to confirm. `GET /v1/restock` (secret key): the queue; with `?item=` who waits, addresses masked.
 * `DELETE /v1/restock` (secret key): removes every wish of an address.
 */
export function restockRoutes(services: Services): Hono {
  const app = new Hono()
  app.post('/restock', c => signUp(services, c))
  const merchant = new Hono<{ Variables: { shop: Shop } }>()
  merchant.get('/restock', requireSecret(services), async c => {
    const shop = c.get('shop')
    const item = c.req.query('item')
    return c.json(
      item === undefined ? await queueReport(services, shop) : await queueWishes(services, shop, item)
    )
  })
  merchant.delete('/restock', requireSecret(services), async c => {
    const body = await readValid(c, MAX_ERASURE_BYTES, validateRestockErasure)
    if (!body.ok) return body.response
    const email = parseEmail(body.value.email, 'email')
    if (!email.ok) return problem('body_invalid', { field: email.field, detail: email.problem })
    const { store, now } = services
    return c.json({ removed: await store.waitlist.erase(c.get('shop').id, email.value, now()) })
  })
  app.route('/', merchant as unknown as Hono)
  return app
}

async function signUp(services: Services, c: Context): Promise<Response> {
  const body = await readValid(c, MAX_SIGNUP_BYTES, validateRestockSignup)
  if (!body.ok) return body.response
  const shop = await services.shops.byWriteKey(body.value.key)
  if (!shop || shop.id !== body.value.shop) return problem('key_unknown')
  if (!isAllowed(c, shop)) return problem('origin_not_allowed')
  const email = parseEmail(body.value.email, 'email')
  if (!email.ok) return problem('body_invalid', { field: email.field, detail: email.problem })
  const waitSeconds = tooMany(services, shop, services.addressOf(c))
  if (waitSeconds > 0) return problem('too_many_requests', { retryAfterSeconds: waitSeconds })
  return keep(services, shop, body.value, email.value)
}

/** By where it comes from, and by shop: many hands must not make a shop's mail server write to the whole world. */
function tooMany({ perRestock }: Services, { id }: Shop, address: string): number {
  return (
    perRestock.network.take(networkOf(address)) ||
    perRestock.site.take(siteOf(address)) ||
    perRestock.shop.take(id)
  )
}

async function keep(
  { store, now }: Services,
  shop: Shop,
  { itemId, consent, marketing = false, locale, page }: RestockSignup,
  email: string
): Promise<Response> {
  const item = (await store.catalog.byIds(shop.id, [itemId])).get(itemId)
  if (!item || item.gone) return problem('item_unknown', { field: 'itemId' })
  const signup = {
    ...{ item: itemId, email, consent, marketing },
    ...(isLocale(locale) && { locale }),
    ...pageOf(page)
  }
  await store.waitlist.signUp(shop.id, signup, now())
  // The same for a known address as for a new one.
  return Response.json({ status: 'pending' }, { status: 202, headers: { 'cache-control': 'no-store' } })
}

/** Where it was asked, as far as it may stand in a link; what comes behind `?` or `#` may be somebody's data. */
function pageOf(given: string | undefined): { page?: string } {
  const page = safeUrl(given)?.replace(/[?#].*$/s, '')
  return page ? { page } : {}
}

/** What is no language tag is left out: the shop's language is spoken then. */
function isLocale(tag: string | undefined): tag is string {
  return tag !== undefined && /^[a-z]{2,3}(-[A-Za-z\d]{2,8})*$/.test(tag)
}
