import type { Card, RankedItem, Strategy } from '@vitrine/protocol'
import type { Group } from './gather.ts'
import type { Merchandise } from './merchandise.ts'

/** A product and the place the merchant gave it. */
export interface Pinned {
  readonly position: number
  readonly item: RankedItem
}

/**
 * The products that the merchant pinned, by place: those named, in the order they are named; or of a category the
 * strongest that the strategies put forward.
 */
export function pinned(
  rules: Merchandise['pins'],
  groups: readonly Group[],
  strategy: Strategy,
  cardOf: (id: string) => Card | undefined
): readonly Pinned[] {
  const known = new Set<string>()
  return rules.flatMap(({ position = 0, items = [], category }) =>
    [...items.map(cardOf), strongestOf(category, groups, known)].flatMap(card => {
      if (!card || known.has(card.id)) return []
      known.add(card.id)
      return { position, item: { card, score: 0, strategy, reason: { code: 'pinned' } as const } }
    })
  )
}

/** @param known - Already pinned. */
function strongestOf(
  category: string | undefined,
  groups: readonly Group[],
  known: ReadonlySet<string>
): Card | undefined {
  if (category === undefined) return undefined
  for (const group of groups) {
    const own = group.filter(({ card }) => card.category.includes(category) && !known.has(card.id))
    const [first] = own.sort(byScore)
    if (first) return first.card
  }
  return undefined
}

/** The better first, and of equal ones by id. */
export function byScore(a: RankedItem, b: RankedItem): number {
  return b.score - a.score || (a.card.id < b.card.id ? -1 : 1)
}

/**
 * Puts the pinned at their places and lets the others flow around them. A place beyond the shelf is its end.
 *
 * @param others - No more than the pinned leave room for.
 */
export function arranged(
  pins: readonly Pinned[],
  others: readonly RankedItem[],
  limit: number
): readonly RankedItem[] {
  const shelf = [...others]
  let next = 0
  for (const { position, item } of pins) {
    const place = Math.max(position, next)
    shelf.splice(place, 0, item)
    next = place + 1
  }
  return shelf.slice(0, limit)
}
