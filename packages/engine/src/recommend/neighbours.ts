import type { Reason, Relation, Scoring } from '@vitrine/protocol'
import { addUp, type Sum } from './addUp.ts'
import type { Ask, Candidate } from './ask.ts'
import { UNTUNED } from './idsOf.ts'
import { eachContribution } from './scoreSession.ts'

/** Every item counts the same: for carts, where order means little. */
const ALIKE: Scoring = { steps: Number.POSITIVE_INFINITY, recency: Number.POSITIVE_INFINITY }

/**
 * What the rows of some products say for others, never for themselves.
 * The reason names the product whose row contributed most.
 */
export function neighbours(
  { model, manifest }: Ask,
  relation: Relation,
  ids: readonly string[],
  code: Reason['code'],
  areAlike = false
): readonly Candidate[] {
  const found = new Map<string, Sum<string>>()
  const rowOf = (id: string) => model.items.get(id)?.rows[relation]
  const scoring = areAlike ? ALIKE : (manifest.scoring[relation] ?? UNTUNED)
  eachContribution(rowOf, ids, scoring, (id, lead, part) => addUp(found, id, part, lead))
  for (const id of ids) found.delete(id)
  return [...found].map(([id, { score, why }]) => ({
    id,
    score,
    reason: { code, item: model.cards.get(why)?.title }
  }))
}
