import type { EpochMs } from '@vitrine/protocol'

/** How much one caller may ask: `perSecond` for ever, and up to `burst` at once. */
export interface Rate {
  readonly perSecond: number
  readonly burst: number
}

/** Token buckets, one a caller. */
export interface RateLimit {
  /** Takes a token. @returns Seconds to wait before the next try, 0 when it may go on. */
  take(caller: string): number
  /** Gives a token back that turned out not to be needed. */
  giveBack(caller: string): void
}

/** So many callers are remembered; the one unseen for longest is forgotten first and begins with a full bucket again. */
const MAX_CALLERS = 50_000

/** Opens empty token buckets in this process; with several processes each counts for itself. */
export function openRateLimit({ perSecond, burst }: Rate, now: () => EpochMs): RateLimit {
  const buckets = new Map<string, { tokens: number; at: EpochMs }>()
  const waitFor = (tokens: number) => (tokens >= 1 ? 0 : (1 - tokens) / perSecond)

  function tokensOf(caller: string, at: EpochMs): number {
    const bucket = buckets.get(caller) ?? { tokens: burst, at }
    const gained = (Math.max(0, at - bucket.at) * perSecond) / 1000
    return Math.min(burst, bucket.tokens + gained)
  }

  return {
    giveBack(caller) {
      const bucket = buckets.get(caller)
      if (bucket) bucket.tokens = Math.min(burst, bucket.tokens + 1)
    },
    take(caller) {
      const at = now()
      const tokens = tokensOf(caller, at)
      // Deleted and set again, so that the map's order is that of last use.
      buckets.delete(caller)
      buckets.set(caller, { tokens: tokens >= 1 ? tokens - 1 : tokens, at })
      const oldest = buckets.size > MAX_CALLERS ? buckets.keys().next().value : undefined
      if (oldest !== undefined) buckets.delete(oldest)
      return waitFor(tokens)
    }
  }
}
