import type { Card, RankedItem, RecommendRequest } from '@vitrine/protocol'
import { fitsOwnSize } from './fitsOwnSize.ts'
import { HERE, leftOut } from './leftOut.ts'
import type { Merchandise } from './merchandise.ts'
import { startOf } from './startOf.ts'
import { STRATEGY_RULES } from './strategyRules.ts'
import type { RecommendWorld } from './world.ts'

/** Products that may be shown, of one standing and one strategy. */
export type Group = readonly RankedItem[]

// Where a product stands, whatever its score: first what the merchant boosted.
const BOOSTED = 0
const AS_RANKED = 1
/** Gone in the shopper's own size; from here on a product does not count as filling the shelf. */
const WRONG_SIZE = 2
const BURIED = 3

/**
 * Asks the strategies in their order, until the shelf is full, for what can be shown.
 *
 * @returns Groups in the order in which they fill the shelf; each product once.
 */
export function gather(
  request: RecommendRequest,
  world: RecommendWorld,
  canShow: (card: Card) => boolean,
  touchedBy: Merchandise['touchedBy']
): readonly Group[] {
  const { profile, model } = world
  const ask = startOf(request, { ...world, manifest: model.manifest })
  const fits = fitsOwnSize(profile)
  const [isBuried, isBoosted] = [touchedBy('bury'), touchedBy('boost')]
  const tierOf = (card: Card) => {
    if (isBuried(card)) return BURIED
    if (isBoosted(card)) return BOOSTED
    return fits(card) ? AS_RANKED : WRONG_SIZE
  }
  const taken = new Set<string>()
  const found: { readonly tier: number; readonly item: RankedItem }[] = []
  const strategies = [...new Set([request.strategy].flat())]
  for (const strategy of strategies) {
    if (found.filter(({ tier }) => tier < WRONG_SIZE).length >= ask.limit) break
    const { rank, keepsSeen } = STRATEGY_RULES[strategy]
    const usual = keepsSeen ? HERE : [...HERE, 'seen' as const]
    const out = leftOut(request.exclude ?? usual, request.itemId, world)
    for (const { id, score, reason } of rank(ask)) {
      const card = model.cards.get(id)
      if (!card || taken.has(id) || out.has(id) || !canShow(card)) continue
      taken.add(id)
      found.push({ tier: tierOf(card), item: { card, score, strategy, reason } })
    }
  }
  return [BOOSTED, AS_RANKED, WRONG_SIZE, BURIED].flatMap(tier =>
    strategies.map(strategy =>
      found.flatMap(({ tier: own, item }) => (own === tier && item.strategy === strategy ? item : []))
    )
  )
}
