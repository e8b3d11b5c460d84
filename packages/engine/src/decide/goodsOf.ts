import type { RankedItem, Variant } from '@vitrine/protocol'
import type { DecideInput } from './decideWith.ts'
import type { Ranker } from './ranker.ts'

/** The products a variant shows, or why there are none to show. */
export interface Goods {
  readonly items: readonly RankedItem[]
  readonly objection?: string | false | undefined
}

/** Finds the products that a variant asks for. Without the model, or with too few, it has nothing to show. */
export function goodsOf(
  { content: { products, widget } }: Variant,
  rank: Ranker | undefined,
  input: DecideInput
): Goods {
  const { model, config } = input
  if (!products) return { items: [], objection: widget === 'carousel' && 'none' }
  if (!model || !rank) return { items: [], objection: 'model' }
  const { items } = rank(products, { ...input, model, rules: config.rules })
  return { items, objection: items.length === 0 && String(products.minItems ?? 1) }
}
