import type { Content } from './schema/config.ts'
import type { Card } from './schema/model.ts'
import type { Rule } from './schema/rule.ts'
import type { Strategy } from './words.ts'

/**
 * Why a product is shown, from the evidence that ranked it. `item` is the title of the product that led here,
 * `value` the word that did (a category, a number of orders).
 */
export interface Reason {
  readonly code:
    | 'viewed_before'
    | 'viewed_with'
    | 'bought_with'
    | 'similar_to'
    | 'trending'
    | 'best_seller'
    | 'new_arrival'
    | 'your_taste'
    | 'bought_before'
    | 'pinned'
  readonly item?: string | undefined
  readonly value?: string | undefined
}

/** A product with its place and its reason. */
export interface RankedItem {
  readonly card: Card
  /** Comparable inside one result only. */
  readonly score: number
  readonly strategy: Strategy
  readonly reason: Reason
}

/** What `recommend` answers. */
export interface Recommendation {
  readonly resultId: string
  readonly items: readonly RankedItem[]
  /** True when a strategy after the first had to fill in. */
  readonly fallback: boolean
}

/** Why a campaign was or was not chosen; the first that fails is the one that counts. */
export interface Verdict {
  readonly campaign: string
  readonly chosen: boolean
  readonly checks: readonly Check[]
}

/** One gate of a campaign: what was asked, whether it passed, and with what before its eyes. */
export interface Check {
  readonly gate:
    | 'status'
    | 'placement'
    | 'schedule'
    | 'audience'
    | 'frequency'
    | 'trigger'
    | 'overlay'
    | 'holdout'
    | 'variant'
    | 'items'
    | 'priority'
  readonly passed: boolean
  /** What decided it, as short as can be: a word, a name, a number. The engine's `checkText` says it in words. */
  readonly because: string
  /** The part of the audience's rule that is not so. */
  readonly unmet?: Rule | undefined
}

/** What stands in a placement, and why. */
export interface Decision {
  readonly placement: string
  /** Absent when nothing is to be shown. */
  readonly campaign?: string
  readonly variant?: string
  readonly content?: Content
  readonly items: readonly RankedItem[]
  readonly resultId: string
  /** Every campaign of the placement with its verdict, in order of priority. */
  readonly verdicts: readonly Verdict[]
  /** True when the shopper would have been shown this campaign but is in its holdout: nothing is shown, the event is still told. */
  readonly holdout: boolean
}
