import type { EventType, ShopEvent } from '@vitrine/protocol'
import { EVENT_TYPES, SOURCES } from '@vitrine/protocol'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anEvent, DAY, HOUR, lines, MINUTE, NOON } from '../../testing/anEvent.ts'
import { aManifest } from '../../testing/aShop.ts'
import { foldProfile } from './foldProfile.ts'

const fold = (...events: readonly ShopEvent[]) => foldProfile(events, { now: NOON })

const anyItem = fc.record(
  {
    itemId: fc.constantFrom('A', 'B', 'C', '__proto__'),
    itemGroupId: fc.constantFrom('G', 'A'),
    category: fc.constantFrom(['Giftware', 'Lighting'], ['Clothing'], []),
    brand: fc.constantFrom('Acme', 'constructor'),
    size: fc.constantFrom('S', 'M'),
    price: fc.integer({ min: 0, max: 5000 }),
    quantity: fc.integer({ min: -3, max: 5 })
  },
  { requiredKeys: ['itemId'] }
)

const anyEvents: fc.Arbitrary<readonly ShopEvent[]> = fc
  .array(
    fc.record(
      {
        type: fc.constantFrom(...EVENT_TYPES),
        at: fc.integer({ min: NOON - 90 * DAY, max: NOON + DAY }),
        source: fc.constantFrom(...SOURCES),
        items: fc.array(anyItem, { maxLength: 3 }),
        transactionId: fc.constantFrom('T1', 'T2', 'T3'),
        value: fc.integer({ min: -500, max: 9000 }),
        ref: fc.record({
          campaign: fc.constantFrom('c1', '__proto__'),
          resultId: fc.constantFrom('r1', 'r2')
        })
      },
      { requiredKeys: ['type', 'at', 'source'] }
    ),
    { maxLength: 25 }
  )
  .map(all => all.map(({ type, at, ...rest }, seq) => anEvent(type, at, { ...rest, seq })))

describe('the fold', () => {
  test('PF-1, PF-2 any order, and any event told again, gives the equal profile', () => {
    const shuffled = anyEvents.chain(events =>
      fc.tuple(fc.constant(events), fc.shuffledSubarray([...events], { minLength: events.length }))
    )
    fc.assert(
      fc.property(shuffled, ([events, other]) => {
        const options = { now: NOON, manifest: aManifest({ priceBands: [1000, 2000] }) }
        const once = foldProfile(events, options)
        expect(foldProfile([...other, ...events.slice(0, 3)], options)).toEqual(once)
      }),
      { numRuns: 300 }
    )
  })

  test('PF-2 what is later than now has not happened yet', () => {
    const later = anEvent('view_item', NOON + 1, { items: lines('B') })
    expect(fold(anEvent('view_item', NOON, { items: lines('A') }), later).sessionItems).toEqual(['A'])
  })

  test('PF-1 the order is that of time, whatever the ids say', () => {
    const put = { ...anEvent('add_to_cart', NOON - 2, { items: lines('A') }), id: 'z' }
    const taken = { ...anEvent('remove_from_cart', NOON - 1, { items: lines('A') }), id: 'a' }
    expect(fold(taken, put).cart).toEqual([])
  })

  test('PF-1 nothing is a profile too', () => {
    expect(fold()).toEqual({
      v: 1,
      recentlyViewed: [],
      sessionItems: [],
      sessions: 0,
      cart: [],
      orders: [],
      bought: [],
      affinities: { category: [], brand: [], color: [], size: [], material: [], priceBand: [] },
      rfm: { orders: 0, monetary: 0 },
      lifecycle: 'new_visitor',
      disliked: [],
      campaigns: {}
    })
  })
})

describe('visits', () => {
  test('PF-3 a visit ends after half an hour without anything', () => {
    const at = (minutes: number) => anEvent('page_view', NOON - minutes * MINUTE)
    expect(fold(at(60), at(30)).sessions).toBe(2)
    expect(fold(at(59), at(30)).sessions).toBe(1)
  })

  test('PF-3 what a till or an import tells belongs to no visit', () => {
    const till = anEvent('purchase', NOON - 40 * MINUTE, { source: 'pos', items: lines('A') })
    const { sessions, firstAt } = fold(till, anEvent('page_view', NOON - MINUTE))
    expect([sessions, firstAt]).toEqual([1, till.at])
  })

  test('PF-3, PF-4 a visit that is over has no items', () => {
    const view = anEvent('view_item', NOON - 30 * MINUTE, { items: lines('A') })
    expect(fold(view)).toMatchObject({ sessionItems: [], recentlyViewed: [{ id: 'A' }] })
  })

  test('PF-4 views are newest first and once each, and in the visit as they came', () => {
    const view = (id: string, minutes: number) =>
      anEvent('view_item', NOON - minutes * MINUTE, { items: lines(id) })
    const { recentlyViewed, sessionItems } = fold(view('A', 9), view('B', 8), view('A', 7), view('C', 90))
    expect(recentlyViewed).toEqual([
      { id: 'A', at: NOON - 7 * MINUTE, times: 2 },
      { id: 'B', at: NOON - 8 * MINUTE, times: 1 },
      { id: 'C', at: NOON - 90 * MINUTE, times: 1 }
    ])
    expect(sessionItems).toEqual(['A', 'B', 'A'])
  })

  test('PF-4 a variant is remembered as its product, and a hundred products at most', () => {
    const views = Array.from({ length: 120 }, (_, n) =>
      anEvent('view_item', NOON - n * DAY, { items: [{ itemId: `v${n}`, itemGroupId: `p${n}` }] })
    )
    const { recentlyViewed } = fold(...views)
    expect(recentlyViewed).toHaveLength(100)
    expect(recentlyViewed[99]?.id).toBe('p99')
  })

  test.each([
    ['https://a.example/?utm_source=mail%20one+two&x=1', undefined, 'mail one two'],
    ['https://a.example/?x=1&utm_source=%', undefined, '%'],
    ['https://a.example/', 'https://www.Search.example:80/?q=a', 'www.search.example'],
    ['https://a.example/', 'https://a.example/other', undefined],
    ['https://a.example/', undefined, undefined]
  ])('PF-16 %s from %s came by %s', (url, referrer, landing) => {
    const page = { url, type: 'home', ...(referrer && { referrer }) } as const
    const later = anEvent('page_view', NOON, {
      page: { url: 'https://a.example/?utm_source=b', type: 'home' }
    })
    expect(fold(anEvent('page_view', NOON - MINUTE, { page }), later).landing).toBe(landing)
  })
})

describe('the shopper', () => {
  const order = (daysAgo: number) =>
    anEvent('purchase', NOON - daysAgo * DAY, { items: lines('A'), transactionId: `${daysAgo}`, value: 1000 })

  test.each([
    ['new_visitor', [anEvent('page_view', NOON - MINUTE)]],
    ['returning_visitor', [anEvent('page_view', NOON - HOUR)]],
    ['returning_visitor', [anEvent('page_view', NOON - HOUR), anEvent('page_view', NOON)]],
    ['first_time_customer', [order(20)]],
    ['repeat_customer', [order(20), order(30), order(40), order(50)]],
    ['loyal_customer', [order(1), order(20), order(30), order(40), order(50)]],
    ['at_risk', [order(20.5)]],
    ['lapsed', [order(40.5)]]
  ])('PF-13 is a %s', (lifecycle, events) => {
    const gap = lifecycle === 'at_risk' || lifecycle === 'lapsed' ? 10 : 60
    const manifest = aManifest({ orderGapDays: gap })
    expect(foldProfile(events, { now: NOON, manifest }).lifecycle).toBe(lifecycle)
  })

  test('PF-13 without a gap of the shop, it is ninety days', () => {
    expect(fold(order(180)).lifecycle).toBe('first_time_customer')
    expect(fold(order(181)).lifecycle).toBe('at_risk')
  })

  test('PF-12 recency, frequency and money fall into the quintile cells of the shop', () => {
    const rfm = { recencyDays: [7, 30, 60, 90], frequency: [1, 2, 3, 4], monetary: [500, 1000, 1500, 5000] }
    const manifest = aManifest({ rfm })
    expect(foldProfile([order(7), order(31)], { now: NOON, manifest }).rfm).toEqual({
      recencyDays: 7,
      orders: 2,
      monetary: 2000,
      cells: [5, 2, 4]
    })
    expect(foldProfile([], { now: NOON, manifest }).rfm).toEqual({ orders: 0, monetary: 0 })
    expect(fold(order(91)).rfm.cells).toBeUndefined()
  })

  test('PF-14 a dislike stands until it is undone', () => {
    const on = (type: EventType, id: string, minutes: number) =>
      anEvent(type, NOON - minutes * MINUTE, { items: lines(id) })
    const events = [
      on('dislike', 'A', 9),
      on('dislike', 'B', 8),
      on('undo_dislike', 'B', 7),
      on('dislike', 'C', 6)
    ]
    expect(fold(...events).disliked).toEqual(['C', 'A'])
  })
})

describe('campaigns', () => {
  const on = (type: EventType, daysAgo: number, ref = {}, seq = 0) =>
    anEvent(type, NOON - daysAgo * DAY, { ref: { campaign: 'c', ...ref }, seq })

  test('PF-15 an impression is one result, however many events tell of it', () => {
    const events = [
      on('view_promotion', 3, { resultId: 'r1' }),
      on('view_item_list', 3, { resultId: 'r1' }),
      on('view_promotion', 2, { resultId: 'r2' }),
      on('view_promotion', 1)
    ]
    expect(fold(...events).campaigns).toEqual({ c: { shown: 3, clicked: 0, lastShownAt: NOON - DAY } })
  })

  test('PF-15 what a holdout was not shown, and what no campaign did, is not counted', () => {
    const events = [
      on('view_promotion', 1, { holdout: true }),
      anEvent('view_promotion', NOON),
      on('login', 1)
    ]
    expect(fold(...events).campaigns).toEqual({})
  })

  test('PF-15 a purchase within a week of a click converts, a later one and one at the till do not', () => {
    const clicked = [on('select_promotion', 10), on('dismiss_promotion', 9)]
    const history = { shown: 0, clicked: 1, lastDismissedAt: NOON - 9 * DAY }
    const bought = (daysAgo: number, source: 'web' | 'pos' = 'web') =>
      anEvent('purchase', NOON - daysAgo * DAY, { source })
    expect(fold(...clicked, bought(3)).campaigns).toEqual({
      c: { ...history, lastConvertedAt: NOON - 3 * DAY }
    })
    expect(fold(...clicked, bought(2.9)).campaigns).toEqual({ c: history })
    expect(fold(...clicked, bought(3, 'pos')).campaigns).toEqual({ c: history })
  })

  test('PF-15 an answer with its campaign converts at once', () => {
    expect(fold(on('join_waitlist', 2)).campaigns).toEqual({
      c: { shown: 0, clicked: 0, lastConvertedAt: NOON - 2 * DAY }
    })
  })
})

test('PF-17 the department is the strongest category that stands first in some path', () => {
  const seen = (...category: readonly string[]) => ({ itemId: category.join(), category })
  const view = (...items: readonly { itemId: string; category: readonly string[] }[]) =>
    anEvent('view_item', NOON, { items, seq: items.length })
  expect(fold(view(seen('Giftware', 'Candles'))).department).toBe('Giftware')
  expect(
    fold(view(seen('Giftware', 'Candles'), seen('Worn', 'Boots'), seen('Worn', 'Hats'))).department
  ).toBe('Worn')
  expect(fold(anEvent('view_item', NOON, { items: lines('a') })).department).toBeUndefined()
  const secret = foldProfile([view(seen('Medicine'), seen('Medicine', 'Pills'), seen('Giftware'))], {
    now: NOON,
    sensitiveCategories: ['medicine']
  })
  expect(secret.department).toBe('Giftware')
})
