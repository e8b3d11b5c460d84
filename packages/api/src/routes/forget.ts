import { type Context, Hono } from 'hono'
import { problem } from '../http/problem.ts'
import { readJson } from '../http/readBody.ts'
import { forgetVisitor } from '../people/forgetVisitor.ts'
import type { Services } from '../services.ts'
import { isAllowed } from './events.ts'

const MAX_FORGET_BYTES = 1000

/**
 * `POST /v1/forget` with `{ shop, key, visitor }`: removes everything a device told. Who knows the unguessable visitor
 * id is that device. 204, whether there was anything or not.
 */
export function forgetRoute(services: Services): Hono {
  const app = new Hono()
  app.post('/forget', c => forget(services, c))
  return app
}

async function forget(services: Services, c: Context): Promise<Response> {
  const body = await readJson(c, MAX_FORGET_BYTES)
  if (!body.ok) return body.response
  const { shop: id, key, visitor } = (body.value ?? {}) as Readonly<Record<string, unknown>>
  if (typeof visitor !== 'string' || visitor === '' || visitor.length > 64)
    return problem('body_invalid', { field: 'visitor', detail: 'must be the visitor id' })
  if (typeof key !== 'string') return problem('body_invalid', { field: 'key', detail: 'must be text' })
  const shop = await services.shops.byWriteKey(key)
  if (shop?.id !== id || !shop) return problem('key_unknown')
  if (!isAllowed(c, shop)) return problem('origin_not_allowed')
  const waitSeconds = services.perKey.take(`forget:${shop.id}`)
  if (waitSeconds > 0) return problem('too_many_requests', { retryAfterSeconds: waitSeconds })
  await forgetVisitor(services, shop.id, visitor)
  return new Response(null, { status: 204 })
}
