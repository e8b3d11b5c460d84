import type { EpochMs, Manifest } from '@vitrine/protocol'

/** What a profile is folded by. */
export interface FoldOptions {
  /** The moment to see the shopper at. */
  readonly now: EpochMs
  /** Gives the borders of RFM cells and price bands and the usual gap between orders; without it these are absent or a default. */
  readonly manifest?: Manifest | undefined
  /** `ShopConfig.sensitiveCategories`. */
  readonly sensitiveCategories?: readonly string[] | undefined
}
