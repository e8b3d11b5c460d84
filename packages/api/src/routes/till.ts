import type { OfferCheck } from '@vitrine/protocol'
import { validateOfferCheck, validateOfferRedemption } from '@vitrine/protocol/schema'
import { type Context, Hono } from 'hono'
import { problem } from '../http/problem.ts'
import { readValid } from '../http/readBody.ts'
import { type MerchantEnv, requireSecret } from '../http/requireSecret.ts'
import { foldCode } from '../offers/drawCode.ts'
import { openGuesses } from '../offers/openGuesses.ts'
import { verdictOf } from '../offers/verdictOf.ts'
import type { Services } from '../services.ts'

const MAX_CODE_BYTES = 1000

/**
 * `POST /v1/offers/check`: what a code is worth. `POST /v1/offers/redeem`: the same, and it is spent on this order, once.
 * A code that is not taken is an answer of 200 that says why; 429 after too many wrong ones. `GET /v1/offers`: how each
 * campaign's codes fared.
 */
export function tillRoutes(services: Services): Hono<MerchantEnv> {
  const { store, now } = services
  const guesses = openGuesses(now)
  const app = new Hono<MerchantEnv>()
  const secret = requireSecret(services)

  async function judge(c: Context<MerchantEnv>, check: OfferCheck, orderId?: string): Promise<Response> {
    const { id: shop } = c.get('shop')
    const { code, value, who } = check
    const waitSeconds = guesses.waitSeconds(shop, who)
    if (waitSeconds > 0) return problem('too_many_requests', { retryAfterSeconds: waitSeconds })
    const folded = foldCode(code)
    const asked = { value, orderId, now: now() }
    if (orderId !== undefined) await store.offers.redeem({ ...asked, shop, folded, orderId })
    // Read after it was spent, so that two orders at once hear of one winner.
    const stored = await store.offers.find(shop, folded)
    if (!stored) guesses.countWrong(shop, who)
    return c.json(verdictOf(stored, asked))
  }

  app.post('/offers/check', secret, async c => {
    const body = await readValid(c, MAX_CODE_BYTES, validateOfferCheck)
    return body.ok ? judge(c, body.value) : body.response
  })
  app.post('/offers/redeem', secret, async c => {
    const body = await readValid(c, MAX_CODE_BYTES, validateOfferRedemption)
    return body.ok ? judge(c, body.value, body.value.orderId) : body.response
  })
  app.get('/offers', secret, async c => {
    const { id, currency } = c.get('shop')
    return c.json({ currency, offers: await store.offers.totals(id, now()) })
  })
  return app
}
