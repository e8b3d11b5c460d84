import type { Content, RankedItem, Recommendation, RecommendRequest } from '@vitrine/protocol'
import type { RecommendWorld } from '../recommend/world.ts'

/** What chooses products: `recommend`. Passed in, so that a page without products need not load it. */
export type Ranker = (request: RecommendRequest, world: RecommendWorld) => Recommendation

/** The products a variant shows, or why there are none to show. */
export interface Goods {
  readonly items: readonly RankedItem[]
  readonly objection?: string
}

/** Finds the products that a variant asks for. Without the model, or with too few, it has nothing to show. */
export function itemsFor(
  rank: Ranker | undefined,
  { products, widget }: Content,
  world: Omit<RecommendWorld, 'model'> & { readonly model?: RecommendWorld['model'] | undefined }
): Goods {
  const { model } = world
  if (!products) return { items: [], ...(widget === 'carousel' && { objection: 'names no products' }) }
  if (!model || !rank) return { items: [], objection: 'no model on the device' }
  const { items } = rank(products, { ...world, model })
  return { items, ...(items.length === 0 && { objection: `fewer than ${products.minItems ?? 1} products` }) }
}
