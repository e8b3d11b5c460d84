import type { Start, StrategyRule } from '../ask.ts'
import { alike, neighbours } from '../neighbours.ts'

/** What could stand in for the product here; elsewhere, for the one looked at last. */
export const similar: StrategyRule = {
  rank: ask => {
    const ids = lastSeen(ask)
    return neighbours(ask, 'similar', ids, 'similar_to', alike(ids))
  },
  needs: start => ({ items: lastSeen(start) })
}

function lastSeen({ itemId, profile }: Start): readonly string[] {
  const id = itemId ?? profile.recentlyViewed[0]?.id
  return id === undefined ? [] : [id]
}
