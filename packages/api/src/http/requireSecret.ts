import type { MiddlewareHandler } from 'hono'
import type { Services } from '../services.ts'
import type { Shop } from '../store/shops.ts'
import { problem } from './problem.ts'

/** What merchant routes know: whose secret key was shown. */
export interface MerchantEnv {
  Variables: { shop: Shop }
}

/** Lets a caller pass who shows a shop's secret key; the shop is that key's and no other can be named. */
export function requireSecret({ shops, perKey }: Services): MiddlewareHandler<MerchantEnv> {
  return async (c, next) => {
    const shown = /^Bearer (\S+)$/.exec(c.req.header('authorization') ?? '')?.[1]
    if (shown === undefined) return problem('secret_missing')
    const shop = await shops.bySecret(shown)
    if (!shop) return problem('secret_wrong')
    const waitSeconds = perKey.take(`merchant:${shop.id}`)
    if (waitSeconds > 0) return problem('too_many_requests', { retryAfterSeconds: waitSeconds })
    c.set('shop', shop)
    return next()
  }
}
