import type { Quality, Recommend } from './evaluate.ts'
import type { BasketQuality, HalvedBasket } from './evaluateBaskets.ts'

// Written a second time, from the definition and from the file's own lines, to find what one evaluator alone would
// hide: no session is built, nothing is sorted, and a rank is one more than the number of better items.

/** `evaluate` over the lines of a session file (`session_id ts item_id …`), each session's lines in order. */
export function evaluateLines(recommend: Recommend, lines: readonly (readonly string[])[]): Quality {
  const soFar: Record<string, string[]> = {}
  const total = { hits: 0, reciprocal: 0, requests: 0 }
  for (const line of lines) {
    const session = line[0] ?? ''
    const item = line[2] ?? ''
    const seen = soFar[session]
    if (seen === undefined) {
      soFar[session] = [item]
      continue
    }
    total.requests += 1
    const rank = rankOf(item, recommend([...seen]))
    if (rank >= 1 && rank <= 20) {
      total.hits += 1
      total.reciprocal += 1 / rank
    }
    seen.push(item)
  }
  return {
    hitRate: total.hits / total.requests,
    reciprocalRank: total.reciprocal / total.requests,
    requests: total.requests
  }
}

/** `evaluateBaskets`, asking for the rank of each hidden item instead of for the first twenty. */
export function evaluateHidden(recommend: Recommend, halved: readonly HalvedBasket[]): BasketQuality {
  const recalls = halved.map(({ given, hidden }) => {
    const scores = new Map(recommend(given))
    for (const item of given) scores.delete(item)
    const ranks = hidden.map(item => rankOf(item, scores))
    return ranks.reduce((found, rank) => found + (rank >= 1 && rank <= 20 ? 1 : 0), 0) / hidden.length
  })
  return {
    recall: recalls.reduce((sum, recall) => sum + recall, 0) / recalls.length,
    hit: recalls.filter(recall => recall > 0).length / recalls.length,
    baskets: recalls.length
  }
}

/** From 1; 0 when the item was not scored at all. Of equals the one that was named first is better. */
function rankOf(item: string, scores: ReadonlyMap<string, number>): number {
  const own = scores.get(item)
  if (own === undefined) return 0
  let better = 0
  let met = false
  for (const [other, score] of scores) {
    if (other === item) met = true
    else if (score > own || (score === own && !met)) better += 1
  }
  return better + 1
}
