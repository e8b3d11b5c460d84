import type { EventItem, EventType, ShopEvent } from '@vitrine/protocol'
import { expect, test } from 'vitest'
import { anEvent, DAY, NOON } from '../../testing/anEvent.ts'
import { aManifest } from '../../testing/aShop.ts'
import { foldProfile } from './foldProfile.ts'

const lamp: EventItem = {
  itemId: 'lamp',
  category: ['Giftware', 'Lighting'],
  brand: 'Acme',
  color: 'Red',
  material: 'Tin',
  size: 'M',
  price: 1500
}
const on = (type: EventType, daysAgo: number, item: EventItem = lamp) =>
  anEvent(type, NOON - daysAgo * DAY, { items: [item] })

function tastes(events: readonly ShopEvent[], sensitiveCategories?: readonly string[]) {
  const manifest = aManifest({ priceBands: [1000, 2000] })
  return foldProfile(events, { now: NOON, manifest, sensitiveCategories }).affinities
}

test('PF-9 a taste halves every fortnight, and its share is its part of the kind', () => {
  const mug = { ...lamp, itemId: 'mug', category: ['Giftware', 'Kitchen'], brand: 'Bold' }
  const { category, brand, color, material, priceBand } = tastes([
    on('view_item', 14),
    on('add_to_cart', 28, mug)
  ])
  expect(category).toEqual([
    { value: 'Giftware', score: 1.5, share: 0.5 },
    { value: 'Kitchen', score: 1, share: 1 / 3 },
    { value: 'Lighting', score: 0.5, share: 1 / 6 }
  ])
  expect(brand.map(({ value, score }) => [value, score])).toEqual([
    ['Bold', 1],
    ['Acme', 0.5]
  ])
  expect([color, material, priceBand].map(([first]) => [first?.value, first?.score])).toEqual([
    ['Red', 1.5],
    ['Tin', 1.5],
    ['1', 1.5]
  ])
})

test.each([
  ['view_item', 1],
  ['select_item', 0.5],
  ['compare', 1],
  ['read_reviews', 1],
  ['add_to_wishlist', 3],
  ['add_to_cart', 4],
  ['join_waitlist', 4],
  ['purchase', 8]
] as const)('PF-9 %s weighs %d', (type, weight) => {
  expect(tastes([on(type, 0)]).brand).toEqual([{ value: 'Acme', score: weight, share: 1 }])
})

test.each([
  ['remove_from_cart', 2],
  ['dislike', 0]
] as const)('PF-9 %s leaves %d of a cart', (type, left) => {
  const { brand } = tastes([on('add_to_cart', 0), on(type, 0)])
  expect(brand).toEqual(left === 0 ? [] : [{ value: 'Acme', score: left, share: 1 }])
})

test('PF-9 an undone dislike and a login say nothing; a returned purchase still says a little', () => {
  expect(tastes([on('add_to_cart', 0), on('dislike', 0), on('undo_dislike', 0)]).brand).toMatchObject([
    { score: 4 }
  ])
  expect(tastes([on('login', 0)]).brand).toEqual([])
  const bought = { ...on('purchase', 0), transactionId: 'T' }
  expect(tastes([bought, { ...on('refund', 0), transactionId: 'T' }]).brand).toMatchObject([{ score: 2 }])
})

test('PF-9 a purchase told by page and books is one liking', () => {
  const page = { ...on('purchase', 0), transactionId: 'T' }
  const books = { ...page, id: 'other', source: 'import' } as const
  expect(tastes([page, books]).brand).toMatchObject([{ score: 8 }])
})

test('PF-9 equal tastes stand by name, and twenty of a kind are kept with shares of all', () => {
  const views = Array.from({ length: 25 }, (_, n) => on('view_item', 0, { itemId: 'x', brand: `b${10 + n}` }))
  const { brand } = tastes(views.map((view, n) => ({ ...view, id: `${n}` })))
  expect(brand.map(({ value }) => value)).toEqual(Array.from({ length: 20 }, (_, n) => `b${10 + n}`))
  expect(brand[0]?.share).toBe(1 / 25)
})

test('PF-10 the size is learned from what was chosen, never from a page', () => {
  expect(tastes([on('view_item', 0), on('select_item', 0)]).size).toEqual([])
  expect(tastes([on('add_to_cart', 0)]).size).toMatchObject([{ value: 'M', score: 4 }])
  const returned = [
    { ...on('purchase', 1), transactionId: 'T' },
    { ...on('refund', 0), transactionId: 'T' }
  ]
  expect(tastes(returned).size).toEqual([])
})

test('PF-11 a product of a sensitive category leaves no taste of any kind', () => {
  const events = [
    on('view_item', 0),
    on('purchase', 0),
    on('add_to_cart', 0, { itemId: 'mug', brand: 'Bold' })
  ]
  const { category, brand, size, color } = tastes(events, ['lighting'])
  expect([category, size, color]).toEqual([[], [], []])
  expect(brand.map(({ value }) => value)).toEqual(['Bold'])
})
