import { recommend } from '@vitrine/engine'
import type { Decision, Recommendation, RecommendRequest } from '@vitrine/protocol'
import type { Slot } from './slots.ts'
import type { Mind } from './think.ts'

/** Ranks products for a request by itself, without a campaign. */
export function rank(
  request: RecommendRequest,
  { model, config, context, ...mind }: Mind,
  shownIds: readonly string[] = []
): Recommendation {
  if (!model) return { resultId: '', items: [], fallback: false }
  return recommend(request, { ...mind, model, rules: config.rules, context: { ...context, shownIds } })
}

/** Decides a slot: by the shop's campaigns, or by the strategy that the element asks for itself. */
export function decideSlot({ placement, request }: Slot, mind: Mind, shownIds: readonly string[]): Decision {
  if (!request) return mind.decide(placement, shownIds)
  const { items, resultId } = rank(request, mind, shownIds)
  return { placement, items, resultId, verdicts: [], holdout: false }
}
