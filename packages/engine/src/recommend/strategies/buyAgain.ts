import type { Bought, EpochMs } from '@vitrine/protocol'
import { DAY_MS } from '../../profile/dayMs.ts'
import type { StrategyRule } from '../ask.ts'
import { idsOf, SPARE } from '../idsOf.ts'

/** Due a little before the usual day, so that it arrives before the old one runs out. */
const DUE = 0.8

/** The shopper's own products: those due by their own rhythm first, then those coming up, then what was bought most. */
export const buyAgain: StrategyRule = {
  rank: ({ profile, now }) =>
    profile.bought.map(bought => ({
      id: bought.id,
      score: dueOf(bought, now),
      reason: { code: 'bought_before', value: String(bought.times) }
    })),
  items: ({ profile: { bought, lastAt = 0 }, limit }) =>
    idsOf([...bought].sort((a, b) => dueOf(b, lastAt) - dueOf(a, lastAt))).slice(0, SPARE * limit),
  keepsSeen: true
}

/** 2 … 3 when due, most on the day itself; 1 … 2 when coming up; below 1, by number of orders, without a rhythm. */
function dueOf({ everyDays, lastAt, times }: Bought, now: EpochMs): number {
  if (everyDays === undefined) return times / (times + 1)
  // A rhythm of less than a day is two orders of one errand.
  const ratio = (now - lastAt) / DAY_MS / Math.max(1, everyDays)
  return ratio < DUE ? 1 + ratio : 2 + Math.min(ratio, 1 / ratio)
}
