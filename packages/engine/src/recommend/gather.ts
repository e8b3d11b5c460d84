import type { Card, RankedItem, RecommendRequest, Strategy } from '@vitrine/protocol'
import { fitsOwnSize } from './fitsOwnSize.ts'
import { leftOut } from './leftOut.ts'
import type { Merchandise } from './merchandise.ts'
import { startOf } from './startOf.ts'
import { STRATEGY_RULES } from './strategyRules.ts'
import type { RecommendWorld } from './world.ts'

/** Products that may be shown, of one standing and one strategy. */
export type Group = readonly RankedItem[]

/** 0 boosted by the merchant, 1 as the model ranks, 2 gone in the shopper's own size, 3 buried by the merchant. */
const TIERS = [0, 1, 2, 3]
/** From this tier on a product does not count as filling the shelf. */
const WANTED = 2

/**
 * Asks the strategies in their order, until the shelf is full, for what can be shown.
 *
 * @returns Groups in the order in which they fill the shelf; each product once.
 */
export function gather(
  request: RecommendRequest,
  world: RecommendWorld,
  canShow: (card: Card) => boolean,
  { moveOf }: Pick<Merchandise, 'moveOf'>
): readonly Group[] {
  const { profile, model } = world
  const ask = { ...startOf(request, { ...world, manifest: model.manifest }), model, now: world.now }
  const fits = fitsOwnSize(profile, model)
  const tierOf = (card: Card) => [0, fits(card) ? 1 : 2, 3][moveOf(card) + 1] ?? 1
  const taken = new Set<string>()
  const showableOf = (strategy: Strategy) => {
    const out = leftOut(request, strategy, world)
    return STRATEGY_RULES[strategy].rank(ask).flatMap(({ id, score, reason }) => {
      const card = taken.has(id) || out.has(id) ? undefined : model.cards.get(id)
      if (!card || !canShow(card)) return []
      taken.add(id)
      return { tier: tierOf(card), item: { card, score, strategy, reason } }
    })
  }
  const strategies = [...new Set([request.strategy].flat())]
  const found: ReturnType<typeof showableOf> = []
  for (const strategy of strategies) {
    found.push(...showableOf(strategy))
    if (found.filter(({ tier }) => tier < WANTED).length >= ask.limit) break
  }
  return TIERS.flatMap(tier =>
    strategies.map(strategy =>
      found.filter(one => one.tier === tier && one.item.strategy === strategy).map(({ item }) => item)
    )
  )
}
