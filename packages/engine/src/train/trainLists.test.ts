import type { Card } from '@vitrine/protocol'
import { expect, test } from 'vitest'
import { figuresOf, orderGapDays, rfmBorders } from './customerFigures.ts'
import type { Occasion } from './popularity.ts'
import { priceBands } from './priceBands.ts'
import { trainLists } from './trainLists.ts'
import type { TrainProduct } from './trainProduct.ts'

const NOW = Date.UTC(2026, 10, 21)
const DAY_MS = 86_400_000

function product(id: string, card: Partial<Card> = {}): TrainProduct {
  const rest = {
    title: id,
    link: `/p/${id}`,
    price: 100,
    category: ['Gifts'],
    availability: 'in_stock' as const
  }
  return { card: { id, ...rest, ...card }, words: id }
}

function occasions(id: string, days: number, times: number): Occasion[] {
  return Array.from({ length: times }, () => ({ items: [id], at: NOW - days * DAY_MS }))
}

function listsOf(
  products: readonly TrainProduct[],
  orders: readonly Occasion[],
  visits: readonly Occasion[] = []
) {
  const lists = trainLists({ products, orders, visits, now: NOW })
  return new Map(lists.map(({ name, cards, scores }) => [name, { ids: cards.map(({ id }) => id), scores }]))
}

test('TR-20 best sellers count half as much for each month', () => {
  const orders = [...occasions('old', 60, 7), ...occasions('new', 0, 2), ...occasions('later', -1, 9)]
  const found = listsOf([product('old'), product('new'), product('later')], orders).get('best_sellers')
  expect(found).toEqual({ ids: ['new', 'old'], scores: [1, 0.875] })
})

test('TR-20 a shop without orders counts visits', () => {
  const visits = [...occasions('a', 1, 2), ...occasions('b', 1, 3)]
  expect(listsOf([product('a'), product('b')], [], visits).get('best_sellers')?.ids).toEqual(['b', 'a'])
  expect(
    listsOf([product('a'), product('b')], occasions('a', 1, 1), visits).get('best_sellers')?.ids
  ).toEqual(['a'])
})

test('TR-21 growth trends, small numbers do not win, and what the whole shop does is no trend', () => {
  const products = ['steady', 'rising', 'lucky', 'fading'].map(id => product(id))
  const orders = [
    ...occasions('steady', 30, 400),
    ...occasions('steady', 3, 200),
    ...occasions('rising', 30, 40),
    ...occasions('rising', 3, 90),
    ...occasions('lucky', 30, 1),
    ...occasions('lucky', 3, 3),
    ...occasions('fading', 30, 159),
    ...occasions('fading', 3, 7)
  ]
  expect(listsOf(products, orders).get('trending')?.ids).toEqual(['rising', 'lucky'])
})

test('TR-21 a source without weeks before has no trend', () => {
  expect(listsOf([product('a')], occasions('a', 3, 50)).get('trending')).toBeUndefined()
})

test('TR-22 new arrivals come newest first; a product of no known age or of tomorrow is none', () => {
  const products = [
    product('old', { since: NOW - 30 * DAY_MS }),
    { ...product('new', { since: 5 }), since: NOW },
    product('ageless'),
    product('tomorrow', { since: NOW + 1 })
  ]
  expect(listsOf(products, []).get('new_arrivals')).toEqual({ ids: ['new', 'old'], scores: [1, 0.5] })
})

test('TR-23 each department has its lists, of what can be bought, at most fifty', () => {
  const products = [
    product('gift'),
    product('sold out', { availability: 'out_of_stock' }),
    product('shoe', { category: ['Shoes', 'Boots'] }),
    product('loose', { category: [] }),
    ...Array.from({ length: 60 }, (_, at) => product(`gift${at}`))
  ]
  const orders = products.flatMap(({ card }, at) => occasions(card.id, 1, at === 0 ? 3 : 1))
  const lists = listsOf(products, orders)
  expect([...lists.keys()]).toEqual(['best_sellers', 'best_sellers~Gifts', 'best_sellers~Shoes'])
  expect(lists.get('best_sellers~Shoes')?.ids).toEqual(['shoe'])
  expect(lists.get('best_sellers')?.ids).toHaveLength(50)
  expect(lists.get('best_sellers')?.ids[0]).toBe('gift')
  expect(lists.get('best_sellers~Gifts')?.ids).not.toContain('sold out')
  expect(lists.get('best_sellers')?.scores.slice(0, 2)).toEqual([1, 0.3333])
})

test('TR-23 departments of one size stand by name', () => {
  const products = [product('b', { category: ['B'] }), product('a', { category: ['A'] })]
  const orders = [...occasions('a', 1, 1), ...occasions('b', 1, 1)]
  expect([...listsOf(products, orders).keys()].slice(1)).toEqual(['best_sellers~A', 'best_sellers~B'])
})

test('TR-24 customers in three numbers, in fifths, from twenty-five on', () => {
  const baskets = Array.from({ length: 30 }, (_, at) => ({
    items: ['a'],
    at: NOW - at * DAY_MS,
    customer: `c${at % 26}`,
    value: 100
  }))
  const figures = figuresOf(
    [...baskets, { items: ['a'], at: NOW }, { items: ['a'], at: NOW + 1, customer: 'x' }],
    NOW
  )
  expect(figures).toHaveLength(26)
  expect(figures[0]).toEqual({ recencyDays: 0, orders: 2, monetary: 200 })
  expect(figures[25]).toEqual({ recencyDays: 25, orders: 1, monetary: 100 })
  expect(rfmBorders(figures)).toEqual({
    recencyDays: [5, 10, 15, 20],
    frequency: [1, 1, 1, 1],
    monetary: [100, 100, 100, 100]
  })
  expect(rfmBorders(figures.slice(0, 24))).toBeUndefined()
  expect(figuresOf([{ items: ['a'], at: NOW, customer: 'x' }], NOW)).toEqual([
    { recencyDays: 0, orders: 1, monetary: 0 }
  ])
})

test('TR-24 the order gap is the median, orders within a day being one', () => {
  const order = (customer: string, days: number) => ({ items: ['a'], at: NOW - days * DAY_MS, customer })
  const baskets = [
    order('ann', 0),
    order('ann', 10),
    order('ann', 10.4),
    order('bob', 5),
    order('bob', 25),
    order('cat', 1)
  ]
  expect(orderGapDays(baskets, NOW)).toBe(15)
  expect(orderGapDays([order('cat', 1)], NOW)).toBeUndefined()
})

test('TR-25 price bands are fifths, each border once', () => {
  const cards = [100, 200, 300, 400, 500, 600].map((price, at) => product(`p${at}`, { price }).card)
  expect(priceBands(cards)).toEqual([200, 300, 400, 500])
  expect(priceBands(cards.map(card => ({ ...card, price: 7 })))).toEqual([7])
  expect(priceBands([])).toEqual([])
})
