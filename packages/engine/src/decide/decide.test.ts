import type { Campaign, CampaignHistory, Check, Frequency } from '@vitrine/protocol'
import { describe, expect, test } from 'vitest'
import { DAY, NOON } from '../../testing/anEvent.ts'
import { aCampaign, aCard, aConfig, aContext, aList, aModel } from '../../testing/aShop.ts'
import type { Busy } from '../audience/context.ts'
import { foldProfile } from '../profile/foldProfile.ts'
import { checkText } from './checkText.ts'
import { decide } from './decide.ts'
import { type DecideInput, decideWith } from './decideWith.ts'
import { pickVariant } from './pickVariant.ts'

const nobody = foldProfile([], { now: NOON })

function input(campaigns: readonly Campaign[], fields: Partial<DecideInput> = {}): DecideInput {
  const config = aConfig(campaigns)
  return {
    placement: 'hero',
    profile: nobody,
    context: aContext(),
    events: [],
    config,
    seed: 'visitor',
    now: NOON,
    ...fields
  }
}
/** The check that kept the first campaign out. */
function failing(campaign: Partial<Campaign>, fields: Partial<DecideInput> = {}): Check | undefined {
  const { verdicts } = decide(input([aCampaign('c', campaign)], fields))
  return verdicts[0]?.checks.find(({ passed }) => !passed)
}
const because = (campaign: Partial<Campaign>, fields: Partial<DecideInput> = {}) => {
  const check = failing(campaign, fields)
  return check && `${check.gate}: ${checkText(check)}`
}
const popup: Campaign['variants'] = [{ id: 'a', weight: 1, content: { widget: 'popup', title: 'Wait' } }]
const shelf = (minItems: number): Campaign['variants'] => [
  { id: 'a', weight: 1, content: { widget: 'carousel', products: { strategy: 'best_sellers', minItems } } }
]
const model = aModel([], [aList('best_sellers', aCard('a'), aCard('b'))])

describe('gates', () => {
  test('DC-1 a campaign that passes every gate is shown, and each gate says so', () => {
    const decision = decide(input([aCampaign('c')]))
    expect(decision).toMatchObject({
      placement: 'hero',
      campaign: 'c',
      variant: 'a',
      content: { widget: 'banner', title: 'Hello' },
      items: [],
      holdout: false
    })
    expect(decision.resultId).toMatch(/^[0-9a-f]{16}$/)
    expect(decision.verdicts).toEqual([
      {
        campaign: 'c',
        chosen: true,
        checks: [
          { gate: 'status', passed: true, because: 'ok' },
          { gate: 'placement', passed: true, because: 'ok' },
          { gate: 'schedule', passed: true, because: 'ok' },
          { gate: 'audience', passed: true, because: 'ok' },
          { gate: 'frequency', passed: true, because: 'ok' },
          { gate: 'trigger', passed: true, because: 'ok' },
          { gate: 'overlay', passed: true, because: 'ok' },
          { gate: 'variant', passed: true, because: 'a' },
          { gate: 'items', passed: true, because: '0' },
          { gate: 'holdout', passed: true, because: 'ok' },
          { gate: 'priority', passed: true, because: '0' }
        ]
      }
    ])
  })

  test('DC-1 without a campaign nothing is shown, and there is nothing to explain', () => {
    const { resultId, ...rest } = decide(input([aCampaign('c', { placement: 'other' })]))
    expect(rest).toEqual({ placement: 'hero', items: [], verdicts: [], holdout: false })
    expect(resultId).not.toBe(decide(input([], { now: NOON + 1 })).resultId)
  })

  test('DC-2 the first gate that fails is the last that is asked, with its reason in words', () => {
    const { verdicts } = decide(input([aCampaign('c', { status: 'paused', audience: { any: [] } })]))
    expect(verdicts[0]).toEqual({
      campaign: 'c',
      chosen: false,
      checks: [{ gate: 'status', passed: false, because: 'paused' }]
    })
  })

  test('DC-3 a paused campaign, one out of place or out of time, and one for others stay away', () => {
    expect(because({ status: 'paused' })).toBe('status: paused')
    expect(because({ status: 'live' })).toBeUndefined()
    const elsewhere = aConfig([aCampaign('c')], { placements: [{ id: 'hero', pages: ['cart'] }] })
    expect(because({}, { config: elsewhere })).toBe('placement: not on a home page')
    const nowhere = aConfig([aCampaign('c')], { placements: [] })
    expect(because({}, { config: nowhere })).toBe('placement: the shop has no such placement')
    expect(because({ schedule: { until: NOON } })).toBe('schedule: not now')
    expect(because({ schedule: { minutes: [0, 720] } })).toBe('schedule: not now')
    const lapsed = { fact: 'profile.lifecycle', is: 'eq', value: 'lapsed' } as const
    expect(because({ audience: { all: [{ all: [] }, lapsed] } })).toBe(
      'audience: not so: profile.lifecycle is lapsed'
    )
  })

  test.each<[string | undefined, Frequency, Partial<CampaignHistory>]>([
    [undefined, { show: 'always' }, { shown: 99 }],
    [undefined, { show: 'once' }, {}],
    ['shown 1×, at most 1×', { show: 'once' }, { shown: 1 }],
    [undefined, { show: 'times', times: 3 }, { shown: 2 }],
    ['shown 3×, at most 3×', { show: 'times', times: 3 }, { shown: 3 }],
    ['shown 1×, at most 1×', { show: 'times' }, { shown: 1 }],
    [undefined, { show: 'untilResponse' }, { shown: 9 }],
    ['answered already', { show: 'untilResponse' }, { clicked: 1 }],
    ['answered already', { show: 'untilResponse' }, { lastDismissedAt: 1 }],
    ['answered already', { show: 'untilResponse' }, { lastConvertedAt: 1 }],
    ['shown less than 2d ago', { show: 'always', cooldown: '2d' }, { lastShownAt: NOON - 2 * DAY + 1 }],
    [undefined, { show: 'always', cooldown: '2d' }, { lastShownAt: NOON - 2 * DAY }],
    ['dismissed less than 7d ago', { show: 'always', afterDismiss: '7d' }, { lastDismissedAt: NOON - DAY }],
    [undefined, { show: 'always', afterDismiss: '7d' }, { lastShownAt: NOON - DAY }],
    ['converted less than 30d ago', { show: 'always', afterConversion: '30d' }, { lastConvertedAt: NOON }]
  ])('DC-4 %s with %j after %j', (objection, frequency, met) => {
    const profile = { ...nobody, campaigns: { c: { shown: 0, clicked: 0, ...met } } }
    expect(because({ frequency }, { profile })).toBe(objection && `frequency: ${objection}`)
  })

  test('DC-4 a campaign named like an inherited property has no history', () => {
    const named = aCampaign('constructor', { frequency: { show: 'once' } })
    expect(decide(input([named])).campaign).toBe('constructor')
  })

  test.each([
    ['no consent to overlays', {}],
    ['no consent to overlays', { mayOverlay: false }],
    [undefined, { mayOverlay: true }],
    [
      'another overlay is open',
      { mayOverlay: true, shownOverlays: { page: 0, session: 0, day: 0, isOpen: true } }
    ],
    [undefined, { mayOverlay: true, shownOverlays: { page: 0, session: 1, day: 2, isOpen: false } }],
    ['1 this page, at most 1', { mayOverlay: true, shownOverlays: { page: 1, session: 1, day: 1 } }],
    ['2 this session, at most 2', { mayOverlay: true, shownOverlays: { page: 0, session: 2, day: 2 } }],
    ['3 this day, at most 3', { mayOverlay: true, shownOverlays: { page: 0, session: 0, day: 3 } }]
  ])('DC-5 an overlay: %s with %j', (objection, fields) => {
    expect(because({ variants: popup }, { context: aContext(fields) })).toBe(
      objection && `overlay: ${objection}`
    )
    expect(because({}, { context: aContext(fields) })).toBeUndefined()
  })

  test.each<[string, Busy]>([
    ['the page has only just opened', 'early'],
    ['the shopper has just clicked', 'clicked'],
    ['the shopper is filling in a field', 'typing'],
    ['the page has a dialog open', 'dialog'],
    ['the shopper is paying', 'checkout'],
    ['the page is in the background', 'hidden']
  ])('DC-22 an overlay keeps away: %s', (objection, busy) => {
    const context = aContext({ mayOverlay: true, busy })
    expect(because({ variants: popup }, { context })).toBe(`overlay: ${objection}`)
    expect(because({}, { context })).toBeUndefined()
    expect(because({ variants: popup }, { context: aContext({ busy }) })).toBe(
      'overlay: no consent to overlays'
    )
  })

  test('DC-5 the shop’s own budget outranks the default', () => {
    const config = aConfig([aCampaign('c', { variants: popup })], {
      overlays: { perPage: 0, perSession: 9, perDay: 9 }
    })
    expect(because({}, { config, context: aContext({ mayOverlay: true }) })).toBe(
      'overlay: 0 this page, at most 0'
    )
  })

  test('DC-6 what shows products needs enough of them, and the next campaign is tried', () => {
    const spare = aCampaign('spare', { priority: -1 })
    const tried = (variants: Campaign['variants'], fields: Partial<DecideInput> = { model }) => {
      const { campaign, items, verdicts } = decide(input([aCampaign('c', { variants }), spare], fields))
      return [campaign, items.length, verdicts[0]?.checks.slice(-1).map(checkText)[0]]
    }
    expect(tried(shelf(2))).toEqual(['c', 2, 'priority 0'])
    expect(tried(shelf(3))).toEqual(['spare', 0, 'fewer than 3 products'])
    expect(tried(shelf(1), {})).toEqual(['spare', 0, 'no model on the device'])
    expect(tried([{ id: 'a', weight: 1, content: { widget: 'carousel' } }])).toEqual([
      'spare',
      0,
      'names no products'
    ])
    const empty = [
      { id: 'a', weight: 1, content: { widget: 'carousel', products: { strategy: 'trending' } } }
    ] as const
    expect(tried([...empty])).toEqual(['spare', 0, 'fewer than 1 products'])
  })

  test('DC-6 without the part that ranks, what shows products stays away and the rest does not', () => {
    const campaigns = [aCampaign('c', { variants: shelf(1) }), aCampaign('banner', { priority: -1 })]
    expect(decideWith(undefined, input(campaigns, { model })).campaign).toBe('banner')
  })

  test('DC-7 the higher priority wins, then the id, and the others are told who was before them', () => {
    const campaigns = [
      aCampaign('b'),
      aCampaign('z', { priority: 2 }),
      aCampaign('a'),
      aCampaign('y', { priority: -1 })
    ]
    const { campaign, verdicts } = decide(input(campaigns))
    expect(campaign).toBe('z')
    expect(verdicts.map(one => [one.campaign, one.chosen, one.checks.slice(-1).map(checkText)[0]])).toEqual([
      ['z', true, 'priority 2'],
      ['a', false, 'z comes before it'],
      ['b', false, 'z comes before it'],
      ['y', false, 'z comes before it']
    ])
  })
})

test.each([
  ['3 products', { gate: 'items', passed: true, because: '3' }],
  ['priority 2', { gate: 'priority', passed: true, because: '2' }],
  ['a', { gate: 'variant', passed: true, because: 'a' }],
  ['ok', { gate: 'frequency', passed: true, because: 'ok' }],
  ['c comes before it', { gate: 'priority', passed: false, because: 'c' }],
  ['in its holdout of 12.5 %', { gate: 'holdout', passed: false, because: '12.5' }],
  ['paused', { gate: 'status', passed: false, because: 'paused' }]
] as const)('DC-1 a check says in words: %s', (text, check) => {
  expect(checkText(check)).toBe(text)
})

test('DC-7 two campaigns of one id stand as they are written', () => {
  const twins = [aCampaign('c', { status: 'paused' }), aCampaign('c')]
  expect(decide(input(twins)).verdicts.map(({ chosen }) => chosen)).toEqual([false, true])
  expect(decide(input([...twins].reverse())).verdicts.map(({ chosen }) => chosen)).toEqual([true, false])
})

describe('experiments', () => {
  const seeds = Array.from({ length: 10_000 }, (_, n) => `visitor-${n}`)
  const variants = (...weights: readonly number[]): Campaign['variants'] =>
    weights.map((weight, n) => ({ id: `v${n}`, weight, content: { widget: 'banner' } }))

  test('DC-8 whoever is held out sees nothing, nor another campaign in its place, and is still counted', () => {
    const held = aCampaign('c', { holdout: 1, variants: shelf(1), priority: 1 })
    const decision = decide(input([held, aCampaign('spare')], { model }))
    expect(decision).toMatchObject({ campaign: 'c', holdout: true, items: [] })
    expect(decision).not.toHaveProperty('content')
    expect(decision).not.toHaveProperty('variant')
    expect(decision.verdicts.map(({ checks }) => checks.at(-1))).toEqual([
      { gate: 'holdout', passed: false, because: '100' },
      { gate: 'priority', passed: false, because: 'c' }
    ])
    expect(decision.verdicts.map(({ chosen }) => chosen)).toEqual([false, false])
  })

  test('DC-8 who would not have been shown the campaign is not in its holdout', () => {
    const held = aCampaign('c', { holdout: 1, variants: shelf(3), priority: 1 })
    expect(decide(input([held, aCampaign('spare')], { model }))).toMatchObject({
      campaign: 'spare',
      holdout: false
    })
  })

  test('DC-9 a holdout of a tenth holds out a tenth, the same visitors every time', () => {
    const campaign = aCampaign('c', { holdout: 0.1 })
    const heldOut = (now: number) => seeds.filter(seed => decide(input([campaign], { seed, now })).holdout)
    const first = heldOut(NOON)
    // Four standard deviations of 10,000 draws at 0.1 are 120.
    expect(Math.abs(first.length - 1000)).toBeLessThan(120)
    expect(heldOut(NOON + DAY)).toEqual(first)
  })

  test('DC-9 variants share visitors by weight, and independently of the holdout', () => {
    const campaign = aCampaign('c', { holdout: 0.5, variants: variants(3, 1, 0) })
    const shown = seeds.map(seed => decide(input([campaign], { seed }))).filter(({ holdout }) => !holdout)
    const share = shown.filter(({ variant }) => variant === 'v0').length / shown.length
    expect(Math.abs(share - 0.75)).toBeLessThan(0.025)
    expect(shown.some(({ variant }) => variant === 'v2')).toBe(false)
  })

  test('DC-10 a changed weight moves visitors only to or from that variant, and order moves nobody', () => {
    const pick = (of: Campaign['variants']) =>
      seeds.map(seed => pickVariant({ id: 'c', variants: of }, seed)?.id)
    const before = pick(variants(1, 1, 1))
    const after = pick(variants(1, 1, 3))
    expect(after.filter((variant, n) => variant !== before[n]).every(variant => variant === 'v2')).toBe(true)
    expect(after.filter(variant => variant === 'v2').length).toBeGreaterThan(5_700)
    expect(pick([...variants(1, 1, 1)].reverse())).toEqual(before)
  })

  test('DC-10 a campaign whose variants all weigh nothing is not shown', () => {
    expect(because({ variants: variants(0, 0) })).toBe('variant: every variant weighs 0')
  })
})
