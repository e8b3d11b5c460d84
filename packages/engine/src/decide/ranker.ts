import type { Recommendation, RecommendRequest } from '@vitrine/protocol'
import type { RecommendWorld } from '../recommend/world.ts'

/** What chooses products: `recommend`. Passed in, so that a page without products need not load it. */
export type Ranker = (request: RecommendRequest, world: RecommendWorld) => Recommendation
