import type { StrategyRule } from '../ask.ts'
import { alike, neighbours } from '../neighbours.ts'
import { basketOf } from '../session.ts'

/** What others bought with the product here, or with what is in the cart. */
export const boughtTogether: StrategyRule = {
  rank: ask => {
    const basket = basketOf(ask)
    return neighbours(ask, 'bought', basket, 'bought_with', alike(basket))
  },
  needs: start => ({ items: basketOf(start) })
}
