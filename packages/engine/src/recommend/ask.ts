import type { EpochMs, Manifest, Profile, Reason, Strategy } from '@vitrine/protocol'
import type { Context } from '../audience/context.ts'
import type { Model } from './openModel.ts'

/** What a strategy starts from. */
export interface Start {
  readonly profile: Profile
  readonly context: Context
  readonly manifest: Manifest
  /** The product the recommendation starts from: the request's, else the page's. */
  readonly itemId: string | undefined
  /** The category whose lists come first: the request's where it has lists, else the page's department. */
  readonly department: string | undefined
  /** How many products will be shown at most. */
  readonly limit: number
}

/** What a strategy ranks with. */
export interface Ask extends Start {
  readonly model: Model
  readonly now: EpochMs
}

/** A product that a strategy puts forward. */
export interface Candidate {
  readonly id: string
  /** Comparable within one strategy's answer. */
  readonly score: number
  readonly reason: Reason
}

/** A way to choose products. */
export interface StrategyRule {
  /** The products it puts forward, in any order; it may name what cannot be shown. */
  readonly rank: (ask: Ask) => readonly Candidate[]
  /** The products whose files it would rank on. */
  readonly items?: (start: Start) => readonly string[]
  /** The list it would rank on. */
  readonly list?: Strategy
  /** It shows what was seen in the last day too. */
  readonly keepsSeen?: boolean
}
