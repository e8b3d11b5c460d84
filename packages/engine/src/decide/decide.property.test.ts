import {
  type Campaign,
  type Card,
  EVENT_TYPES,
  type EventItem,
  isPurchasable,
  type MerchandisingRule,
  PAGE_TYPES,
  type RecommendRequest,
  type Rule,
  type Schedule,
  type ShopConfig,
  type ShopEvent,
  SOURCES,
  STRATEGIES
} from '@vitrine/protocol'
import { COMPARISONS, ShopConfig as ShopConfigSchema } from '@vitrine/protocol/schema'
import fc from 'fast-check'
import { Check } from 'typebox/value'
import { expect, test, vi } from 'vitest'
import { anEvent, DAY, NOON } from '../../testing/anEvent.ts'
import { aConfig, aList, aModel, anItem } from '../../testing/aShop.ts'
import type { Context } from '../audience/context.ts'
import { foldProfile } from '../profile/foldProfile.ts'
import type { Model } from '../recommend/openModel.ts'
import { recommend } from '../recommend/recommend.ts'
import { decide } from './decide.ts'

// Hundreds of shops in one test: seconds, where a machine is busy with other things.
vi.setConfig({ testTimeout: 30_000 })

const IDS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']
const CATEGORIES = ['Giftware', 'Lighting', 'Clothing']
const SIZES = ['S', 'M']
const anId = fc.constantFrom(...IDS)
const some = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: undefined })
/** Leaves out what is undefined, as JSON does. */
const tidy = <T extends object>(of: T): T =>
  Object.fromEntries(Object.entries(of).filter(([, value]) => value !== undefined)) as T

const anyCard = (id: string): fc.Arbitrary<Card> =>
  fc
    .record({
      title: fc.constantFrom('Red lamp', 'Blue mug', 'Red mug'),
      price: fc.integer({ min: 0, max: 5000 }),
      category: fc.subarray(CATEGORIES),
      color: some(fc.constantFrom('Red', 'Blue')),
      availability: fc.constantFrom('in_stock', 'out_of_stock', 'preorder'),
      variants: some(
        fc.array(
          fc.record({ id: fc.constantFrom('v1', 'v2'), size: fc.constantFrom(...SIZES), ok: fc.boolean() }),
          {
            maxLength: 2
          }
        )
      )
    })
    .map(card => tidy({ id, link: `/p/${id}`, ...card }) as Card)

const anyRow = fc
  .uniqueArray(anId)
  .map(ids => ({ ids, weights: ids.map((_, place) => 255 - place * 20), scale: 0.01 }))

const anyModel: fc.Arbitrary<Model> = fc
  .record({
    cards: fc.tuple(...IDS.map(anyCard)),
    rows: fc.array(fc.record({ viewed: anyRow, bought: anyRow, similar: anyRow }), {
      minLength: 8,
      maxLength: 8
    }),
    listed: fc.uniqueArray(fc.nat(7)),
    availability: fc.dictionary(fc.constantFrom(...IDS, 'v1'), fc.boolean())
  })
  .map(({ cards, rows, listed, availability }) => {
    const inList = listed.flatMap(n => cards[n] ?? [])
    const lists = ['best_sellers', 'trending', 'new_arrivals'].map(name => aList(name, ...inList))
    const items = cards.slice(0, 5).map((card, n) => anItem(card, rows[n], cards))
    return aModel(items, lists, { availability, manifest: { priceBands: [1000, 3000] } })
  })

const anySchedule: fc.Arbitrary<Schedule> = fc
  .record({
    from: some(fc.constantFrom(0, NOON, NOON + 1)),
    until: some(fc.constantFrom(NOON, NOON + 1)),
    weekdays: some(fc.subarray([0, 3, 6])),
    minutes: some(fc.tuple(fc.integer({ min: 0, max: 1440 }), fc.integer({ min: 0, max: 1440 })))
  })
  .map(tidy) as fc.Arbitrary<Schedule>

const anyRequest: fc.Arbitrary<RecommendRequest> = fc
  .record({
    strategy: fc.oneof(
      fc.constantFrom(...STRATEGIES),
      fc.array(fc.constantFrom(...STRATEGIES), { minLength: 1, maxLength: 5 })
    ),
    limit: some(fc.integer({ min: 1, max: 9 })),
    minItems: some(fc.integer({ min: 1, max: 4 })),
    itemId: some(anId),
    exclude: some(fc.subarray(['current', 'cart', 'seen', 'bought'] as const).map(all => [...all])),
    category: some(fc.constantFrom(...CATEGORIES)),
    diversity: some(fc.double({ min: 0, max: 1, noNaN: true })),
    allowOutOfStock: some(fc.boolean())
  })
  .map(tidy) as fc.Arbitrary<RecommendRequest>

const anyMerchandising: fc.Arbitrary<MerchandisingRule> = fc
  .record({
    id: fc.constant('r'),
    do: fc.constantFrom('pin', 'boost', 'bury', 'exclude'),
    items: some(fc.uniqueArray(anId, { maxLength: 3 })),
    category: some(fc.constantFrom(...CATEGORIES)),
    placements: some(fc.subarray(['hero', 'foot'])),
    position: some(fc.integer({ min: 0, max: 47 })),
    schedule: some(anySchedule)
  })
  .map(tidy) as fc.Arbitrary<MerchandisingRule>

const { rule: anyRule } = fc.letrec<{ rule: Rule }>(tie => ({
  rule: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc
      .record({
        fact: fc.constantFrom(
          'profile.lifecycle',
          'profile.top.category',
          'cart.value',
          'page.url',
          'context.local.constructor'
        ),
        is: fc.constantFrom(...COMPARISONS),
        value: fc.oneof(fc.constantFrom('a', 5, true), fc.array(fc.constantFrom('a', 5), { maxLength: 2 }))
      })
      .map(one => one as Rule),
    fc
      .record({
        did: fc.constantFrom(...EVENT_TYPES),
        where: some(fc.dictionary(fc.constantFrom('itemId', 'category', 'price'), fc.constantFrom('a', 5))),
        within: some(fc.constantFrom('1h', '30d')),
        atLeast: some(fc.integer({ min: 1, max: 3 })),
        atMost: some(fc.nat(3))
      })
      .map(one => tidy(one) as Rule),
    fc.array(tie('rule'), { maxLength: 3 }).map(all => ({ all })),
    fc.array(tie('rule'), { maxLength: 3 }).map(any => ({ any })),
    tie('rule').map(not => ({ not }))
  )
}))

const anyCampaign: fc.Arbitrary<Campaign> = fc
  .record({
    id: fc.constantFrom('c1', 'c2', 'constructor'),
    name: fc.constant('Campaign'),
    placement: fc.constantFrom('hero', 'foot'),
    status: some(fc.constantFrom('live', 'paused')),
    audience: fc.oneof({ weight: 2, arbitrary: fc.constant({ all: [] }) }, { weight: 1, arbitrary: anyRule }),
    schedule: some(anySchedule),
    frequency: some(
      fc
        .record({
          show: fc.constantFrom('always', 'once', 'times', 'untilResponse'),
          times: some(fc.integer({ min: 1, max: 3 })),
          cooldown: some(fc.constantFrom('1h', '30d')),
          afterDismiss: some(fc.constant('7d'))
        })
        .map(tidy)
    ),
    priority: some(fc.integer({ min: -2, max: 2 })),
    holdout: some(fc.constantFrom(0, 0.5, 1)),
    variants: fc.array(
      fc.record({
        id: fc.constantFrom('a', 'b'),
        weight: fc.constantFrom(0, 1, 2.5),
        content: fc
          .record({
            widget: fc.constantFrom('carousel', 'banner', 'popup', 'restock'),
            products: some(anyRequest)
          })
          .map(tidy)
      }),
      { minLength: 1, maxLength: 3 }
    )
  })
  .map(tidy) as fc.Arbitrary<Campaign>

const anyConfig: fc.Arbitrary<ShopConfig> = fc
  .record({
    campaigns: fc.array(anyCampaign, { maxLength: 5 }),
    rules: fc.array(anyMerchandising, { maxLength: 4 })
  })
  .map(({ campaigns, rules }) =>
    aConfig(campaigns, { rules, placements: [{ id: 'hero' }, { id: 'foot', pages: ['cart'] }] })
  )

const anyLine: fc.Arbitrary<EventItem> = fc
  .record({
    itemId: anId,
    category: some(fc.subarray(CATEGORIES)),
    size: some(fc.constantFrom(...SIZES)),
    price: some(fc.nat(5000)),
    quantity: some(fc.double())
  })
  .map(tidy) as fc.Arbitrary<EventItem>

const anyEvents: fc.Arbitrary<readonly ShopEvent[]> = fc
  .array(
    fc.record({
      type: fc.constantFrom(...EVENT_TYPES),
      at: fc.integer({ min: NOON - 40 * DAY, max: NOON }),
      source: fc.constantFrom(...SOURCES),
      items: fc.array(anyLine, { maxLength: 2 }),
      ref: fc.constantFrom({}, { campaign: 'c1' }, { campaign: 'constructor' })
    }),
    { maxLength: 15 }
  )
  .map(all => all.map(({ type, at, ...rest }, seq) => anEvent(type, at, { ...rest, seq })))

const anyContext: fc.Arbitrary<Context> = fc
  .record({
    page: fc
      .record({
        type: fc.constantFrom(...PAGE_TYPES),
        url: fc.constant('https://shop.example/'),
        itemId: some(anId),
        category: some(fc.subarray(CATEGORIES))
      })
      .map(tidy),
    shownIds: fc.subarray(IDS, { maxLength: 2 }),
    mayOverlay: some(fc.boolean()),
    local: fc.record({ minutes: fc.integer({ min: 0, max: 1439 }), weekday: fc.nat(6) })
  })
  .map(tidy) as fc.Arbitrary<Context>

const anySituation = fc
  .record({ config: anyConfig, model: anyModel, events: anyEvents, context: anyContext, seed: fc.string() })
  .map(({ events, model, config, ...rest }) => {
    const profile = foldProfile(events, { now: NOON, manifest: model.manifest })
    return { ...rest, placement: 'hero', profile, model, config, events, now: NOON }
  })

test('DC-11 no config that the schema lets through makes a decision throw, and the same input decides the same', () => {
  fc.assert(
    fc.property(anySituation, situation => {
      expect(Check(ShopConfigSchema, situation.config)).toBe(true)
      const decision = decide(situation)
      expect(decide(structuredClone(situation))).toEqual(decision)
      expect(JSON.parse(JSON.stringify(decision))).toEqual(decision)
      expect(decision.verdicts.map(({ campaign }) => campaign).sort()).toEqual(
        situation.config.campaigns.flatMap(({ id, placement }) => (placement === 'hero' ? id : [])).sort()
      )
      const chosen = decision.verdicts.filter(one => one.chosen)
      expect(chosen.length).toBe(decision.content ? 1 : 0)
      if (decision.holdout) expect([decision.content, decision.items]).toEqual([undefined, []])
    }),
    { numRuns: 400 }
  )
})

test('RC-23 whatever is asked, no product stands twice, none that cannot be bought, and no more than the limit', () => {
  fc.assert(
    fc.property(anySituation, anyRequest, (situation, request) => {
      const { items } = recommend(request, { ...situation, rules: situation.config.rules })
      const ids = items.map(({ card }) => card.id)
      expect(new Set(ids).size).toBe(ids.length)
      expect(ids.length).toBeLessThanOrEqual(request.limit ?? 12)
      expect(ids.length === 0 || ids.length >= (request.minItems ?? 1)).toBe(true)
      for (const { card } of items) {
        const canBeBought = card.variants?.length
          ? card.variants.some(({ ok }) => ok)
          : isPurchasable(card.availability)
        expect(request.allowOutOfStock === true || canBeBought).toBe(true)
        expect(situation.context.shownIds).not.toContain(card.id)
        expect(situation.profile.disliked).not.toContain(card.id)
      }
    }),
    { numRuns: 400 }
  )
})

test('RC-24 whatever the model says, the merchant’s rules win', () => {
  fc.assert(
    fc.property(anySituation, anyRequest, anId, anId, anId, (situation, request, out, up, down) => {
      fc.pre(new Set([out, up, down]).size === 3)
      const ids = (rules: readonly MerchandisingRule[]) =>
        recommend(request, { ...situation, rules }).items.map(({ card }) => card.id)
      const plain = ids([])
      expect(ids([{ id: 'x', do: 'exclude', items: [out] }])).not.toContain(out)
      if (plain.includes(up)) expect(ids([{ id: 'u', do: 'boost', items: [up] }])[0]).toBe(up)
      const buried = ids([{ id: 'd', do: 'bury', items: [down] }])
      if (buried.includes(down)) expect(buried.at(-1)).toBe(down)
      const { limit = 12 } = request
      if (plain.includes(up)) {
        const position = Math.min(1, limit - 1, plain.length - 1)
        expect(ids([{ id: 'p', do: 'pin', items: [up], position }]).indexOf(up)).toBe(position)
      }
    }),
    { numRuns: 400 }
  )
})
