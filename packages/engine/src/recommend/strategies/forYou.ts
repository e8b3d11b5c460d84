import type { Reason } from '@vitrine/protocol'
import { addUp, type Sum } from '../addUp.ts'
import type { Ask, Candidate, Start, StrategyRule } from '../ask.ts'
import { idsOf, lastOf, sessionOf } from '../idsOf.ts'
import { listed } from '../listed.ts'
import { neighbours } from '../neighbours.ts'
import { tasteFor } from '../tasteFor.ts'

/** Newest purchases whose companions count; older ones have had their chance. */
const PURCHASES = 5
/** What resembles the visit counts beside what follows it: a shop without traffic yet has nothing else to go by. */
const ALIKE = 0.6
/** What companions of purchases count beside this visit: half, since the visit says what is wanted now. */
const LONG_TERM = 0.5
/** Everybody's best sellers count least, however well they suit: they are seen anyway. */
const TASTE = 0.3

/**
 * For this shopper: what follows on this visit, what resembles and goes with it, what goes with what they own, and best
 * sellers to their taste. A product's score is the sum of these, each falling from its own top; the largest is its reason.
 */
export const forYou: StrategyRule = {
  rank: ask => {
    const sums = new Map<string, Sum<Reason>>()
    const add = (candidates: readonly Candidate[], top: number) => {
      const best = Math.max(...candidates.map(({ score }) => score), Number.MIN_VALUE)
      for (const { id, score, reason } of candidates) addUp(sums, id, (score / best) * top, reason)
    }
    const visit = sessionOrRecent(ask)
    add(neighbours(ask, 'viewed', visit, 'viewed_with'), 1)
    add(neighbours(ask, 'similar', visit, 'similar_to'), ALIKE)
    add(neighbours(ask, 'bought', visit, 'bought_with', true), LONG_TERM)
    add(neighbours(ask, 'bought', purchasesOf(ask), 'bought_with', true), LONG_TERM)
    add(toTaste(ask), TASTE)
    return [...sums].map(([id, { score, why }]) => ({ id, score, reason: why }))
  },
  items: start => [...lastOf(start, sessionOrRecent(start)), ...purchasesOf(start)],
  list: 'best_sellers'
}

/** This visit's session, or at its start what was looked at last before it. */
function sessionOrRecent(start: Start): readonly string[] {
  const session = sessionOf(start)
  return session.length > 0 ? session : lastOf(start, idsOf(start.profile.recentlyViewed).reverse())
}

function purchasesOf({ profile }: Start): readonly string[] {
  return idsOf(profile.bought.slice(0, PURCHASES))
}

function toTaste(ask: Ask): readonly Candidate[] {
  return listed(ask, 'best_sellers', 'best_seller').flatMap(({ id, score }) => {
    const card = ask.model.cards.get(id)
    const { score: liking = 0, value } = card ? tasteFor(ask, card) : {}
    return liking > 0 ? { id, score: score * liking, reason: { code: 'your_taste', value } } : []
  })
}
