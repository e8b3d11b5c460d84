import type { EventItem, EventType } from '@vitrine/protocol'
import { expect, test } from 'vitest'
import { anEvent, lines, MINUTE, NOON } from '../../testing/anEvent.ts'
import { foldProfile } from './foldProfile.ts'

type Step = readonly [type: EventType, items?: readonly EventItem[]]

/** The cart after these steps, a minute each. */
function cartAfter(...steps: readonly Step[]) {
  const events = steps.map(([type, items], at) => anEvent(type, NOON + at * MINUTE, items && { items }))
  return foldProfile(events, { now: NOON + steps.length * MINUTE }).cart
}

test('PF-5 what is put in is in, by variant, with its product, quantity and price', () => {
  const shirt = { itemId: 'shirt-m', itemGroupId: 'shirt', price: 1250, quantity: 2 }
  expect(
    cartAfter(['add_to_cart', [shirt]], ['add_to_cart', lines('mug')], ['add_to_cart', lines('shirt-m')])
  ).toEqual([
    { id: 'shirt-m', itemId: 'shirt-m', quantity: 3, at: NOON + 2 * MINUTE, price: 1250 },
    { id: 'mug', itemId: 'mug', quantity: 1, at: NOON + MINUTE }
  ])
})

test('PF-5 what is taken out is out, and no line goes below nothing', () => {
  const mugs = [{ itemId: 'mug', quantity: 3 }]
  expect(cartAfter(['add_to_cart', mugs], ['remove_from_cart', lines('mug')])).toMatchObject([
    { quantity: 2, at: NOON }
  ])
  expect(cartAfter(['add_to_cart', mugs], ['remove_from_cart', [{ itemId: 'mug', quantity: 9 }]])).toEqual([])
  expect(cartAfter(['remove_from_cart', mugs], ['add_to_cart'], ['remove_from_cart'])).toEqual([])
})

test('PF-5 a cart page that names its items is the truth, and keeps when they were put in', () => {
  const seen = [{ itemId: 'mug', quantity: 5 }, { itemId: 'tea' }]
  expect(cartAfter(['add_to_cart', lines('mug', 'jug')], ['view_cart', seen])).toMatchObject([
    { id: 'mug', quantity: 5, at: NOON },
    { id: 'tea', quantity: 1, at: NOON + MINUTE }
  ])
  expect(cartAfter(['add_to_cart', lines('mug')], ['view_cart'])).toHaveLength(1)
  expect(cartAfter(['add_to_cart', lines('mug')], ['view_cart', []])).toEqual([])
})

test('PF-5 a purchase takes out what was bought and leaves the rest', () => {
  const bought = cartAfter(['add_to_cart', lines('mug', 'jug')], ['purchase', lines('mug')], ['purchase'])
  expect(bought.map(({ id }) => id)).toEqual(['jug'])
})

test('PF-5 a cart that names one variant on two lines has both', () => {
  const twice = lines('mug', 'mug').map((line, n) => ({ ...line, quantity: n + 1 }))
  expect(cartAfter(['view_cart', twice])).toMatchObject([{ id: 'mug', quantity: 3 }])
})
