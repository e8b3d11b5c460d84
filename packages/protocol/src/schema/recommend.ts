import Type, { type Static } from 'typebox'
import { STRATEGIES } from '../words.ts'
import { exactly, oneOf, Share, Text } from './parts.ts'

/** What a recommendation can leave out besides what cannot be bought. */
export const EXCLUSIONS = ['current', 'cart', 'seen', 'bought'] as const

/** Which products to show and how many. Also what `vitrine.recommend()` takes. */
export const RecommendRequest = exactly({
  /** One strategy, or several in order: the next fills what the one before left free. */
  strategy: Type.Union([oneOf(STRATEGIES), Type.Array(oneOf(STRATEGIES), { minItems: 1, maxItems: 5 })]),
  /** At most this many; default 12. */
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 48 })),
  /** Fewer than this are none at all: rather nothing than junk. Default 1. */
  minItems: Type.Optional(Type.Integer({ minimum: 1, maximum: 48 })),
  /** The product to start from; default is the page's own. */
  itemId: Type.Optional(Text(100)),
  /** Default: `current` and `cart` for every strategy, `seen` too except for `recently_viewed` and `buy_again`. */
  exclude: Type.Optional(Type.Array(oneOf(EXCLUSIONS))),
  /** Only products whose category path contains this level. */
  category: Type.Optional(Text(100)),
  /** 0 ranks by score alone, 1 avoids what resembles a product already chosen as much as possible. Default 0.3. */
  diversity: Type.Optional(Share),
  /** Show what cannot be bought as well. Default false. */
  allowOutOfStock: Type.Optional(Type.Boolean())
})

export type RecommendRequest = Static<typeof RecommendRequest>
