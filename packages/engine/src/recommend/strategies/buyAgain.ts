import type { Bought, EpochMs } from '@vitrine/protocol'
import { DAY_MS } from '../../profile/dayMs.ts'
import type { StrategyRule } from '../ask.ts'

/** Due a little before the usual day, so that it arrives before the old one runs out. */
const DUE = 0.8
/** Files asked for: no shelf is longer. */
const MAX_FILES = 48

/** The shopper's own products: those due by their own rhythm first, then those coming up, then what was bought most. */
export const buyAgain: StrategyRule = {
  rank: ({ profile, now }) =>
    profile.bought.map(bought => ({
      id: bought.id,
      score: dueOf(bought, now),
      reason: { code: 'bought_before', value: String(bought.times) }
    })),
  needs: ({ profile }) => ({ items: profile.bought.slice(0, MAX_FILES).map(({ id }) => id) })
}

/** 2 … 3 when due, most on the day itself; 1 … 2 when coming up; below 1, by number of orders, without a rhythm. */
function dueOf({ everyDays, lastAt, times }: Bought, now: EpochMs): number {
  if (everyDays === undefined) return times / (times + 1)
  // A rhythm of less than a day is two orders of one errand.
  const ratio = (now - lastAt) / DAY_MS / Math.max(1, everyDays)
  return ratio < DUE ? 1 + ratio : 2 + Math.min(ratio, 1 / ratio)
}
