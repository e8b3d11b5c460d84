import type { Reason, Strategy } from '@vitrine/protocol'
import type { StrategyRule } from './ask.ts'
import { basketOf, idsOf, lastOf, lastSeenOf, SPARE, sessionOf } from './idsOf.ts'
import { listed } from './listed.ts'
import { neighbours } from './neighbours.ts'
import { buyAgain } from './strategies/buyAgain.ts'
import { forYou } from './strategies/forYou.ts'
import { newArrivals } from './strategies/newArrivals.ts'

/** Every way to choose products, by its name in a request. */
export const STRATEGY_RULES: Readonly<Record<Strategy, StrategyRule>> = {
  // What the shopper looked at, the newest first.
  recently_viewed: {
    rank: ({ profile }) =>
      profile.recentlyViewed.map(({ id }, place) => ({
        id,
        score: 1 / (1 + place),
        reason: { code: 'viewed_before' }
      })),
    items: ({ profile, limit }) => idsOf(profile.recentlyViewed).slice(0, SPARE * limit),
    keepsSeen: true
  },
  // What others looked at in the same visit as the product here and those before it.
  also_viewed: {
    rank: ask => neighbours(ask, 'viewed', sessionOf(ask), 'viewed_with'),
    items: start => lastOf(start, sessionOf(start))
  },
  // What others bought with the product here, or with what is in the cart.
  bought_together: {
    rank: ask => neighbours(ask, 'bought', basketOf(ask), 'bought_with', true),
    items: basketOf
  },
  // What could stand in for the product here; elsewhere, for the one looked at last.
  similar: {
    rank: ask => neighbours(ask, 'similar', lastSeenOf(ask), 'similar_to', true),
    items: lastSeenOf
  },
  // What sells more now than it used to.
  trending: byList('trending', 'trending'),
  // What sells most.
  best_sellers: byList('best_sellers', 'best_seller'),
  new_arrivals: newArrivals,
  for_you: forYou,
  buy_again: buyAgain
}

function byList(list: Strategy, code: Reason['code']): StrategyRule {
  return { rank: ask => listed(ask, list, code), list }
}
