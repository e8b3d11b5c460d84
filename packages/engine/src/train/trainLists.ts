import { type Card, type EpochMs, isPurchasable, type ListFile, listName } from '@vitrine/protocol'
import { ascending } from './ascending.ts'
import { decayedCounts, type Occasion, trends } from './popularity.ts'
import { sinceOf, type TrainProduct } from './trainProduct.ts'

/** A shelf shows a dozen; stock, taste and what was seen take their share of the rest. */
const LIST_ITEMS = 50
/** Departments with lists of their own, largest first: a manifest names at most 500 lists. */
const MAX_DEPARTMENTS = 100
const NEW_HALF_LIFE_MS = 30 * 86_400_000

/**
 * Best sellers (by decayed orders, by views in a shop without orders), what is trending, and new arrivals: for the
 * whole shop, and for each department. Only what can be bought; a list with nothing in it is not made.
 */
export function trainLists(input: {
  readonly products: readonly TrainProduct[]
  readonly orders: readonly Occasion[]
  readonly visits: readonly Occasion[]
  readonly now: EpochMs
}): readonly ListFile[] {
  const { orders, visits, now } = input
  const cards = input.products
    .map(({ card }) => card)
    .filter(({ availability }) => isPurchasable(availability))
  const ranked: readonly (readonly [string, ReadonlyMap<string, number>])[] = [
    ['best_sellers', decayedCounts(orders.length > 0 ? orders : visits, now)],
    ['trending', trends([orders, visits], now)],
    ['new_arrivals', freshness(input.products, now)]
  ]
  return [undefined, ...departmentsOf(cards)].flatMap(department => {
    const here = department === undefined ? cards : cards.filter(({ category }) => category[0] === department)
    return ranked.flatMap(([name, scores]) => listOf(listName(name, department), here, scores))
  })
}

function departmentsOf(cards: readonly Card[]): readonly string[] {
  const sizes = new Map<string, number>()
  for (const { category } of cards) {
    const [department] = category
    if (department !== undefined) sizes.set(department, (sizes.get(department) ?? 0) + 1)
  }
  return [...sizes]
    .sort(([a, x], [b, y]) => y - x || ascending(a, b))
    .slice(0, MAX_DEPARTMENTS)
    .map(([department]) => department)
}

function freshness(products: readonly TrainProduct[], now: EpochMs): ReadonlyMap<string, number> {
  return new Map(
    products.flatMap((product): [string, number][] => {
      const since = sinceOf(product)
      return since === undefined || since > now
        ? []
        : [[product.card.id, 0.5 ** ((now - since) / NEW_HALF_LIFE_MS)]]
    })
  )
}

function listOf(name: string, cards: readonly Card[], scores: ReadonlyMap<string, number>): ListFile[] {
  const listed = cards
    .map(card => ({ card, score: scores.get(card.id) ?? 0 }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || ascending(a.card.id, b.card.id))
    .slice(0, LIST_ITEMS)
  const best = listed[0]?.score
  if (best === undefined) return []
  return [
    {
      v: 1,
      name,
      scores: listed.map(({ score }) => Number((score / best).toFixed(4))),
      cards: listed.map(({ card }) => card)
    }
  ]
}
