import { bad, good, type Result } from '../result.ts'
import type { Campaign, MerchandisingRule, Moment, Offer, Schedule, ShopConfig, Trigger } from './config.ts'
import { contentFaults } from './contentFaults.ts'
import type { Fault } from './firstFault.ts'
import type { Rule } from './rule.ts'

/**
 * Checks what no schema can say of a config: that ids are unique, that what is named exists, that a campaign can
 * be shown at all. The first fault is named by its path.
 *
 * @param config - As its schema wants it.
 */
export function checkConfig(config: ShopConfig): Result<ShopConfig> {
  const [fault] = faultsOf(config)
  return fault ? bad(fault.field, fault.problem) : good(config)
}

function* faultsOf(config: ShopConfig): Generator<Fault> {
  yield* twice(config.placements, 'placements')
  for (const [i, { selector }] of config.placements.entries())
    yield* blank(selector, `placements/${i}/selector`)
  yield* twice(config.campaigns, 'campaigns')
  const placements = new Set(config.placements.map(({ id }) => id))
  for (const [i, campaign] of config.campaigns.entries())
    yield* campaignFaults(campaign, `campaigns/${i}`, config, placements)
  yield* twice(config.rules ?? [], 'rules')
  for (const [i, rule] of (config.rules ?? []).entries())
    yield* merchandisingFaults(rule, `rules/${i}`, placements)
}

function* campaignFaults(
  campaign: Campaign,
  field: string,
  config: ShopConfig,
  placements: ReadonlySet<string>
): Generator<Fault> {
  const { variants, frequency, offer } = campaign
  yield* unplaced(campaign.placement, `${field}/placement`, placements)
  yield* ruleFaults(campaign.audience, `${field}/audience`)
  if (campaign.trigger) yield* triggerFaults(campaign.trigger, `${field}/trigger`)
  if (campaign.schedule) yield* scheduleFaults(campaign.schedule, `${field}/schedule`)
  if (frequency?.show === 'times' && frequency.times === undefined)
    yield { field: `${field}/frequency/times`, problem: 'is missing' }
  yield* twice(variants, `${field}/variants`)
  if (variants.every(({ weight }) => weight === 0))
    yield { field: `${field}/variants`, problem: 'must not all weigh 0' }
  for (const [i, { content }] of variants.entries())
    yield* contentFaults(content, `${field}/variants/${i}/content`, config)
  if (offer) yield* offerFaults(offer, `${field}/offer`)
  if (offer && !variants.some(({ content }) => content.widget === 'popup'))
    yield { field: `${field}/offer`, problem: 'needs a popup, which alone shows its code' }
}

function* offerFaults({ kind, value }: Offer, field: string): Generator<Fault> {
  const isGoods = kind !== 'freeShipping'
  if (isGoods && value === undefined) yield { field: `${field}/value`, problem: 'is missing' }
  if (!isGoods && value !== undefined)
    yield { field: `${field}/value`, problem: 'must not be there: free shipping is free' }
  if (kind === 'percent' && (value ?? 0) > 100)
    yield { field: `${field}/value`, problem: 'must be at most 100 percent' }
}

/** What a moment cannot do without. */
const NEEDS: Partial<Record<Moment['when'], 'atLeast' | 'selector' | 'event'>> = {
  delay: 'atLeast',
  activeTime: 'atLeast',
  idle: 'atLeast',
  scrollDepth: 'atLeast',
  clicks: 'atLeast',
  pageCount: 'atLeast',
  cartValue: 'atLeast',
  elementVisible: 'selector',
  event: 'event'
}

function* triggerFaults(trigger: Trigger, field: string): Generator<Fault> {
  for (const name of ['any', 'all'] as const)
    for (const [i, moment] of (trigger[name] ?? []).entries())
      yield* momentFaults(moment, `${field}/${name}/${i}`)
}

function* momentFaults(moment: Moment, field: string): Generator<Fault> {
  const need = NEEDS[moment.when]
  if (need && moment[need] === undefined) yield { field: `${field}/${need}`, problem: 'is missing' }
  yield* blank(moment.selector, `${field}/selector`)
  if (moment.when === 'scrollDepth' && (moment.atLeast ?? 0) > 1)
    yield { field: `${field}/atLeast`, problem: 'must be a share of the page, at most 1' }
}

function* scheduleFaults({ from, until, minutes }: Schedule, field: string): Generator<Fault> {
  if (from !== undefined && until !== undefined && from >= until)
    yield { field: `${field}/until`, problem: 'must be later than from' }
  if (minutes && minutes[0] === minutes[1])
    yield { field: `${field}/minutes`, problem: 'must not be none at all' }
}

function* merchandisingFaults(
  rule: MerchandisingRule,
  field: string,
  placements: ReadonlySet<string>
): Generator<Fault> {
  if (rule.do === 'pin' && !rule.items?.length) yield { field: `${field}/items`, problem: 'is missing' }
  if (!rule.items?.length && rule.category === undefined)
    yield { field: `${field}/items`, problem: 'is missing, and so is a category' }
  for (const [i, placement] of (rule.placements ?? []).entries())
    yield* unplaced(placement, `${field}/placements/${i}`, placements)
  if (rule.schedule) yield* scheduleFaults(rule.schedule, `${field}/schedule`)
}

function* ruleFaults(rule: Rule, field: string): Generator<Fault> {
  if ('all' in rule) for (const [i, one] of rule.all.entries()) yield* ruleFaults(one, `${field}/all/${i}`)
  else if ('any' in rule)
    for (const [i, one] of rule.any.entries()) yield* ruleFaults(one, `${field}/any/${i}`)
  else if ('not' in rule) yield* ruleFaults(rule.not, `${field}/not`)
  else if ('fact' in rule) yield* factFaults(rule, field)
  else if ((rule.atMost ?? Number.POSITIVE_INFINITY) < (rule.atLeast ?? 0))
    yield { field: `${field}/atMost`, problem: 'must not be less than atLeast' }
}

/** Paths under what a rule may ask of; a misspelt one would keep a campaign from everybody, and nobody would know. */
const FACT =
  /^(?:profile\.(?:firstAt|lastAt|sessions|lifecycle|landing|department|disliked|sessionItems|(?:recentlyViewed|cart|orders|bought)(?:\.length)?|rfm\.(?:recencyDays|orders|monetary|cells)|top\.(?:category|brand|color|size|material|priceBand)|campaigns\.[\w-]+\.\w+)|page\.(?:type|url|itemId|category)|cart\.(?:value|count|items)|context\.(?:device|local\.(?:minutes|weekday)))$/

function* factFaults(rule: Extract<Rule, { fact: string }>, field: string): Generator<Fault> {
  if (!FACT.test(rule.fact)) yield { field: `${field}/fact`, problem: `is none we know: ${rule.fact}` }
  yield* comparisonFaults(rule, `${field}/value`)
}

function* comparisonFaults({ is, value }: Extract<Rule, { fact: string }>, field: string): Generator<Fault> {
  if (is === 'in' && !Array.isArray(value)) yield { field, problem: 'must be a list' }
  if (is !== 'in' && Array.isArray(value)) yield { field, problem: 'must not be a list' }
  if (is === 'exists' && typeof value !== 'boolean') yield { field, problem: 'must be true or false' }
  if (['gt', 'gte', 'lt', 'lte'].includes(is) && typeof value !== 'number')
    yield { field, problem: 'must be a number' }
}

function* twice(named: readonly { id: string }[], field: string): Generator<Fault> {
  const seen = new Set<string>()
  for (const [i, { id }] of named.entries()) {
    if (seen.has(id)) yield { field: `${field}/${i}/id`, problem: `is taken: ${id} stands there twice` }
    seen.add(id)
  }
}

function* blank(selector: string | undefined, field: string): Generator<Fault> {
  if (selector?.trim() === '') yield { field, problem: 'must not be empty' }
}

function* unplaced(placement: string, field: string, placements: ReadonlySet<string>): Generator<Fault> {
  if (!placements.has(placement)) yield { field, problem: `is no placement of this shop: ${placement}` }
}
