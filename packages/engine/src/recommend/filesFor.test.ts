import { STRATEGIES, type Strategy } from '@vitrine/protocol'
import { expect, test } from 'vitest'
import { anEvent, DAY, lines, MINUTE, NOON } from '../../testing/anEvent.ts'
import { aCard, aContext, aList, aManifest, aModel, anItem, onPageOf } from '../../testing/aShop.ts'
import { foldProfile } from '../profile/foldProfile.ts'
import { filesFor } from './filesFor.ts'

const events = [
  anEvent('purchase', NOON - 9 * DAY, { items: lines('own') }),
  ...['v1', 'v2', 'v1', 'v3'].map((id, at) =>
    anEvent('view_item', NOON - (9 - at) * MINUTE, { items: lines(id) })
  ),
  anEvent('add_to_cart', NOON, { items: lines('carted') })
]
const profile = foldProfile(events, { now: NOON })
const manifest = aManifest({ scoring: { viewed: { steps: 3, recency: 1 } } })
const files = (strategy: Strategy, context = aContext()) =>
  filesFor([{ strategy }], { profile, context, manifest })

test.each<[Strategy, readonly string[], readonly string[]]>([
  ['recently_viewed', ['v3', 'v1', 'v2'], []],
  ['also_viewed', ['v2', 'v1', 'v3'], []],
  ['bought_together', ['carted'], []],
  ['similar', ['v3'], []],
  ['trending', [], ['trending']],
  ['best_sellers', [], ['best_sellers']],
  ['new_arrivals', [], ['new_arrivals']],
  ['for_you', ['v2', 'v1', 'v3', 'own'], ['best_sellers']],
  ['buy_again', ['own'], []]
])('RC-19 %s needs the files %j and the lists %j', (strategy, items, lists) => {
  expect(files(strategy)).toEqual({ items, lists })
})

test('RC-19 a product page adds its own file and its department’s lists, of those there are', () => {
  expect(files('also_viewed', onPageOf('here')).items).toEqual(['v1', 'v3', 'here'])
  expect(files('bought_together', onPageOf('here')).items).toEqual(['here'])
  expect(files('best_sellers', onPageOf('here')).lists).toEqual(['best_sellers', 'best_sellers~Giftware'])
  expect(files('trending', onPageOf('here')).lists).toEqual(['trending'])
})

test('RC-19 twice as many files as places are needed, the viewed by time and the bought by what is due', () => {
  const buy = (daysAgo: number, id: string) =>
    anEvent('purchase', NOON - daysAgo * DAY, { items: lines(id), transactionId: `${id}${daysAgo}` })
  const owner = foldProfile([...events, buy(20, 'due'), buy(10, 'due'), buy(2, 'new')], { now: NOON })
  const world = { profile: owner, context: aContext(), manifest }
  expect(filesFor([{ strategy: 'buy_again', limit: 1 }], world).items).toEqual(['due', 'new'])
  expect(filesFor([{ strategy: 'recently_viewed', limit: 1 }], world).items).toEqual(['v3', 'v1'])
})

test('RC-19 several requests need each file once, and the pinned products too', () => {
  const rules = [
    { id: 'p', do: 'pin', items: ['pinned', 'v3'] },
    { id: 'b', do: 'boost', items: ['boosted'] },
    { id: 'c', do: 'pin', category: 'Lighting' }
  ] as const
  const world = {
    profile,
    context: aContext(),
    manifest,
    rules: rules.map(one => ({ ...one, items: [...('items' in one ? one.items : [])] }))
  }
  expect(filesFor([{ strategy: ['similar', 'recently_viewed'] }, { strategy: 'similar' }], world)).toEqual({
    items: ['v3', 'v1', 'v2', 'pinned'],
    lists: []
  })
  expect(filesFor([], world)).toEqual({ items: [], lists: [] })
})

test('RC-20 with an empty profile nothing but the page has a say', () => {
  const nobody = foldProfile([], { now: 0 })
  const all = STRATEGIES.map(strategy => ({ strategy }))
  expect(filesFor(all, { profile: nobody, context: onPageOf('here'), manifest })).toEqual({
    items: ['here'],
    lists: ['trending', 'best_sellers', 'best_sellers~Giftware', 'new_arrivals']
  })
  const together = [{ strategy: 'bought_together' }] as const
  expect(filesFor([...together], { profile: nobody, context: aContext(), manifest }).items).toEqual([])
})

test('RC-21 a model puts its files together, and a product’s own file has the last word about its card', () => {
  const old = aCard('a', { price: 1 })
  const model = aModel(
    [anItem(aCard('a', { price: 2 })), anItem(aCard('b'), {}, [old])],
    [aList('trending', old)]
  )
  expect([...model.cards.values()].map(({ id, price }) => [id, price])).toEqual([
    ['a', 2],
    ['b', 1000]
  ])
  expect([[...model.items.keys()], [...model.lists.keys()]]).toEqual([['a', 'b'], ['trending']])
})
