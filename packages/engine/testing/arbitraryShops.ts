import {
  BLANKS,
  type Campaign,
  type Card,
  EVENT_TYPES,
  type EventItem,
  type EventType,
  type MerchandisingRule,
  type Moment,
  PAGE_TYPES,
  type RecommendRequest,
  type Rule,
  type Schedule,
  type ShopConfig,
  type ShopEvent,
  SOURCES,
  STRATEGIES,
  type Trigger
} from '@vitrine/protocol'
import { COMPARISONS } from '@vitrine/protocol/schema'
import fc from 'fast-check'
import { type Busy, type Context, foldProfile, type Model, type Moments } from '../src/index.ts'
import { anEvent, DAY, NOON } from './anEvent.ts'
import { aConfig, aList, aModel, anItem } from './aShop.ts'

// Any shop, any shopper, any moment: as strange as the schema lets them be.

const IDS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']
const CATEGORIES = ['Giftware', 'Lighting', 'Clothing']
const SIZES = ['S', 'M']
/** One of the eight products of {@link anyModel}. */
export const anId = fc.constantFrom(...IDS)
const some = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: undefined })
/** One in four: of gates that are all closed half the time, nothing would ever come through. */
const rarely = <T>(one: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: one })
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

/** A model on the device, with whatever is sold out. */
export const anyModel: fc.Arbitrary<Model> = fc
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
    from: rarely(fc.constantFrom(0, NOON, NOON + 1)),
    until: rarely(fc.constantFrom(NOON, NOON + 1)),
    weekdays: rarely(fc.subarray([0, 3, 6])),
    minutes: rarely(fc.tuple(fc.integer({ min: 0, max: 1440 }), fc.integer({ min: 0, max: 1440 })))
  })
  .map(tidy) as fc.Arbitrary<Schedule>

/** A request for products. */
export const anyRequest: fc.Arbitrary<RecommendRequest> = fc
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
    allowOutOfStock: rarely(fc.boolean())
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
    schedule: rarely(anySchedule)
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

const anyMoment: fc.Arbitrary<Moment> = fc
  .record({
    when: fc.constantFrom(
      ...(['immediate', 'delay', 'idle', 'scrollDepth', 'pageCount', 'exitIntent', 'cartValue'] as const),
      ...(['elementVisible', 'event'] as const)
    ),
    atLeast: some(fc.constantFrom(0, 0.5, 5000)),
    selector: some(fc.constantFrom('#x', '.y')),
    event: some(fc.constantFrom('add_to_cart', 'purchase'))
  })
  .map(tidy) as fc.Arbitrary<Moment>

const anyTrigger: fc.Arbitrary<Trigger> = fc
  .record({
    any: some(fc.array(anyMoment, { maxLength: 2 })),
    all: some(fc.array(anyMoment, { maxLength: 2 })),
    cancelOn: some(fc.constant<EventType[]>(['purchase']))
  })
  .map(tidy) as fc.Arbitrary<Trigger>

/** What has happened in a view of a page. */
export const anyMoments: fc.Arbitrary<Moments> = fc.record({
  dwellMs: fc.constantFrom(0, 4999, 5000),
  activeMs: fc.constantFrom(0, 5000),
  idleMs: fc.constantFrom(0, 5000),
  scrollDepth: fc.double({ min: 0, max: 1, noNaN: true }),
  clicks: fc.nat(3),
  pageCount: fc.integer({ min: 1, max: 6 }),
  exitIntent: fc.boolean(),
  tabReturn: fc.boolean(),
  visible: fc.subarray(['#x', '.y']),
  events: fc.subarray<EventType>(['add_to_cart', 'purchase', 'page_view'])
})

const BUSY: readonly Busy[] = ['early', 'clicked', 'typing', 'dialog', 'checkout', 'hidden']

const anyCampaign: fc.Arbitrary<Campaign> = fc
  .record({
    id: fc.constantFrom('c1', 'c2', 'constructor'),
    name: fc.constant('Campaign'),
    placement: fc.constantFrom('hero', 'foot'),
    status: rarely(fc.constantFrom('live', 'paused')),
    audience: fc.oneof({ weight: 2, arbitrary: fc.constant({ all: [] }) }, { weight: 1, arbitrary: anyRule }),
    trigger: rarely(anyTrigger),
    schedule: rarely(anySchedule),
    frequency: rarely(
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
    holdout: rarely(fc.constantFrom(0, 0.5, 1)),
    variants: fc.array(
      fc.record({
        id: fc.constantFrom('a', 'b'),
        weight: fc.constantFrom(0, 1, 2.5),
        content: fc
          .record({
            widget: fc.constantFrom('carousel', 'banner', 'popup', 'restock'),
            text: rarely(fc.constantFrom('Plain', ...BLANKS.map(blank => `So {${blank}}`))),
            products: some(anyRequest)
          })
          .map(tidy)
      }),
      { minLength: 1, maxLength: 3 }
    )
  })
  .map(tidy) as fc.Arbitrary<Campaign>

/** A shop with campaigns in `hero` and `foot`. */
export const anyConfig: fc.Arbitrary<ShopConfig> = fc
  .record({
    campaigns: fc.array(anyCampaign, { maxLength: 5 }),
    rules: fc.array(anyMerchandising, { maxLength: 4 })
  })
  .map(({ campaigns, rules }) =>
    aConfig(campaigns, {
      rules,
      freeShipping: 5000,
      placements: [{ id: 'hero' }, { id: 'foot', pages: ['cart'] }]
    })
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

/** What a shopper did in the last forty days. */
export const anyEvents: fc.Arbitrary<readonly ShopEvent[]> = fc
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

/** Where and when it is asked. */
export const anyContext: fc.Arbitrary<Context> = fc
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
    moments: some(anyMoments),
    busy: rarely(fc.constantFrom(...BUSY)),
    local: fc.record({ minutes: fc.integer({ min: 0, max: 1439 }), weekday: fc.nat(6) })
  })
  .map(tidy) as fc.Arbitrary<Context>

/** Everything a decision about `hero` rests on. */
export const anySituation = fc
  .record({ config: anyConfig, model: anyModel, events: anyEvents, context: anyContext, seed: fc.string() })
  .map(({ events, model, config, ...rest }) => {
    const profile = foldProfile(events, { now: NOON, manifest: model.manifest })
    return { ...rest, placement: 'hero', profile, model, config, events, now: NOON }
  })
