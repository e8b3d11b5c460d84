import type { StrategyRule } from '../ask.ts'
import { neighbours } from '../neighbours.ts'
import { lastOf, sessionOf } from '../session.ts'

/** What others looked at in the same visit as the product here and those before it. */
export const alsoViewed: StrategyRule = {
  rank: ask => neighbours(ask, 'viewed', sessionOf(ask), 'viewed_with'),
  needs: start => ({ items: lastOf(start, sessionOf(start)) })
}
