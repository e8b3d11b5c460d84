import {
  type Card,
  isPurchasable,
  type RankedItem,
  type Recommendation,
  type RecommendRequest
} from '@vitrine/protocol'
import { diversify } from './diversify.ts'
import { gather } from './gather.ts'
import { HERE, leftOut } from './leftOut.ts'
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
  const { itemId = '', strategy, exclude = HERE } = request
  const { model, seed, placement = '', now } = world
  const [first = 'best_sellers'] = [strategy].flat()
  const { pins: rules, touchedBy } = merchandise(world)
  const isExcluded = touchedBy('exclude')
  const canShow = (card: Card) =>
    (allowOutOfStock || isPurchasable(card.availability)) &&
    (category === undefined || card.category.includes(category)) &&
    !isExcluded(card)

  const groups = gather(request, world, canShow, touchedBy)
  // That it was seen or bought does not take a product off the place the merchant gave it.
  const stillOut = HERE.filter(one => exclude.some(said => said === one))
  const unwanted = leftOut(stillOut, itemId, world)
  const pins = pinned(rules, groups, first, id => {
    const card = model.cards.get(id)
    return card && canShow(card) && !unwanted.has(id) ? card : undefined
  })
  const pinnedCards = new Set(pins.map(({ item }) => item.card))
  const others: RankedItem[] = []
  for (const group of groups) {
    const free = group.filter(({ card }) => !pinnedCards.has(card))
    others.push(...diversify(free, others, limit - pins.length - others.length, diversity))
  }

  const items = arranged(pins, others, limit)
  const isEnough = items.length >= minItems
  return {
    resultId: resultId([seed, placement, now, strategy, itemId]),
    items: isEnough ? items : [],
    fallback: isEnough && items.some(one => one.strategy !== first)
  }
}
