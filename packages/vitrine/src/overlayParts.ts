import type { Decision, IssuedOffer, RecommendRequest, Ref, ShopConfig } from '@vitrine/protocol'
import type { Tracker } from '@vitrine/tracker'
import type { Complain } from './complaints.ts'
import type { LoadWidget } from './openShowcase.ts'
import type { Promo } from './promoOf.ts'
import type { Standing } from './slots.ts'
import type { Mind } from './think.ts'
import type { World } from './world.ts'

/** What overlays need of the window they belong to. */
export interface OverlayParts {
  readonly world: World
  readonly tracker: Tracker
  readonly config: ShopConfig
  readonly think: (requests: readonly RecommendRequest[]) => Promise<Mind | undefined>
  readonly loadWidget: LoadWidget
  /** Gets a code for a campaign's offer; nothing when it cannot be had. */
  readonly issueOffer: (campaign: string) => Promise<IssuedOffer | undefined>
  /** Puts a decision's content into words. */
  readonly wordsFor: (decision: Decision, mind: Mind) => Promo
  /** What every widget of this shop is told. */
  readonly common: object
  readonly refOf: (standing: Standing) => Ref
  readonly decided: (decision: Decision) => void
  /** A trigger may hold now. */
  readonly onMoment: () => void
  readonly complain: Complain
}
