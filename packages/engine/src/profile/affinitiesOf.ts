import {
  AFFINITY_KINDS,
  type Affinity,
  type AffinityKind,
  type EpochMs,
  type EventItem,
  type EventType
} from '@vitrine/protocol'
import { DAY_MS } from './dayMs.ts'
import type { Deed } from './deedsOf.ts'
import type { FoldOptions } from './foldOptions.ts'
import type { Sale } from './salesOf.ts'

/** Two weeks: long enough to span a considered purchase, short enough to forget last season. */
const HALF_LIFE_MS = 14 * DAY_MS

/**
 * What is told of a product by what is done with it; looking at it is 1. Second, whether it was chosen: a page shows
 * some default size, and only a choice says which size fits.
 */
const WEIGHT: { readonly [type in EventType]?: readonly [weight?: number, isChosen?: boolean] } = {
  view_item: [1],
  // The view follows, so a click on a card adds only half.
  select_item: [0.5],
  compare: [1],
  read_reviews: [1],
  // Wanted enough to be kept for later.
  add_to_wishlist: [3],
  add_to_cart: [4, true],
  // A name and an address given for it.
  join_waitlist: [4, true],
  // Half of what putting it in had said: one may have taken another size.
  remove_from_cart: [-2, true],
  // As strong as the cart, the other way.
  dislike: [-4]
}
/** Paid for: twice the cart. */
const BOUGHT = 8
/** Bought and all given back: the want was there, the product was not it. */
const RETURNED = 2

/** Tastes kept of each kind: the rest is noise, and the profile stays small. */
const MAX_VALUES = 20

/**
 * How a shopper leans, by kind: the sum of `weight · 0.5 ^ (age / 14 days)`, and its share among the leanings of its
 * kind. What sums to nothing or less is no leaning.
 */
export function affinitiesOf(
  deeds: readonly Deed[],
  sales: readonly Sale[],
  { now, manifest, sensitiveCategories = [] }: FoldOptions
): Readonly<Record<AffinityKind, readonly Affinity[]>> {
  const isPrivate = new Set(sensitiveCategories.map(name => name.toLowerCase()))
  const signals: Signal[] = []
  const learn = (item: EventItem, at: EpochMs, weight = 0, isChosen = false) => {
    if (weight && !item.category?.some(name => isPrivate.has(name.toLowerCase())))
      signals.push([item, weight * 0.5 ** ((now - at) / HALF_LIFE_MS), isChosen])
  }
  for (const { type, at, item } of deeds) learn(item, at, ...(WEIGHT[type] ?? []))
  for (const { at, lines } of sales)
    for (const { item, kept } of lines) learn(item, at, kept > 0 ? BOUGHT : RETURNED, kept > 0)

  const leanings = (kind: AffinityKind) => {
    const scores = new Map<string, number>()
    for (const [item, score, isChosen] of signals)
      if (kind !== 'size' || isChosen)
        for (const value of traitsOf(item, kind, manifest?.priceBands))
          scores.set(value, (scores.get(value) ?? 0) + score)
    return strongest(scores)
  }
  return Object.fromEntries(AFFINITY_KINDS.map(kind => [kind, leanings(kind)])) as Record<
    AffinityKind,
    readonly Affinity[]
  >
}

type Signal = readonly [item: EventItem, score: number, isChosen: boolean]

/** The words of one kind by which a product (or an event's line) can be to somebody's taste. */
export function traitsOf(
  item: Pick<EventItem, 'category' | 'brand' | 'color' | 'size' | 'material' | 'price'>,
  kind: AffinityKind,
  priceBands: readonly number[] = []
): readonly string[] {
  if (kind !== 'priceBand') return [...new Set([item[kind] ?? []].flat())]
  const { price } = item
  const isPriced = price !== undefined && priceBands.length > 0
  return isPriced ? [String(priceBands.filter(border => price >= border).length)] : []
}

function strongest(scores: ReadonlyMap<string, number>): readonly Affinity[] {
  const leanings = [...scores].filter(([, score]) => score > 0)
  const all = leanings.reduce((sum, [, score]) => sum + score, 0)
  return leanings
    .map(([value, score]) => ({ value, score, share: score / all }))
    .sort((a, b) => b.score - a.score || (a.value < b.value ? -1 : 1))
    .slice(0, MAX_VALUES)
}
