import type { MiddlewareHandler } from 'hono'
import type { Services } from '../services.ts'
import { networkOf } from './networkOf.ts'
import { problem } from './problem.ts'

/**
 * Slows down an address that asks too much.
 *
 * @param what - Each kind of request is counted apart: many model files must not cost an event its place.
 */
export function limitAddress(
  { perAddress, addressOf }: Services,
  what: 'v1' | 'models' | 'ready'
): MiddlewareHandler {
  return async (c, next) => {
    const waitSeconds = perAddress.take(`${what} ${networkOf(addressOf(c))}`)
    if (waitSeconds > 0) return problem('too_many_requests', { retryAfterSeconds: waitSeconds })
    return next()
  }
}
