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
  pins: Merchandise['pins'],
  groups: readonly Group[],
  strategy: Strategy,
  cardOf: (id: string) => Card | undefined
): readonly Pinned[] {
  const known = new Set<string>()
  return pins.flatMap(({ position, items, category }) => {
    const named = items.flatMap(id => cardOf(id) ?? [])
    return (category === undefined ? named : [...named, ...strongestOf(category, groups, known)])
      .filter(({ id }) => !known.has(id) && known.add(id))
      .map(card => ({ position, item: { card, score: 0, strategy, reason: { code: 'pinned' } as const } }))
  })
}

function strongestOf(
  category: string,
  groups: readonly Group[],
  known: ReadonlySet<string>
): readonly Card[] {
  for (const group of groups) {
    const own = group.filter(({ card }) => card.category.includes(category) && !known.has(card.id))
    const most = Math.max(...own.map(({ score }) => score))
    const [first] = own.filter(({ score }) => score === most).sort((a, b) => (a.card.id < b.card.id ? -1 : 1))
    if (first) return [first.card]
  }
  return []
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
  const shelf: RankedItem[] = []
  const waiting = [...pins]
  const flow = [...others]
  while (shelf.length < limit && waiting.length + flow.length > 0) {
    const isDue = (waiting[0]?.position ?? limit) <= shelf.length || flow.length === 0
    const next = isDue ? waiting.shift()?.item : flow.shift()
    if (next) shelf.push(next)
  }
  return shelf
}
