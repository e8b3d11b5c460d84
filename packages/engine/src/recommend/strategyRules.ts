import type { Strategy } from '@vitrine/protocol'
import type { StrategyRule } from './ask.ts'
import { alsoViewed } from './strategies/alsoViewed.ts'
import { bestSellers } from './strategies/bestSellers.ts'
import { boughtTogether } from './strategies/boughtTogether.ts'
import { buyAgain } from './strategies/buyAgain.ts'
import { forYou } from './strategies/forYou.ts'
import { newArrivals } from './strategies/newArrivals.ts'
import { recentlyViewed } from './strategies/recentlyViewed.ts'
import { similar } from './strategies/similar.ts'
import { trending } from './strategies/trending.ts'

/** Every way to choose products, by its name in a request. */
export const STRATEGY_RULES: Readonly<Record<Strategy, StrategyRule>> = {
  recently_viewed: recentlyViewed,
  also_viewed: alsoViewed,
  bought_together: boughtTogether,
  similar,
  trending,
  best_sellers: bestSellers,
  new_arrivals: newArrivals,
  for_you: forYou,
  buy_again: buyAgain
}
