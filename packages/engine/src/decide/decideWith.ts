import type {
  Campaign,
  Check,
  Decision,
  EpochMs,
  Profile,
  ShopConfig,
  ShopEvent,
  Verdict
} from '@vitrine/protocol'
import type { Context } from '../audience/context.ts'
import { byId } from '../profile/inOrder.ts'
import type { Model } from '../recommend/openModel.ts'
import { resultId } from '../recommend/resultId.ts'
import { goodsOf } from './goodsOf.ts'
import { type Asked, objections } from './objections.ts'
import { isHeldOut, pickVariant } from './pickVariant.ts'
import type { Ranker } from './ranker.ts'

/** Everything a decision depends on; there is nothing else. */
export interface DecideInput {
  /** Id of the placement to fill. */
  readonly placement: string
  readonly profile: Profile
  readonly context: Context
  /** What the shopper did, for rules that ask about past events. */
  readonly events: readonly ShopEvent[]
  readonly config: ShopConfig
  /** Absent while none has been fetched: whatever shows products then stays away. */
  readonly model?: Model | undefined
  /** The visitor's id; without consent a text of this page view. Who sees which variant hangs on it. */
  readonly seed: string
  readonly now: EpochMs
}

type Shown = Pick<Decision, 'campaign' | 'variant' | 'content' | 'items' | 'holdout'>

/**
 * Decides what stands in a placement: the campaign of the highest priority (then by id) that passes every gate.
 * The same input gives the same decision everywhere. The holdout is asked last, so that only those count in it who
 * would have been shown the campaign; they see nothing in its place.
 *
 * @param rank - `recommend`, or nothing while that part of the engine has not been loaded: then whatever shows products
 * stays away.
 * @returns With a verdict for every campaign of the placement, which is what `explain()` shows.
 */
export function decideWith(rank: Ranker | undefined, input: DecideInput): Decision {
  const { placement, config, seed, now } = input
  const campaigns = config.campaigns
    .filter(campaign => campaign.placement === placement)
    .sort((a, b) => (b.priority ?? 0) - (a.priority ?? 0) || byId(a, b))
  let shown: Shown | undefined

  const verdicts = campaigns.map((campaign): Verdict => {
    const checks: Check[] = []
    for (const [gate, objection, praise = 'ok', unmet] of gates(campaign)) {
      checks.push({ gate, passed: !objection, because: objection || praise, unmet })
      if (objection) break
    }
    return { campaign: campaign.id, chosen: checks.every(({ passed }) => passed), checks }
  })

  function* gates(campaign: Campaign): Generator<Asked> {
    const { id, priority = 0, holdout = 0 } = campaign
    const variant = pickVariant(campaign, seed)
    yield* objections(campaign, variant, config, input)
    if (!variant) return
    if (shown) yield ['priority', shown.campaign]
    const [items, objection] = goodsOf(variant.content, rank, input)
    yield ['items', objection, String(items.length)]
    shown = { campaign: id, items: [], holdout: isHeldOut(id, holdout, seed) }
    yield ['holdout', shown.holdout && String(holdout * 100)]
    shown = { ...shown, variant: variant.id, content: variant.content, items }
    yield ['priority', undefined, String(priority)]
  }

  return {
    ...(shown ?? { items: [], holdout: false }),
    placement,
    resultId: resultId([seed, placement, now]),
    verdicts
  }
}
