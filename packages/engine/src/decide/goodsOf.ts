import type { Content, RankedItem } from '@vitrine/protocol'
import { DEFAULT_LIMIT } from '../recommend/world.ts'
import { blanksIn } from './blanksOf.ts'
import type { DecideInput } from './decideWith.ts'
import type { Ranker } from './ranker.ts'

/** More than any shelf shows: as many as a request can ask for. */
const MOST = 48

/**
 * Finds the products that a variant asks for, or why there are none to show. Without the model, or with too few, there
 * are none. Where its texts name the shopper's size (`{size}`), only what can be bought in just that size makes them true.
 */
export function goodsOf(
  content: Content,
  rank: Ranker | undefined,
  input: DecideInput
): readonly [items: readonly RankedItem[], objection?: string | false] {
  const { products, widget } = content
  const { model, config, profile } = input
  if (!products) return [[], widget === 'carousel' && 'none']
  if (!model || !rank) return [[], 'model']
  const { minItems = 1, limit = DEFAULT_LIMIT } = products
  const isSized = blanksIn(content).includes('{size}')
  const request = isSized ? { ...products, limit: MOST } : products
  const { items } = rank(request, { ...input, model, rules: config.rules })
  const own = profile.affinities.size[0]?.value
  const isOwn = ({ card }: RankedItem) => card.variants?.some(({ size, ok }) => ok && size === own)
  const fitting = (isSized ? items.filter(isOwn) : items).slice(0, limit)
  return fitting.length < minItems ? [[], String(minItems)] : [fitting]
}
