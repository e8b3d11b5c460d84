import type { IssuedOffer, OfferRequest } from '@vitrine/protocol'
import { validateOfferRequest } from '@vitrine/protocol/schema'
import { type Context, Hono } from 'hono'
import { networkOf, siteOf } from '../http/networkOf.ts'
import { openRateLimit } from '../http/openRateLimit.ts'
import { problem } from '../http/problem.ts'
import { readValid } from '../http/readBody.ts'
import { drawCode } from '../offers/drawCode.ts'
import { offerOf } from '../offers/offerOf.ts'
import { isForgotten } from '../people/forgetVisitor.ts'
import type { Services } from '../services.ts'
import { isAllowed } from './events.ts'

const MAX_REQUEST_BYTES = 1000

/** A school or a mobile network shares an address, so many at once; but 4,320 a day do not empty a usual campaign. */
const PER_ADDRESS = { perSecond: 0.05, burst: 100 }
/** A site of IPv6 holds thousands of networks: by changing them nobody empties a usual campaign in a day. */
const PER_SITE = { perSecond: 0.1, burst: 400 }
/** A shopper meets a few campaigns with an offer, and a page that asks again gets the same code. */
const PER_VISITOR = { perSecond: 1 / 6, burst: 10 }

/**
 * `POST /v1/offers` with an `OfferRequest`: the code of a campaign for a visitor who is shown it, as an `IssuedOffer`.
 * The same visitor gets the same code until it has expired. 404 when the campaign gives nothing now, 409 when all its
 * codes are given away, 429 when an address or a visitor asks too often.
 */
export function offersRoute(services: Services): Hono {
  const { shops, perKey, addressOf, now } = services
  const perAddress = openRateLimit(PER_ADDRESS, now)
  const perSite = openRateLimit(PER_SITE, now)
  const perVisitor = openRateLimit(PER_VISITOR, now)
  const app = new Hono()
  app.post('/offers', async c => {
    const body = await readValid(c, MAX_REQUEST_BYTES, validateOfferRequest)
    if (!body.ok) return body.response
    const { shop: id, key, visitor } = body.value
    const shop = await shops.byWriteKey(key)
    if (shop?.id !== id || !shop) return problem('key_unknown')
    if (!isAllowed(c, shop)) return problem('origin_not_allowed')
    const waitSeconds =
      perKey.take(`offers:${id}`) ||
      perAddress.take(networkOf(addressOf(c))) ||
      perSite.take(siteOf(addressOf(c))) ||
      perVisitor.take(`${id} ${visitor}`)
    if (waitSeconds > 0) return problem('too_many_requests', { retryAfterSeconds: waitSeconds })
    return issue(services, c, body.value)
  })
  return app
}

async function issue(services: Services, c: Context, { shop, campaign, visitor }: OfferRequest) {
  const { store, now } = services
  const config = (await store.configs.current(shop))?.config
  const offer = config && offerOf(config, campaign, now())
  // Asked last: the answer holds only until something else is awaited.
  if (!offer || (await isForgotten(services, shop, visitor)))
    return problem('offer_unavailable', { field: 'campaign' })
  const { terms, most, prefix } = offer
  const wish = { shop, visitor, terms, most, now: now(), drawn: drawCode(prefix) }
  const issued = await store.offers.issue(wish)
  if (!issued) return problem('offer_exhausted', { field: 'campaign' })
  const answer: IssuedOffer = { code: issued.code, expiresAt: issued.expiresAt }
  return c.json(answer)
}
