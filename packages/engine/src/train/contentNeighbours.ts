import { contentWords } from './contentWords.ts'
import type { RankedRow } from './openCounter.ts'
import { strongest } from './strongest.ts'
import { openTally } from './tally.ts'
import type { TrainProduct } from './trainProduct.ts'

/** What most of a large shop has in common tells nothing apart and would cost the most to count. */
const MAX_HOLDERS = 2000
/** Below this two products share little more than a price. */
const MIN_LIKENESS = 0.1

/**
 * The products most like each product by what they are: the cosine of their words, each word weighing
 * `ln(1 + N / holders)` (inverse document frequency, Spärck Jones 1972).
 *
 * @returns For each product, by its place, the places of its neighbours, most alike first, and likenesses of 0 … 1.
 */
export function contentNeighbours(products: readonly TrainProduct[], limit: number): readonly RankedRow[] {
  const words = products.map(contentWords)
  const holders = holdersOf(words)
  const norms = words.map(list => Math.hypot(...list.map(word => idf(holders, word, products.length))))
  const likeness = openTally(products.length)
  return words.map((list, product) => {
    for (const word of list) {
      const places = holders.get(word) ?? []
      if (places.length > MAX_HOLDERS) continue
      const weight = idf(holders, word, products.length) ** 2
      for (const other of places) likeness.add(other, weight)
    }
    const likenessOf = (other: number) => likeness.of(other) / ((norms[product] ?? 1) * (norms[other] ?? 1))
    const alike = likeness.touched.filter(other => other !== product && likenessOf(other) >= MIN_LIKENESS)
    const row = strongest(alike, likenessOf, limit)
    likeness.clear()
    return row
  })
}

function holdersOf(words: readonly (readonly string[])[]): ReadonlyMap<string, readonly number[]> {
  const holders = new Map<string, number[]>()
  for (const [product, list] of words.entries()) {
    for (const word of list) {
      const places = holders.get(word) ?? []
      if (places.length === 0) holders.set(word, places)
      places.push(product)
    }
  }
  return holders
}

function idf(holders: ReadonlyMap<string, readonly number[]>, word: string, products: number): number {
  return Math.log(1 + products / (holders.get(word)?.length ?? 1))
}
