import type { MiddlewareHandler } from 'hono'
import type { Services } from '../services.ts'
import { problem } from './problem.ts'

/** Slows down an address that asks too much, whatever it asks. */
export function limitAddress({ perAddress, addressOf }: Services): MiddlewareHandler {
  return async (c, next) => {
    const waitSeconds = perAddress.take(addressOf(c))
    if (waitSeconds > 0) return problem('too_many_requests', { retryAfterSeconds: waitSeconds })
    return next()
  }
}
