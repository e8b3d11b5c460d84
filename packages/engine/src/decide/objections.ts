import type { Campaign, Check, Rule, ShopConfig, Variant } from '@vitrine/protocol'
import { cartFacts } from '../audience/cartFacts.ts'
import { inSchedule } from '../audience/inSchedule.ts'
import { type Situation, unmetOf } from '../audience/matchesRule.ts'
import { unfilled } from './blanksOf.ts'
import { tooManyOverlays } from './tooManyOverlays.ts'
import { tooOften } from './tooOften.ts'
import { untriggered } from './untriggered.ts'

/** A gate, what there is to object if anything, and else what can be said for it. */
export type Asked = readonly [
  gate: Check['gate'],
  objection: string | false | undefined,
  praise?: string | undefined,
  unmet?: Rule | undefined
]

/** Asks the gates that need no products, in their order; each only when the one before let the campaign through. */
export function* objections(
  campaign: Campaign,
  variant: Variant | undefined,
  config: ShopConfig,
  situation: Situation
): Generator<Asked> {
  const { id, status, placement, schedule = {}, audience, frequency, trigger = {} } = campaign
  const { placements, overlays } = config
  const { profile, context, now } = situation
  const { type } = context.page

  yield ['status', status === 'paused' && status]

  const place = placements.find(one => one.id === placement)
  yield ['placement', place ? place.pages?.includes(type) === false && type : 'none']

  yield ['schedule', !inSchedule(schedule, now, context.local) && 'not now']

  const unmet = unmetOf(audience, situation)
  yield ['audience', unmet && 'not so', undefined, unmet]

  const met = Object.hasOwn(profile.campaigns, id) && profile.campaigns[id]
  yield ['frequency', frequency && met && tooOften(frequency, met, now)]

  yield ['trigger', untriggered(trigger, context.moments, cartFacts(profile, context).value)]

  yield ['overlay', variant?.content.widget === 'popup' && tooManyOverlays(context, overlays)]

  yield ['variant', variant ? unfilled(variant.content, { ...situation, config }) : '0', variant?.id]
}
