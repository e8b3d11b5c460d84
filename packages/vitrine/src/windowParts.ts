import type { Decision, RecommendRequest, ShopConfig } from '@vitrine/protocol'
import type { Tracker } from '@vitrine/tracker'
import type { Complain } from './complaints.ts'
import type { LoadWidget } from './openShowcase.ts'
import type { ShopAddress } from './slots.ts'
import type { Mind } from './think.ts'
import type { World } from './world.ts'

/** What the window needs of the loop. Thinking is passed in, with all that it rests on. */
export interface WindowParts {
  readonly world: World
  readonly tracker: Tracker
  readonly shop: ShopAddress
  readonly config: () => Promise<ShopConfig | undefined>
  readonly think: (requests: readonly RecommendRequest[]) => Promise<Mind | undefined>
  readonly loadWidget: LoadWidget
  readonly loadOverlays: () => Promise<typeof import('./openOverlays.ts') | undefined>
  readonly decided: (decision: Decision) => void
  readonly complain: Complain
}
