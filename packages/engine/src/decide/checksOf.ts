import type { Campaign, CampaignHistory, Check, Profile, ShopConfig, Variant } from '@vitrine/protocol'
import { inSchedule } from '../audience/inSchedule.ts'
import { type Situation, unmetOf } from '../audience/matchesRule.ts'
import { ruleText } from '../audience/ruleText.ts'
import { tooManyOverlays } from './tooManyOverlays.ts'
import { tooOften } from './tooOften.ts'

const NEVER_MET: CampaignHistory = { shown: 0, clicked: 0 }

type Gate = Check['gate']

/** A check from what there is to object, if anything. */
export function check(gate: Gate, objection: string | undefined, praise = 'ok'): Check {
  return { gate, passed: objection === undefined, because: objection ?? praise }
}

/** Asks a campaign's gates in their order, up to and with the first that does not let it through. */
export function checksOf(
  campaign: Campaign,
  variant: Variant | undefined,
  config: ShopConfig,
  situation: Situation
): readonly Check[] {
  const { profile, context, now } = situation
  const gates: readonly (readonly [Gate, () => string | undefined])[] = [
    ['status', () => (campaign.status === 'paused' ? 'paused' : undefined)],
    ['placement', () => misplaced(campaign, config, situation)],
    ['schedule', () => (inSchedule(campaign.schedule ?? {}, now, context.local) ? undefined : 'not now')],
    ['audience', () => unfit(campaign, situation)],
    [
      'frequency',
      () => tooOften(campaign.frequency ?? { show: 'always' }, historyOf(profile, campaign.id), now)
    ],
    [
      'overlay',
      () => (variant?.content.widget === 'popup' ? tooManyOverlays(context, config.overlays) : undefined)
    ],
    ['variant', () => (variant ? undefined : 'every variant weighs 0')]
  ]
  const checks: Check[] = []
  for (const [gate, ask] of gates) {
    const asked = check(gate, ask(), gate === 'variant' ? variant?.id : undefined)
    checks.push(asked)
    if (!asked.passed) break
  }
  return checks
}

function misplaced(
  { placement }: Campaign,
  { placements }: ShopConfig,
  { context }: Situation
): string | undefined {
  const place = placements.find(({ id }) => id === placement)
  if (!place) return `the shop has no placement ${placement}`
  const { type } = context.page
  return place.pages && !place.pages.includes(type) ? `not on a ${type} page` : undefined
}

function unfit({ audience }: Campaign, situation: Situation): string | undefined {
  const unmet = unmetOf(audience, situation)
  return unmet && `not so: ${ruleText(unmet)}`
}

function historyOf({ campaigns }: Profile, id: string): CampaignHistory {
  return (Object.hasOwn(campaigns, id) && campaigns[id]) || NEVER_MET
}
