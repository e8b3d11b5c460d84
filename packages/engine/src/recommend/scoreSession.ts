import type { RelationRow, Scoring } from '@vitrine/protocol'

/**
 * Scores what should come next after a session, from the rows of its last products: the sum over them of
 * `e^(−stepsBack / recency) × weight × scale`. This is all the arithmetic of the model that a device does.
 *
 * Decaying the session's steps is V-SKNN's idea (Ludewig & Jannach, UMUAI 2018), here over item-to-item rows.
 *
 * @param rowOf - The row of a product in one relation, or `undefined` where the device does not have it.
 * @param sessionItems - Product ids, newest last, repeats kept.
 * @param scoring - How many steps count and how fast they fade, from the manifest.
 * @returns Every product that some row names, with its score (> 0): those of the newest product's row first, each
 *   row in its own order, so that a stable sort by score breaks ties by that order. A row may name its own product.
 */
export function scoreSession(
  rowOf: (id: string) => RelationRow | undefined,
  sessionItems: readonly string[],
  scoring: Scoring
): Map<string, number> {
  const scores = new Map<string, number>()
  const newest = sessionItems.length - 1
  const oldest = Math.max(0, sessionItems.length - scoring.steps)
  for (let at = newest; at >= oldest; at--) {
    const row = rowOf(sessionItems[at] ?? '')
    if (row) addRow(scores, row, Math.exp((at - newest) / scoring.recency))
  }
  return scores
}

function addRow(scores: Map<string, number>, { ids, weights, scale }: RelationRow, share: number): void {
  for (let at = 0; at < ids.length; at++) {
    const id = ids[at] ?? ''
    const score = share * scale * (weights[at] ?? 0)
    if (score > 0) scores.set(id, (scores.get(id) ?? 0) + score)
  }
}
