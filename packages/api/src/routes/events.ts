import type { BatchRefusal } from '@vitrine/protocol'
import { type Context, Hono } from 'hono'
import { problem } from '../http/problem.ts'
import { parseJson, readText } from '../http/readBody.ts'
import { countDropped, countRefused } from '../ingest/countRefusals.ts'
import { type ReadBatch, readBatch, shapeOfBatch } from '../ingest/readBatch.ts'
import { isForgotten } from '../people/forgetVisitor.ts'
import type { Services } from '../services.ts'
import type { Shop } from '../store/shops.ts'

/** A full batch of the tracker is some 60 kB; one of GA4's form may be larger. */
const MAX_EVENTS_BYTES = 512_000
/** When the queue is full, a second is enough for the disk to take much of it. */
const OVERLOAD_RETRY_SECONDS = 2

/**
 * `POST /v1/events`: keeps a batch, compact or in GA4's words. 204 when all of it is on the disk, 422 with a list when
 * some events were refused and the rest is on the disk; the same batch again adds nothing.
 */
export function eventsRoute(services: Services): Hono {
  const app = new Hono()
  app.post('/events', c => keepBatch(services, c))
  return app
}

async function keepBatch(services: Services, c: Context): Promise<Response> {
  const text = await readText(c, MAX_EVENTS_BYTES)
  if (!text.ok) return text.response
  const body = parseJson(text.value)
  if (!body.ok) return body.response
  const shape = shapeOfBatch(body.value)
  if (!shape.ok) return problem(shape.code, { field: shape.field, detail: shape.problem })
  const { batch } = shape.value
  const shop = await services.shops.byWriteKey(batch.key)
  if (!shop || shop.id !== batch.shop) return problem('key_unknown')
  if (!isAllowed(c, shop)) return problem('origin_not_allowed')
  const waitSeconds = services.perKey.take(`events:${shop.id}`)
  if (waitSeconds > 0) return problem('too_many_requests', { retryAfterSeconds: waitSeconds })
  const read = readBatch(shape.value, shop, services.now())
  const answer = await keepEvents(services, shop, read, text.value.length)
  // A batch that is to come again is not counted yet.
  if (answer.status < 500 && 'dropped' in batch) countDropped(services.metrics, batch.dropped ?? {})
  return answer
}

async function keepEvents(services: Services, shop: Shop, read: ReadBatch, bytes: number): Promise<Response> {
  const { ingest, metrics } = services
  const visitor = read.events[0]?.visitor
  if (visitor !== undefined && (await isForgotten(services, shop.id, visitor))) {
    metrics.count('events_of_forgotten_total', {}, read.events.length)
    return new Response(null, { status: 204 })
  }
  const written = read.events.length > 0 ? ingest.add(read.events, bytes) : Promise.resolve()
  if (!written) return problem('overloaded', { retryAfterSeconds: OVERLOAD_RETRY_SECONDS })
  await written
  return read.refused.length === 0 ? new Response(null, { status: 204 }) : refusal(services, read)
}

/** Whether a page of this origin may post for the shop. Callers without one are no pages: an origin protects nobody there. */
export function isAllowed(c: Context, shop: Shop): boolean {
  const origin = c.req.header('origin')
  return origin === undefined || shop.origins.includes(origin)
}

function refusal({ metrics }: Services, { events, refused }: ReadBatch): Response {
  countRefused(metrics, refused)
  const more: BatchRefusal = { accepted: events.length, refused: [...refused] }
  return problem('events_refused', { more: { ...more } })
}
