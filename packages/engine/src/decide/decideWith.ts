import type {
  Campaign,
  Check,
  Decision,
  EpochMs,
  Profile,
  ShopConfig,
  ShopEvent,
  Variant,
  Verdict
} from '@vitrine/protocol'
import type { Context } from '../audience/context.ts'
import type { Model } from '../recommend/openModel.ts'
import { resultId } from '../recommend/resultId.ts'
import { check, checksOf } from './checksOf.ts'
import { type Goods, itemsFor, type Ranker } from './itemsFor.ts'
import { isHeldOut, pickVariant } from './pickVariant.ts'

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

interface Chosen {
  readonly campaign: Campaign
  readonly variant: Variant
  readonly goods: Goods
  readonly isHeldOut: boolean
}

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
    .sort((a, b) => (b.priority ?? 0) - (a.priority ?? 0) || (a.id < b.id ? -1 : Number(a.id > b.id)))
  let chosen: Chosen | undefined
  const verdicts: Verdict[] = []
  for (const campaign of campaigns) {
    const variant = pickVariant(campaign, seed)
    const checks = [...checksOf(campaign, variant, config, input)]
    if (variant && checks.every(({ passed }) => passed)) {
      if (chosen) checks.push(check('priority', `${chosen.campaign.id} comes before it`))
      else chosen = tryOn({ campaign, variant }, checks, rank, input)
    }
    verdicts.push({ campaign: campaign.id, chosen: checks.every(({ passed }) => passed), checks })
  }
  const id = resultId([seed, placement, now])
  return { ...shown(chosen), placement, resultId: id, verdicts }
}

/** Asks the last gates of a campaign, the costly ones, and notes their answers in `checks`. */
function tryOn(
  { campaign, variant }: Pick<Chosen, 'campaign' | 'variant'>,
  checks: Check[],
  rank: Ranker | undefined,
  input: DecideInput
): Chosen | undefined {
  const goods = itemsFor(rank, variant.content, { ...input, rules: input.config.rules })
  checks.push(check('items', goods.objection, `${goods.items.length} products`))
  if (goods.objection !== undefined) return undefined
  const heldOut = isHeldOut(campaign, input.seed)
  checks.push(check('holdout', heldOut ? `in its holdout of ${(campaign.holdout ?? 0) * 100} %` : undefined))
  if (!heldOut) checks.push(check('priority', undefined, `priority ${campaign.priority ?? 0}`))
  return { campaign, variant, goods, isHeldOut: heldOut }
}

function shown(
  chosen: Chosen | undefined
): Pick<Decision, 'campaign' | 'variant' | 'content' | 'items' | 'holdout'> {
  if (!chosen) return { items: [], holdout: false }
  const { campaign, variant, goods, isHeldOut: holdout } = chosen
  if (holdout) return { campaign: campaign.id, items: [], holdout }
  return { campaign: campaign.id, variant: variant.id, content: variant.content, items: goods.items, holdout }
}
