import type { StrategyRule } from '../ask.ts'

/** Files asked for: no shelf is longer. */
const MAX_FILES = 48

/** What the shopper looked at, the newest first. */
export const recentlyViewed: StrategyRule = {
  rank: ({ profile }) =>
    profile.recentlyViewed.map(({ id }, place) => ({
      id,
      score: 1 / (1 + place),
      reason: { code: 'viewed_before' }
    })),
  needs: ({ profile }) => ({ items: profile.recentlyViewed.slice(0, MAX_FILES).map(({ id }) => id) })
}
