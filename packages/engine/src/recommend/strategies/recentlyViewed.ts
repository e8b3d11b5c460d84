import type { StrategyRule } from '../ask.ts'

/** Files asked for per place on the shelf: half of them may be sold out or in the cart. */
const SPARE = 2

/** What the shopper looked at, the newest first. */
export const recentlyViewed: StrategyRule = {
  rank: ({ profile }) =>
    profile.recentlyViewed.map(({ id }, place) => ({
      id,
      score: 1 / (1 + place),
      reason: { code: 'viewed_before' }
    })),
  needs: ({ profile, limit }) => ({
    items: profile.recentlyViewed.slice(0, SPARE * limit).map(({ id }) => id)
  })
}
