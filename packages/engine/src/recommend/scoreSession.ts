import type { RelationRow, Scoring } from '@vitrine/protocol'

/** The row of a product in one relation, or `undefined` where the device does not have it. */
export type RowsOf = (id: string) => RelationRow | undefined

/**
 * Goes through everything that the last products of a session say for others: `e^(−stepsBack / recency) × weight ×
 * scale`. This is all the arithmetic of the model that a device does.
 *
 * @param tell - Told of each neighbour what is said for it (> 0), and from which product.
 */
export function eachContribution(
  rowOf: RowsOf,
  sessionItems: readonly string[],
  { steps, recency }: Scoring,
  tell: (id: string, from: string, part: number) => void
): void {
  const last = sessionItems.slice(-steps).reverse()
  last.forEach((from, stepsBack) => {
    const row = rowOf(from)
    if (!row) return
    const factor = Math.exp(-stepsBack / recency) * row.scale
    row.ids.forEach((id, place) => {
      const part = factor * (row.weights[place] ?? 0)
      if (part > 0) tell(id, from, part)
    })
  })
}

/**
 * Scores what should come next after a session, from the rows of its last products: the sum over them of
 * `e^(−stepsBack / recency) × weight × scale`.
 *
 * Decaying the session's steps is V-SKNN's idea (Ludewig & Jannach, UMUAI 2018), here over item-to-item rows.
 *
 * @param sessionItems - Product ids, newest last, repeats kept.
 * @param scoring - How many steps count and how fast they fade, from the manifest.
 * @returns Every product that some row names, with its score (> 0): those of the newest product's row first, each
 *   row in its own order, so that a stable sort by score breaks ties by that order. A row may name its own product.
 */
export function scoreSession(
  rowOf: RowsOf,
  sessionItems: readonly string[],
  scoring: Scoring
): Map<string, number> {
  const scores = new Map<string, number>()
  eachContribution(rowOf, sessionItems, scoring, (id, _from, part) => {
    scores.set(id, (scores.get(id) ?? 0) + part)
  })
  return scores
}
