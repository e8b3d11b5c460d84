import type { RankedItem } from '@vitrine/protocol'
import { type Look, likeness, lookOf } from './likeness.ts'
import { byScore } from './pinned.ts'

/** How deep under the shelf's length variety is looked for; below that a product is too weak to be worth it. */
const DEPTH = 4

/**
 * Chooses from products by score, but not the same thing over again: greedily the highest
 * `(1 − diversity) · score / best score − diversity · likeness to the most alike already chosen`
 * (maximal marginal relevance, Carbonell & Goldstein, SIGIR 1998). Equal ones go by score, then by id.
 *
 * @param before - What stands on the shelf already.
 * @param room - How many to choose at most.
 * @returns What was chosen, in order.
 */
export function diversify(
  items: readonly RankedItem[],
  before: readonly RankedItem[],
  room: number,
  diversity: number
): readonly RankedItem[] {
  const ranked = [...items].sort(byScore)
  if (diversity === 0 || room <= 0) return ranked.slice(0, Math.max(0, room))
  const best = ranked[0]?.score || 1
  const left = ranked.slice(0, room * DEPTH).map(item => ({ item, look: lookOf(item.card), alike: 0 }))
  const compare = (look: Look) => {
    for (const one of left) one.alike = Math.max(one.alike, likeness(one.look, look))
  }
  for (const { card } of before) compare(lookOf(card))
  const chosen: RankedItem[] = []
  while (chosen.length < room && left.length > 0) {
    const worth = left.map(({ item, alike }) => (1 - diversity) * (item.score / best) - diversity * alike)
    // The first of equals, and `left` is in order of score and id.
    const [next] = left.splice(worth.indexOf(Math.max(...worth)), 1)
    if (!next) break
    chosen.push(next.item)
    compare(next.look)
  }
  return chosen
}
