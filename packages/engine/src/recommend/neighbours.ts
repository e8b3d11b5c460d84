import type { Reason, Relation, Scoring } from '@vitrine/protocol'
import type { Ask, Candidate } from './ask.ts'
import { eachContribution } from './scoreSession.ts'
import { scoringOf } from './session.ts'

interface Found {
  score: number
  /** The strongest contribution so far, and whose it was. */
  part: number
  lead: string
}

/** Every item counts the same: for carts, where order means little. */
export function alike(ids: readonly string[]): Scoring {
  return { steps: Math.max(1, ids.length), recency: Number.POSITIVE_INFINITY }
}

/**
 * What the rows of some products say for others, never for themselves.
 * The reason names the product whose row contributed most.
 */
export function neighbours(
  ask: Ask,
  relation: Relation,
  ids: readonly string[],
  code: Reason['code'],
  scoring = scoringOf(ask, relation)
): readonly Candidate[] {
  const found = new Map<string, Found>()
  const rowsOf = (id: string) => ask.model.items.get(id)?.rows[relation]
  eachContribution(rowsOf, ids, scoring, (id, lead, part) => {
    const known = found.get(id)
    if (!known) found.set(id, { score: part, part, lead })
    else {
      known.score += part
      if (part > known.part) Object.assign(known, { part, lead })
    }
  })
  for (const id of ids) found.delete(id)
  return [...found].map(([id, { score, lead }]) => {
    const item = ask.model.cards.get(lead)?.title
    return { id, score, reason: { code, ...(item !== undefined && { item }) } }
  })
}
