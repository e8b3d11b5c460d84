import type { Basket } from '@vitrine/engine/train'
import { hash32 } from '@vitrine/protocol'
import type { Recommend } from './evaluate.ts'

/** Means over all baskets. */
export interface BasketQuality {
  /** Of the hidden half, the share among the first 20. */
  readonly recall: number
  /** Baskets of whose hidden half at least one was among the first 20. */
  readonly hit: number
  readonly baskets: number
}

/** One half of a basket given, the other asked for. */
export interface HalvedBasket {
  readonly given: readonly string[]
  readonly hidden: readonly string[]
}

const CUT = 20

/** Halves baskets as by coin, the same way each time; what is not known is taken out, what is then too small too. */
export function halve(baskets: readonly Basket[], isKnown: (id: string) => boolean): readonly HalvedBasket[] {
  return baskets.flatMap(({ items, at }) => {
    const mixed = items
      .filter(isKnown)
      .map(id => ({ id, order: hash32(`${at}/${id}`, 7) }))
      .sort((a, b) => a.order - b.order)
      .map(({ id }) => id)
    const half = Math.floor(mixed.length / 2)
    return half === 0 ? [] : [{ given: mixed.slice(0, half), hidden: mixed.slice(half) }]
  })
}

/** Half of a basket predicts the rest: all items ranked but those given. Ties rank as the recommender names them. */
export function evaluateBaskets(recommend: Recommend, halved: readonly HalvedBasket[]): BasketQuality {
  let recall = 0
  let hit = 0
  for (const { given, hidden } of halved) {
    const own = new Set(given)
    const ranked = [...recommend(given)]
      .filter(([id]) => !own.has(id))
      .sort(([, a], [, b]) => b - a)
      .slice(0, CUT)
    const shown = new Set(ranked.map(([id]) => id))
    const found = hidden.filter(id => shown.has(id)).length
    recall += found / hidden.length
    hit += found > 0 ? 1 : 0
  }
  return { recall: recall / halved.length, hit: hit / halved.length, baskets: halved.length }
}
