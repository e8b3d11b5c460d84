import type { MiddlewareHandler } from 'hono'
import type { Services } from '../services.ts'

/** What a page may do on a route of another origin. */
export interface PageAccess {
  readonly methods: string
  readonly headers: string
  /** `any`: the answer holds nothing secret. `shops`: only pages of a shop may read it. */
  readonly origins: 'any' | 'shops'
}

/** A preflight is asked again after a day. */
const PREFLIGHT_SECONDS = '86400'

/**
 * Lets pages read every answer of a route, refusals and failures of ours too: a tracker that cannot read a 429 and its
 * `Retry-After` would send for ever. To the answer of a preflight it adds what may be sent. No cookie is involved, so
 * none is allowed.
 */
export function openToPages(services: Services, access: PageAccess): MiddlewareHandler {
  return async (c, next) => {
    const allowed = await allowedOrigin(services, access, c.req.header('origin'))
    await next()
    const isPreflight = c.req.method === 'OPTIONS'
    if (isPreflight && allowed === undefined) c.res = new Response(null, { status: 403 })
    const { headers } = c.res
    if (access.origins === 'shops') headers.append('vary', 'origin')
    if (allowed === undefined) return
    headers.set('access-control-allow-origin', allowed)
    headers.set('access-control-expose-headers', 'Retry-After')
    if (!isPreflight) return
    headers.set('access-control-allow-methods', access.methods)
    headers.set('access-control-allow-headers', access.headers)
    headers.set('access-control-max-age', PREFLIGHT_SECONDS)
  }
}

/** A preflight shows no token, so any shop's origin may ask; whose data it gets, the token decides. */
async function allowedOrigin(
  { shops }: Services,
  { origins }: PageAccess,
  origin: string | undefined
): Promise<string | undefined> {
  if (origins === 'any') return '*'
  const isKnown = origin !== undefined && (await shops.all()).some(shop => shop.origins.includes(origin))
  return isKnown ? origin : undefined
}
