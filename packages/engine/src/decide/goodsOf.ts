import type { Content, RankedItem } from '@vitrine/protocol'
import type { DecideInput } from './decideWith.ts'
import type { Ranker } from './ranker.ts'

/** Finds the products that a variant asks for, or why there are none to show. Without the model, or with too few, there are none. */
export function goodsOf(
  { products, widget }: Content,
  rank: Ranker | undefined,
  input: DecideInput
): readonly [items: readonly RankedItem[], objection?: string | false] {
  const { model, config } = input
  if (!products) return [[], widget === 'carousel' && 'none']
  if (!model || !rank) return [[], 'model']
  const { items } = rank(products, { ...input, model, rules: config.rules })
  return [items, items.length === 0 && String(products.minItems ?? 1)]
}
