import type { Ask, Candidate, Start, StrategyRule } from '../ask.ts'
import { listed, listsOf } from '../listed.ts'
import { alike, neighbours } from '../neighbours.ts'
import { lastOf, sessionOrRecent } from '../session.ts'
import { tasteFor } from '../tasteFor.ts'

/** Newest purchases whose companions count; older ones have had their chance. */
const PURCHASES = 5
/** What companions of purchases count beside this visit: half, since the visit says what is wanted now. */
const LONG_TERM = 0.5

/**
 * For this shopper: what follows on this visit, what goes with what they own, and best sellers to their taste.
 * A product's score is the sum of the three (each falling from at most 1, ½ and ½); the largest is its reason.
 */
export const forYou: StrategyRule = {
  rank: ask => {
    const own = purchasesOf(ask)
    return merged([
      ...scaled(neighbours(ask, 'viewed', sessionOrRecent(ask), 'viewed_with'), 1),
      ...scaled(neighbours(ask, 'bought', own, 'bought_with', alike(own)), LONG_TERM),
      ...scaled(toTaste(ask), LONG_TERM)
    ])
  },
  needs: start => ({
    items: [...lastOf(start, sessionOrRecent(start)), ...purchasesOf(start)],
    ...listsOf('best_sellers', start)
  })
}

function purchasesOf({ profile }: Start): readonly string[] {
  return profile.bought.slice(0, PURCHASES).map(({ id }) => id)
}

function toTaste(ask: Ask): readonly Candidate[] {
  const taste = tasteFor(ask)
  return listed(ask, 'best_sellers', 'best_seller').flatMap(({ id, score }) => {
    const card = ask.model.cards.get(id)
    const { score: liking, value } = card ? taste(card) : { score: 0 }
    if (liking === 0) return []
    return {
      id,
      score: score * liking,
      reason: { code: 'your_taste', ...(value !== undefined && { value }) }
    }
  })
}

function scaled(candidates: readonly Candidate[], top: number): readonly Candidate[] {
  const most = Math.max(...candidates.map(({ score }) => score), Number.MIN_VALUE)
  return candidates.map(candidate => ({ ...candidate, score: (candidate.score / most) * top }))
}

function merged(parts: readonly Candidate[]): readonly Candidate[] {
  const sums = new Map<string, { score: number; lead: Candidate }>()
  for (const part of parts) {
    const { score, lead } = sums.get(part.id) ?? { score: 0, lead: part }
    sums.set(part.id, { score: score + part.score, lead: part.score > lead.score ? part : lead })
  }
  return [...sums.values()].map(({ score, lead }) => ({ ...lead, score }))
}
