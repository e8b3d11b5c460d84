import type { MerchandisingRule, RecommendRequest } from '@vitrine/protocol'
import { describe, expect, test } from 'vitest'
import { anEvent, DAY, HOUR, lines, NOON } from '../../testing/anEvent.ts'
import { aCard, aContext, aList, aModel, anItem, aRow, aWorld, onPageOf } from '../../testing/aShop.ts'
import { recommend } from './recommend.ts'
import type { RecommendWorld } from './world.ts'

const cards = ['a', 'b', 'c', 'd', 'e', 'f'].map(id => aCard(id))
const best = aModel([], [aList('best_sellers', ...cards)])
const BEST = { strategy: 'best_sellers', diversity: 0 } as const
const rule = (fields: Partial<MerchandisingRule> & Pick<MerchandisingRule, 'do'>) => ({ id: 'r', ...fields })

function idsOf(request: RecommendRequest, world: RecommendWorld): readonly string[] {
  return recommend(request, world).items.map(({ card }) => card.id)
}
/** Best sellers under these rules. */
const ruled = (...rules: readonly MerchandisingRule[]) =>
  idsOf(BEST, aWorld(best, [], { rules, placement: 'hero' }))

describe('what can be bought', () => {
  const shirt = aCard('shirt', {
    variants: [
      { id: 's', size: 'S', ok: false },
      { id: 'm', size: 'M', ok: true }
    ]
  })
  const gone = aCard('shirt', {
    availability: 'out_of_stock',
    variants: [
      { id: 's', ok: false },
      { id: 'm', ok: false }
    ]
  })
  test.each([
    [aCard('x'), {}, true],
    [aCard('x', { availability: 'out_of_stock' }), {}, false],
    [aCard('x', { availability: 'in_store_only' }), {}, false],
    [aCard('x', { availability: 'backorder' }), {}, true],
    [aCard('x'), { x: false }, false],
    [aCard('x', { availability: 'out_of_stock' }), { x: true }, true],
    [shirt, {}, true],
    [shirt, { m: false }, false],
    [shirt, { m: false, s: true }, true],
    [shirt, { shirt: false, s: true }, false],
    [shirt, { shirt: true, m: false }, false],
    [gone, {}, false],
    [gone, { shirt: true, s: true }, true],
    [{ ...shirt, availability: 'discontinued' as const }, {}, false],
    [aCard('x', { variants: [] }), {}, true],
    [aCard('toString', { availability: 'out_of_stock' }), {}, false]
  ])('RC-10 %j with %j can be bought: %s', (card, availability, can) => {
    const world = aWorld(aModel([], [aList('best_sellers', card)], { availability: { ...availability } }))
    expect(idsOf(BEST, world)).toEqual(can ? [card.id] : [])
  })

  test('RC-10 what cannot be bought is not shown, unless the request allows it', () => {
    const model = aModel([], [aList('best_sellers', ...cards)], { availability: { a: false, c: false } })
    expect(idsOf({ ...BEST, limit: 3 }, aWorld(model))).toEqual(['b', 'd', 'e'])
    expect(idsOf({ ...BEST, limit: 3, allowOutOfStock: true }, aWorld(model))).toEqual(['a', 'b', 'c'])
  })

  test('RC-11 what is gone in the shopper’s own size comes last, and an unknown size holds nothing back', () => {
    const size = (id: string, ok: boolean) =>
      aCard(id, {
        variants: [
          { id: `${id}-m`, size: 'M', ok },
          { id: `${id}-l`, size: 'L', ok: true }
        ]
      })
    const model = aModel([], [aList('best_sellers', size('gone', false), size('there', true), aCard('mug'))])
    const chose = anEvent('add_to_cart', NOON - DAY, { items: [{ itemId: 'z', size: 'M' }] })
    expect(idsOf(BEST, aWorld(model))).toEqual(['gone', 'there', 'mug'])
    expect(idsOf(BEST, aWorld(model, [chose]))).toEqual(['there', 'mug', 'gone'])
    const present = { ...chose, id: 'present', items: [{ itemId: 'z', size: 'L', quantity: 1 }] }
    const own = Array.from({ length: 5 }, (_, n) => ({ ...present, id: `own${n}` }))
    expect(idsOf(BEST, aWorld(model, [chose, ...own]))[0]).toBe('gone')
  })
})

describe('what is left out', () => {
  const seen = anEvent('view_item', NOON - 23 * HOUR, { items: lines('b') })
  const long = anEvent('view_item', NOON - 25 * HOUR, { items: lines('c') })
  const carted = anEvent('add_to_cart', NOON - DAY, { items: lines('d') })
  const owned = anEvent('purchase', NOON - DAY, { items: lines('e') })
  const world = aWorld(best, [seen, long, carted, owned], { context: onPageOf('a') })

  test('RC-12 by default the product here, the cart, and what was seen in the last day', () => {
    expect(idsOf(BEST, world)).toEqual(['c', 'e', 'f'])
  })

  test.each([
    [[], ['a', 'b', 'c', 'd', 'e', 'f']],
    [['current'], ['b', 'c', 'd', 'e', 'f']],
    [['cart'], ['a', 'b', 'c', 'e', 'f']],
    [['seen'], ['a', 'c', 'd', 'e', 'f']],
    [['bought'], ['a', 'b', 'c', 'd', 'f']]
  ] as const)('RC-12 leaving out %j leaves %j', (exclude, left) => {
    expect(idsOf({ ...BEST, exclude: [...exclude] }, world)).toEqual(left)
  })

  test('RC-12 always what is disliked and what stands on the page already', () => {
    const disliked = anEvent('dislike', NOON, { items: lines('a') })
    const context = aContext({ shownIds: ['b'] })
    expect(idsOf({ ...BEST, exclude: [] }, aWorld(best, [disliked], { context }))).toEqual([
      'c',
      'd',
      'e',
      'f'
    ])
  })

  test('RC-12 a category asks for products that have it at any level', () => {
    const model = aModel(
      [],
      [aList('best_sellers', aCard('a'), aCard('b', { category: ['Giftware', 'Lighting'] }))]
    )
    expect(idsOf({ ...BEST, category: 'Lighting' }, aWorld(model))).toEqual(['b'])
  })
})

describe('the shelf', () => {
  test('RC-13 holds at most the limit, twelve by default, and nothing rather than too little', () => {
    const many = aModel([], [aList('best_sellers', ...Array.from({ length: 30 }, (_, n) => aCard(`p${n}`)))])
    expect(idsOf(BEST, aWorld(many))).toHaveLength(12)
    expect(idsOf({ ...BEST, limit: 3 }, aWorld(many))).toHaveLength(3)
    expect(idsOf({ ...BEST, minItems: 6 }, aWorld(best))).toHaveLength(6)
    expect(recommend({ ...BEST, minItems: 7 }, aWorld(best))).toMatchObject({ items: [], fallback: false })
  })

  test('RC-14 the next strategy fills what the first left free, and it is said', () => {
    const model = aModel([anItem(aCard('x'), { viewed: aRow('c') })], [aList('best_sellers', ...cards)])
    const world = aWorld(model, [], { context: onPageOf('x') })
    const request = {
      strategy: ['also_viewed', 'best_sellers', 'also_viewed'],
      diversity: 0,
      limit: 3
    } as const
    const answer = recommend({ ...request, strategy: [...request.strategy] }, world)
    expect(answer.items.map(({ card, strategy }) => [card.id, strategy])).toEqual([
      ['c', 'also_viewed'],
      ['a', 'best_sellers'],
      ['b', 'best_sellers']
    ])
    expect(answer.fallback).toBe(true)
    expect(idsOf({ ...request, strategy: [...request.strategy], limit: 12 }, world)).toEqual([
      'c',
      'a',
      'b',
      'd',
      'e',
      'f'
    ])
    expect(recommend({ ...request, strategy: [...request.strategy], limit: 1 }, world).fallback).toBe(false)
  })

  test('RC-15 equal scores stand by id', () => {
    const list = { ...aList('best_sellers', ...[...cards].reverse()), scores: cards.map(() => 0.5) }
    expect(idsOf(BEST, aWorld(aModel([], [list])))).toEqual(['a', 'b', 'c', 'd', 'e', 'f'])
  })

  test('RC-15 the same question at the same moment has the same name, another has another', () => {
    const name = (fields: Partial<RecommendWorld> = {}, request: Partial<RecommendRequest> = {}) =>
      recommend({ ...BEST, ...request }, aWorld(best, [], fields)).resultId
    expect(name()).toBe(name())
    expect(name()).toMatch(/^[0-9a-f]{16}$/)
    const names = [
      name(),
      name({ now: NOON + 1 }),
      name({ seed: 'x' }),
      name({ placement: 'p' }),
      name({}, { itemId: 'a' })
    ]
    expect(new Set(names).size).toBe(5)
  })

  test('RC-16 variety keeps the best first and puts something else before more of the same', () => {
    const lamps = ['l1', 'l2', 'l3'].map(id =>
      aCard(id, { title: 'Red desk lamp', color: 'Red', category: ['Giftware', 'Lighting'] })
    )
    const mug = aCard('mug', { title: 'Blue mug', color: 'Blue', category: ['Kitchen'] })
    const model = aModel([], [aList('best_sellers', ...lamps, mug)])
    expect(idsOf({ ...BEST, limit: 2 }, aWorld(model))).toEqual(['l1', 'l2'])
    expect(idsOf({ ...BEST, limit: 2, diversity: 0.5 }, aWorld(model))).toEqual(['l1', 'mug'])
    expect(idsOf({ ...BEST, diversity: 1 }, aWorld(model))).toEqual(['l1', 'mug', 'l2', 'l3'])
  })

  test('RC-16 a strategy that fills in looks at what stands there already', () => {
    const lamp = aCard('lamp', { title: 'Red desk lamp', category: ['Lighting'] })
    const model = aModel(
      [anItem(aCard('x'), { viewed: aRow('lamp') }, [lamp])],
      [aList('best_sellers', { ...lamp, id: 'twin' }, aCard('mug', { title: 'Mug', category: [] }))]
    )
    const request = { strategy: ['also_viewed', 'best_sellers'], limit: 2, diversity: 0.6 } as const
    const world = aWorld(model, [], { context: onPageOf('x') })
    expect(idsOf({ ...request, strategy: [...request.strategy] }, world)).toEqual(['lamp', 'mug'])
  })
})

describe('the merchant', () => {
  test('RC-17 excludes, boosts and buries by product or category, before whatever the model says', () => {
    expect(ruled(rule({ do: 'exclude', items: ['a', 'c'] }))).toEqual(['b', 'd', 'e', 'f'])
    expect(ruled(rule({ do: 'boost', items: ['f', 'e'] }))).toEqual(['e', 'f', 'a', 'b', 'c', 'd'])
    expect(ruled(rule({ do: 'bury', items: ['a'] }))).toEqual(['b', 'c', 'd', 'e', 'f', 'a'])
    expect(ruled(rule({ do: 'exclude', category: 'Giftware' }))).toEqual([])
    expect(ruled(rule({ do: 'bury', items: ['a'] }), rule({ do: 'boost', items: ['a', 'f'] }))).toEqual([
      'f',
      'b',
      'c',
      'd',
      'e',
      'a'
    ])
    expect(ruled(rule({ do: 'exclude' }))).toHaveLength(6)
  })

  test('RC-17 a buried product stands behind what another strategy fills in', () => {
    const model = aModel([anItem(aCard('x'), { viewed: aRow('c', 'd') })], [aList('best_sellers', ...cards)])
    const rules = [rule({ do: 'bury', items: ['c'] })]
    const world = aWorld(model, [], { context: onPageOf('x'), rules })
    const request: RecommendRequest = { strategy: ['also_viewed', 'best_sellers'], limit: 3, diversity: 0 }
    expect(idsOf(request, world)).toEqual(['d', 'a', 'b'])
    expect(idsOf({ ...request, limit: 12 }, world).at(-1)).toBe('c')
  })

  test('RC-17 a rule holds in its placements and its time', () => {
    const exclude = (fields: Partial<MerchandisingRule>) =>
      ruled(rule({ do: 'exclude', items: ['a'], ...fields }))[0]
    expect(exclude({ placements: ['hero'] })).toBe('b')
    expect(exclude({ placements: ['other'] })).toBe('a')
    expect(exclude({ schedule: { from: NOON } })).toBe('b')
    expect(exclude({ schedule: { from: NOON + 1 } })).toBe('a')
    const nowhere = aWorld(best, [], { rules: [rule({ do: 'exclude', items: ['a'], placements: ['hero'] })] })
    expect(idsOf(BEST, nowhere)[0]).toBe('a')
  })

  test('RC-18 pins stand at their places and the rest flows around them', () => {
    expect(ruled(rule({ do: 'pin', items: ['f', 'e'] }))).toEqual(['f', 'e', 'a', 'b', 'c', 'd'])
    expect(ruled(rule({ do: 'pin', items: ['f'], position: 2 }))).toEqual(['a', 'b', 'f', 'c', 'd', 'e'])
    expect(ruled(rule({ do: 'pin', items: ['a'], position: 40 }))).toEqual(['b', 'c', 'd', 'e', 'f', 'a'])
    expect(
      ruled(rule({ do: 'pin', items: ['c'], position: 1 }), rule({ do: 'pin', items: ['d'], position: 0 }))
    ).toEqual(['d', 'c', 'a', 'b', 'e', 'f'])
    const twoPins = [
      rule({ do: 'pin', items: ['f'], position: 1 }),
      rule({ do: 'pin', items: ['f', 'e'], position: 9 })
    ]
    expect(idsOf({ ...BEST, limit: 2 }, aWorld(best, [], { rules: twoPins }))).toEqual(['f', 'e'])
  })

  test('RC-18 a pinned category is its strongest product', () => {
    const lamps = ['l2', 'l1'].map(id => aCard(id, { category: ['Lighting'] }))
    const list = { ...aList('best_sellers', ...cards, ...lamps), scores: [...cards.map(() => 0.9), 0.5, 0.5] }
    const rules = [
      rule({ do: 'pin', category: 'Lighting' }),
      rule({ do: 'pin', category: 'Nothing', items: ['f'] })
    ]
    expect(idsOf({ ...BEST, limit: 3 }, aWorld(aModel([], [list]), [], { rules }))).toEqual(['l1', 'f', 'a'])
  })

  test('RC-18 a pin needs no model behind it, and says that it is one', () => {
    const model = aModel([anItem(aCard('x')), anItem(aCard('y'))])
    const world = aWorld(model, [], { rules: [rule({ do: 'pin', items: ['x', 'unknown'] })] })
    expect(recommend(BEST, world).items).toMatchObject([{ card: { id: 'x' }, reason: { code: 'pinned' } }])
  })

  test('RC-18 what was seen or bought stays pinned; what is here, carted, disliked, excluded or sold out does not', () => {
    const pin = rule({ do: 'pin', items: ['f'] })
    const first = (
      fields: Partial<RecommendWorld>,
      type?: 'view_item' | 'purchase' | 'add_to_cart' | 'dislike'
    ) => {
      const events = type ? [anEvent(type, NOON - HOUR, { items: lines('f') })] : []
      return idsOf({ ...BEST, limit: 1 }, aWorld(best, events, { rules: [pin], ...fields }))[0]
    }
    expect([first({}), first({}, 'view_item'), first({}, 'purchase')]).toEqual(['f', 'f', 'f'])
    expect([first({}, 'add_to_cart'), first({}, 'dislike')]).toEqual(['a', 'a'])
    expect(first({ context: onPageOf('f') })).toBe('a')
    expect(first({ rules: [pin, rule({ do: 'exclude', items: ['f'] })] })).toBe('a')
    expect(
      first({ model: aModel([], [aList('best_sellers', ...cards)], { availability: { f: false } }) })
    ).toBe('a')
  })
})
