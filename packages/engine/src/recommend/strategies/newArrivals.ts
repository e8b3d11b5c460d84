import { DAY_MS } from '../../profile/dayMs.ts'
import type { StrategyRule } from '../ask.ts'
import { listed } from '../listed.ts'
import { tasteFor } from '../tasteFor.ts'

/** A month: by then a newcomer has had its turn. */
const FRESHNESS_MS = 30 * DAY_MS

/** What is new, nearer to the shopper's taste first: `0.5 ^ (age / 30 days) · (1 + 2 · taste)`. */
export const newArrivals: StrategyRule = {
  rank: ask =>
    listed(ask, 'new_arrivals', 'new_arrival').flatMap(candidate => {
      const card = ask.model.cards.get(candidate.id)
      if (!card) return []
      const { since } = card
      const fresh =
        since === undefined ? candidate.score : 0.5 ** (Math.max(0, ask.now - since) / FRESHNESS_MS)
      return { ...candidate, score: fresh * (1 + 2 * tasteFor(ask, card).score) }
    }),
  list: 'new_arrivals'
}
