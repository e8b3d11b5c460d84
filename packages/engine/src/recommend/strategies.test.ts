import type { RecommendRequest, ShopEvent } from '@vitrine/protocol'
import { describe, expect, test } from 'vitest'
import { anEvent, DAY, lines, MINUTE, NOON } from '../../testing/anEvent.ts'
import { aCard, aContext, aList, aModel, anItem, aRow, aWorld, onPageOf } from '../../testing/aShop.ts'
import { recommend } from './recommend.ts'
import type { RecommendWorld } from './world.ts'

const [a, b, c, d, e] = ['a', 'b', 'c', 'd', 'e'].map(id => aCard(id, { title: `Title ${id}` }))
if (!a || !b || !c || !d || !e) throw new Error('five cards')

const viewed = (id: string, minutes: number) =>
  anEvent('view_item', NOON - minutes * MINUTE, { items: lines(id), page: { url: '/', type: 'product' } })
const bought = (daysAgo: number, ...ids: readonly string[]) =>
  anEvent('purchase', NOON - daysAgo * DAY, { items: lines(...ids), transactionId: `T${daysAgo}` })

/** What is recommended without shuffling for variety: ids with their reasons. */
function shelf(request: RecommendRequest, world: RecommendWorld) {
  return recommend({ diversity: 0, ...request }, world).items.map(({ card, reason }) => [card.id, reason])
}
const idsOf = (request: RecommendRequest, world: RecommendWorld) => shelf(request, world).map(([id]) => id)

describe('strategies', () => {
  test('RC-2 recently_viewed shows what was looked at, newest first, without the product here', () => {
    const model = aModel([anItem(a), anItem(b), anItem(c)])
    const world = aWorld(model, [viewed('a', 9), viewed('b', 8), viewed('c', 7), viewed('unknown', 6)], {
      context: onPageOf('c')
    })
    expect(shelf({ strategy: 'recently_viewed' }, world)).toEqual([
      ['b', { code: 'viewed_before' }],
      ['a', { code: 'viewed_before' }]
    ])
  })

  test('RC-3 also_viewed ranks by the page and the visit before it, and names the stronger', () => {
    const model = aModel([
      anItem(a, { viewed: aRow('c', 'd') }, [c, d]),
      anItem(b, { viewed: { ids: ['e', 'd', 'a'], weights: [100, 90, 80], scale: 0.01 } }, [e])
    ])
    // d gets 2.54 · e^-1 + 0.9, c 2.55 · e^-1, e 1: the step back weighs e^-1.
    expect(
      shelf({ strategy: 'also_viewed' }, aWorld(model, [viewed('a', 3)], { context: onPageOf('b') }))
    ).toEqual([
      ['d', { code: 'viewed_with', item: 'Title a' }],
      ['e', { code: 'viewed_with', item: 'Title b' }],
      ['c', { code: 'viewed_with', item: 'Title a' }]
    ])
    expect(idsOf({ strategy: 'also_viewed' }, aWorld(model))).toEqual([])
    const here = aWorld(model, [viewed('a', 1)], { context: onPageOf('b') })
    expect(idsOf({ strategy: 'also_viewed', exclude: [] }, here)).not.toContain('a')
    expect(idsOf({ strategy: 'also_viewed', itemId: 'a' }, aWorld(model))).toEqual(['c', 'd'])
  })

  test('RC-4 bought_together goes with the product here, and elsewhere with the whole cart alike', () => {
    const model = aModel([
      anItem(a, { bought: { ids: ['c', 'd'], weights: [100, 90], scale: 1 } }, [c, d]),
      anItem(b, { bought: { ids: ['d', 'a'], weights: [80, 70], scale: 1 } })
    ])
    const cart = [anEvent('add_to_cart', NOON, { items: lines('a', 'b') })]
    expect(shelf({ strategy: 'bought_together' }, aWorld(model, cart))).toEqual([
      ['d', { code: 'bought_with', item: 'Title a' }],
      ['c', { code: 'bought_with', item: 'Title a' }]
    ])
    expect(idsOf({ strategy: 'bought_together' }, aWorld(model, [], { context: onPageOf('b') }))).toEqual([
      'd',
      'a'
    ])
    expect(
      idsOf({ strategy: 'bought_together' }, aWorld(model, cart, { context: aContext({ cart: [] }) }))
    ).toEqual([])
  })

  test('RC-5 similar goes by the product here, else by the one looked at last', () => {
    const model = aModel([anItem(a, { similar: aRow('c', 'a', 'd') }, [c, d])])
    expect(shelf({ strategy: 'similar' }, aWorld(model, [], { context: onPageOf('a') }))).toEqual([
      ['c', { code: 'similar_to', item: 'Title a' }],
      ['d', { code: 'similar_to', item: 'Title a' }]
    ])
    expect(idsOf({ strategy: 'similar' }, aWorld(model, [viewed('b', 2), viewed('a', 1)]))).toEqual([
      'c',
      'd'
    ])
    expect(idsOf({ strategy: 'similar' }, aWorld(model))).toEqual([])
  })

  test.each([
    ['best_sellers', 'best_seller'],
    ['trending', 'trending']
  ] as const)('RC-6 %s shows the department’s list before the whole shop’s', (strategy, code) => {
    const model = aModel([], [aList(strategy, a, b, c), aList(`${strategy}~Giftware`, c, d)])
    expect(shelf({ strategy }, aWorld(model))).toEqual([a, b, c].map(({ id }) => [id, { code }]))
    expect(shelf({ strategy }, aWorld(model, [], { context: onPageOf('x') }))).toEqual([
      ['c', { code, value: 'Giftware' }],
      ['d', { code, value: 'Giftware' }],
      ['a', { code }],
      ['b', { code }]
    ])
  })

  test('RC-6 a request’s own category brings its lists, or where it has none leaves the page’s', () => {
    const lists = ['best_sellers', 'best_sellers~Giftware', 'best_sellers~Clothing']
    const [gift, worn, both] = [
      aCard('gift'),
      aCard('worn', { category: ['Clothing'] }),
      aCard('both', { category: ['Clothing', 'Gifts'] })
    ]
    const model = aModel(
      [],
      [aList('best_sellers~Giftware', gift, both), aList('best_sellers~Clothing', worn)],
      {
        manifest: { lists }
      }
    )
    const here = aWorld(model, [], { context: onPageOf('x') })
    expect(shelf({ strategy: 'best_sellers', category: 'Clothing' }, here)).toEqual([
      ['worn', { code: 'best_seller', value: 'Clothing' }]
    ])
    expect(shelf({ strategy: 'best_sellers', category: 'Gifts' }, here)).toEqual([
      ['both', { code: 'best_seller', value: 'Giftware' }]
    ])
  })

  test('RC-7 new_arrivals go by freshness, lifted by taste', () => {
    const fresh = (id: string, days: number, category: string) =>
      aCard(id, { since: NOON - days * DAY, category: [category] })
    const cards = [fresh('old', 60, 'Kitchen'), fresh('new', 0, 'Kitchen'), fresh('mine', 15, 'Lighting')]
    const model = aModel([], [aList('new_arrivals', ...cards, aCard('undated'))])
    expect(idsOf({ strategy: 'new_arrivals' }, aWorld(model))).toEqual(['new', 'mine', 'old', 'undated'])
    const fan = [anEvent('view_item', NOON - DAY, { items: [{ itemId: 'lamp', category: ['Lighting'] }] })]
    // 0.5 ^ 0.5 · (1 + 2 · 0.5) = 1.41, more than the newest's 1.
    expect(idsOf({ strategy: 'new_arrivals' }, aWorld(model, fan))).toEqual(['mine', 'new', 'old', 'undated'])
  })

  test('RC-8 for_you follows the visit, then what goes with own things, then best sellers to taste', () => {
    const lamp = aCard('lamp', { category: ['Giftware', 'Lighting'] })
    const model = aModel(
      [anItem(a, { viewed: aRow('b') }, [b]), anItem(c, { bought: aRow('d') }, [d])],
      [aList('best_sellers', aCard('other', { category: ['Clothing'] }), lamp)]
    )
    const owner = anEvent('purchase', NOON - DAY, {
      items: [{ itemId: 'c', category: ['Giftware', 'Lighting'], brand: 'Acme' }]
    })
    expect(shelf({ strategy: 'for_you' }, aWorld(model, [viewed('a', 1), owner]))).toEqual([
      ['b', { code: 'viewed_with', item: 'Title a' }],
      ['d', { code: 'bought_with', item: 'Title c' }],
      ['lamp', { code: 'your_taste', value: 'Lighting' }]
    ])
    expect(shelf({ strategy: 'for_you' }, aWorld(model))).toEqual([])
  })

  test('RC-8 for_you goes by what resembles the visit and goes with it where nobody has looked yet', () => {
    const model = aModel(
      [anItem(a, { similar: aRow('b', 'c'), bought: aRow('d', 'c') }, [b, c, d])],
      [aList('best_sellers', aCard('other', { category: ['Clothing'] }))]
    )
    expect(shelf({ strategy: 'for_you', diversity: 0 }, aWorld(model, [viewed('a', 1)]))).toEqual([
      ['c', { code: 'similar_to', item: 'Title a' }],
      ['b', { code: 'similar_to', item: 'Title a' }],
      ['d', { code: 'bought_with', item: 'Title a' }]
    ])
  })

  test('RC-8 for_you begins a visit from what was looked at before it, and adds up what speaks for a product', () => {
    const model = aModel(
      [anItem(a, { viewed: aRow('b', 'd') }, [b, d]), anItem(c, { bought: aRow('d') })],
      [aList('best_sellers', b)]
    )
    const yesterday = [viewed('a', 1500), bought(9, 'c')]
    expect(shelf({ strategy: 'for_you' }, aWorld(model, yesterday))).toEqual([
      ['d', { code: 'viewed_with', item: 'Title a' }],
      ['b', { code: 'viewed_with', item: 'Title a' }]
    ])
  })

  test('RC-8 a best seller of the department and of the shop counts once', () => {
    const model = aModel([], [aList('best_sellers~Giftware', a, b, c), aList('best_sellers', c, a)])
    const fan = anEvent('view_item', NOON - 3 * DAY, { items: [{ itemId: 'z', category: ['Giftware'] }] })
    const context = onPageOf('x')
    expect(idsOf({ strategy: 'for_you' }, aWorld(model, [fan], { context }))).toEqual(['a', 'b', 'c'])
  })

  test('RC-8 a taste is told by the deepest category, else by brand or look, never by a price band', () => {
    const cards = [
      aCard('brand', { category: [], brand: 'Acme' }),
      aCard('price', { category: [], price: 100 }),
      aCard('none', { category: [], price: 9000 })
    ]
    const model = aModel([], [aList('best_sellers', ...cards)], { manifest: { priceBands: [500] } })
    const fan = anEvent('add_to_cart', NOON - DAY, { items: [{ itemId: 'z', brand: 'Acme', price: 100 }] })
    expect(shelf({ strategy: 'for_you' }, aWorld(model, [fan]))).toEqual([
      ['brand', { code: 'your_taste', value: 'Acme' }],
      ['price', { code: 'your_taste' }]
    ])
  })

  test('RC-9 buy_again shows what is due by the own rhythm, then what is coming up, then the rest', () => {
    const model = aModel([anItem(a), anItem(b), anItem(c), anItem(d), anItem(e)])
    const orders: readonly ShopEvent[] = [
      ...[bought(28, 'a'), bought(18, 'a'), bought(9, 'a')],
      ...[bought(60, 'b'), bought(50, 'b')],
      ...[bought(31, 'c'), bought(1.1, 'c')],
      ...[bought(2.1, 'd'), bought(2.11, 'e'), bought(2.12, 'e')]
    ]
    expect(shelf({ strategy: 'buy_again' }, aWorld(model, orders))).toEqual([
      ['a', { code: 'bought_before', value: '3' }],
      ['e', { code: 'bought_before', value: '2' }],
      ['b', { code: 'bought_before', value: '2' }],
      ['c', { code: 'bought_before', value: '2' }],
      ['d', { code: 'bought_before', value: '1' }]
    ])
  })
})
