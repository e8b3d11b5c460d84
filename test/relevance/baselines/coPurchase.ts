import type { Basket } from '@vitrine/engine/train'
import type { Recommend } from '../evaluate.ts'

/** How a pair of one order counts: by itself, or by its share of the given product's orders. */
export type CoPurchaseKind = 'count' | 'confidence'

/** Raw co-purchase: in how many orders both were (or in what share of the given one's), added up over the basket. */
export function trainCoPurchase(baskets: readonly Pick<Basket, 'items'>[], kind: CoPurchaseKind): Recommend {
  const ids = [...new Set(baskets.flatMap(({ items }) => items))]
  const numberOf = new Map(ids.map((id, number) => [id, number]))
  const numbered = baskets.map(({ items }) => items.map(id => numberOf.get(id) ?? 0))
  const holders = ids.map((): number[][] => [])
  for (const basket of numbered) for (const item of basket) holders[item]?.push(basket)
  const counted: (Float64Array | undefined)[] = []

  function countsOf(item: number): Float64Array {
    const known = counted[item]
    if (known) return known
    const counts = new Float64Array(ids.length)
    const orders = holders[item] ?? []
    const each = kind === 'count' ? 1 : 1 / orders.length
    for (const basket of orders) for (const other of basket) counts[other] = (counts[other] ?? 0) + each
    counted[item] = counts
    return counts
  }

  return given => {
    const scores = new Float64Array(ids.length)
    for (const id of given) {
      const counts = countsOf(numberOf.get(id) ?? 0)
      for (let other = 0; other < scores.length; other++)
        scores[other] = (scores[other] ?? 0) + (counts[other] ?? 0)
    }
    return new Map(ids.map((id, number) => [id, scores[number] ?? 0]))
  }
}
