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

interface CodeOfShop {
  readonly shop: string
  readonly folded: string
}

/**
 * `POST /v1/offers/check`: what a code is worth. `POST /v1/offers/redeem`: the same, and it is spent on this order, once.
 * `POST /v1/offers/release`: an order that came to nothing gives its code back; the answer is what the code is worth now.
 * A code that is not taken is an answer of 200 that says why; 429 after too many wrong ones. `GET /v1/offers`: how each
 * campaign's codes fared.
 */
export function tillRoutes(services: Services): Hono<MerchantEnv> {
  const { store, now } = services
  const guesses = openGuesses(now)
  const app = new Hono<MerchantEnv>()
  const secret = requireSecret(services)

  /** @param act - What is done with the code before it is looked at, under its folded form. */
  async function judge(
    c: Context<MerchantEnv>,
    check: OfferCheck & { readonly orderId?: string },
    act?: (code: CodeOfShop) => Promise<void>
  ): Promise<Response> {
    const { id: shop } = c.get('shop')
    const { code, value, who, orderId } = check
    const waitSeconds = guesses.take(shop, who)
    if (waitSeconds > 0) return problem('too_many_requests', { retryAfterSeconds: waitSeconds })
    const folded = foldCode(code)
    const asked = { value, orderId, now: now() }
    await act?.({ shop, folded })
    // Read after it was spent, so that two orders at once hear of one winner.
    const stored = await store.offers.find(shop, folded)
    if (stored) guesses.giveBack(shop, who)
    return c.json(verdictOf(stored, asked))
  }

  app.post('/offers/check', secret, async c => {
    const body = await readValid(c, MAX_CODE_BYTES, validateOfferCheck)
    return body.ok ? judge(c, body.value) : body.response
  })
  app.post('/offers/redeem', secret, async c => {
    const body = await readValid(c, MAX_CODE_BYTES, validateOfferRedemption)
    if (!body.ok) return body.response
    const { orderId, value } = body.value
    return judge(c, body.value, code => store.offers.redeem({ ...code, orderId, value, now: now() }))
  })
  app.post('/offers/release', secret, async c => {
    const body = await readValid(c, MAX_CODE_BYTES, validateOfferRedemption)
    if (!body.ok) return body.response
    const { orderId } = body.value
    return judge(c, body.value, code => store.offers.release({ ...code, orderId }))
  })
  app.get('/offers', secret, async c => {
    const { id, currency } = c.get('shop')
    return c.json({ currency, offers: await store.offers.totals(id, now()) })
  })
  return app
}
