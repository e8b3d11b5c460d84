import type { EpochMs, MerchandisingRule, Profile } from '@vitrine/protocol'
import type { Context } from '../audience/context.ts'
import type { Model } from './openModel.ts'

/** What a recommendation is made from. */
export interface RecommendWorld {
  readonly profile: Profile
  readonly context: Context
  readonly model: Model
  readonly rules?: readonly MerchandisingRule[] | undefined
  /** Where it will stand, for the rules of that place. */
  readonly placement?: string | undefined
  readonly now: EpochMs
  /** The visitor's id, or the page's random text. Only the `resultId` depends on it. */
  readonly seed: string
}

/** A shelf's length where a request names none. */
export const DEFAULT_LIMIT = 12
