import type { EpochMs } from '@vitrine/protocol'
import { openRateLimit } from '../http/openRateLimit.ts'

/** A shopper mistypes some. */
const BY_SHOPPER = { perSecond: 1 / 20, burst: 10 }
/** A till that does not say who typed speaks for all its shoppers. */
const BY_SHOP = { perSecond: 10, burst: 200 }

/** Counts the wrong codes of one shopper, or of a whole till. */
export interface Guesses {
  /** Counts a guess before it is looked at, so that many at once are counted too. @returns Seconds in which nothing is said, right or wrong; 0 when there were not too many. */
  take(shop: string, who: string | undefined): number
  /** It was none: the code is known. */
  giveBack(shop: string, who: string | undefined): void
}

/** Opens the count with nothing in it. Only wrong codes cost: a till may ask of good ones as often as it likes. */
export function openGuesses(now: () => EpochMs): Guesses {
  const byShopper = openRateLimit(BY_SHOPPER, now)
  const byShop = openRateLimit(BY_SHOP, now)
  return {
    take: (shop, who) => (who === undefined ? byShop.take(shop) : byShopper.take(`${shop} ${who}`)),
    giveBack(shop, who) {
      if (who === undefined) byShop.giveBack(shop)
      else byShopper.giveBack(`${shop} ${who}`)
    }
  }
}
