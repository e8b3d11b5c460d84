import type { Card, RankedItem, Recommendation, RecommendRequest } from '@vitrine/protocol'
import { diversify } from './diversify.ts'
import { gather } from './gather.ts'
import { isAvailable } from './isAvailable.ts'
import { leftOut } from './leftOut.ts'
import { merchandise } from './merchandise.ts'
import { arranged, pinned } from './pinned.ts'
import { resultId } from './resultId.ts'
import { DEFAULT_LIMIT, type RecommendWorld } from './world.ts'

/** Enough to break up a row of one motif, little enough to keep the best first. */
const DIVERSITY = 0.3

/**
 * Chooses products for a shopper from the model files on the device, each with the reason that ranked it.
 * Order: what the merchant boosted, the rest, what is gone in the shopper's own size, what the merchant buried; within
 * each the first strategy before the next. Pins stand where they are pinned. Never a product twice, never one that
 * cannot be bought unless `allowOutOfStock`, and rather nothing than fewer than `minItems`.
 */
export function recommend(request: RecommendRequest, world: RecommendWorld): Recommendation {
  const { limit = DEFAULT_LIMIT, minItems = 1, diversity = DIVERSITY, category, allowOutOfStock } = request
  const [first = 'best_sellers'] = [request.strategy].flat()
  const { model } = world
  const desk = merchandise(world.rules ?? [], world.placement, world.now, world.context.local)
  const canShow = (card: Card) =>
    (allowOutOfStock || isAvailable(card, model)) &&
    (category === undefined || card.category.includes(category)) &&
    !desk.isExcluded(card)

  const groups = gather(request, world, canShow, desk)
  // That it was seen or bought does not take a product off the place the merchant gave it.
  const unwanted = leftOut({ ...request, exclude: stillOut(request) }, first, world)
  const pins = pinned(desk.pins, groups, first, id => {
    const card = model.cards.get(id)
    return card && canShow(card) && !unwanted.has(id) ? card : undefined
  })
  const isPinned = new Set(pins.map(({ item }) => item.card.id))
  const others: RankedItem[] = []
  for (const group of groups) {
    const free = group.filter(({ card }) => !isPinned.has(card.id))
    others.push(...diversify(free, others, limit - pins.length - others.length, diversity))
  }

  const items = arranged(pins, others, limit)
  const isEnough = items.length >= minItems
  return {
    resultId: resultId([
      world.seed,
      world.placement ?? '',
      world.now,
      request.strategy,
      request.itemId ?? ''
    ]),
    items: isEnough ? items : [],
    fallback: isEnough && items.some(({ strategy }) => strategy !== first)
  }
}

function stillOut({ exclude = ['current', 'cart'] }: RecommendRequest): ('current' | 'cart')[] {
  return exclude.filter(one => one === 'current' || one === 'cart')
}
