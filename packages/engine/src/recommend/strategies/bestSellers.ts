import type { StrategyRule } from '../ask.ts'
import { listed, listsOf } from '../listed.ts'

/** What sells most. */
export const bestSellers: StrategyRule = {
  rank: ask => listed(ask, 'best_sellers', 'best_seller'),
  needs: start => listsOf('best_sellers', start)
}
