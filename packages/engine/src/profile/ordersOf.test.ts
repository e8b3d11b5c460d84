import type { EventItem, ShopEvent } from '@vitrine/protocol'
import { expect, test } from 'vitest'
import { anEvent, DAY, NOON } from '../../testing/anEvent.ts'
import { foldProfile } from './foldProfile.ts'

const mug = (quantity: number, price = 500): EventItem => ({ itemId: 'mug', quantity, price })
const jug = (quantity: number, price = 800): EventItem => ({ itemId: 'jug', quantity, price })

function sale(
  daysAgo: number,
  items: readonly EventItem[],
  fields: Partial<ShopEvent> & { seq?: number } = {}
) {
  return anEvent('purchase', NOON - daysAgo * DAY, { items, transactionId: `T${daysAgo}`, ...fields })
}
function refund(daysAgo: number, fields: Partial<ShopEvent>) {
  return anEvent('refund', NOON - daysAgo * DAY, fields)
}
const fold = (...events: readonly ShopEvent[]) => foldProfile(events, { now: NOON })

test('PF-6 orders are newest first, worth what was told or what their lines sum to', () => {
  const { orders } = fold(sale(9, [mug(2), jug(1)]), sale(3, [mug(1)], { value: 450 }))
  expect(orders).toEqual([
    { id: 'T3', at: NOON - 3 * DAY, value: 450, items: ['mug'] },
    { id: 'T9', at: NOON - 9 * DAY, value: 1800, items: ['mug', 'jug'] }
  ])
})

test('PF-6 a confirmation page seen again is no second order', () => {
  const again = { ...sale(2, [mug(1)]), transactionId: 'T3' }
  expect(fold(sale(3, [mug(1)]), again).orders).toHaveLength(1)
  expect(fold(sale(3, [mug(1)]), again).bought).toMatchObject([{ times: 1, quantity: 1 }])
})

test('PF-6 the books tell an order line by line, and replace what the page said', () => {
  const book = (seq: number, item: EventItem) =>
    sale(2, [item], { transactionId: 'T3', source: 'import', seq })
  const page = sale(3, [mug(9)])
  for (const events of [
    [page, book(0, mug(1)), book(1, mug(1)), book(2, jug(1))],
    [book(0, mug(1)), book(1, mug(1)), book(2, jug(1)), { ...page, at: NOON }]
  ]) {
    expect(fold(...events).orders).toEqual([
      { id: 'T3', at: NOON - 2 * DAY, value: 1800, items: ['mug', 'jug'] }
    ])
    expect(fold(...events).bought.find(({ id }) => id === 'mug')?.quantity).toBe(2)
  }
})

test('PF-6 an order without a number is one by itself, and one without lines still an order', () => {
  const { transactionId: _none, ...unnamed } = sale(2, [mug(1)])
  expect(fold(unnamed, { ...unnamed, id: 'other' }).orders).toHaveLength(2)
  const { items: _lines, ...bare } = sale(2, [])
  expect(fold(bare).orders).toMatchObject([{ value: 0, items: [] }])
})

test('PF-7 what is given back is taken off its order', () => {
  const { orders, bought } = fold(
    sale(9, [mug(3), jug(1)]),
    refund(1, { transactionId: 'T9', items: [mug(1)] })
  )
  expect(orders).toMatchObject([{ value: 1800, items: ['mug', 'jug'] }])
  expect(bought).toMatchObject([{ id: 'jug' }, { id: 'mug', quantity: 2 }])
})

test('PF-7 an order given back whole is none', () => {
  const all = sale(9, [mug(3), jug(1)])
  for (const back of [{}, { value: 2300 }, { items: [mug(3), jug(1)] }]) {
    const { orders, bought, rfm } = fold(all, refund(1, { transactionId: 'T9', ...back }))
    expect([orders, bought, rfm]).toEqual([[], [], { orders: 0, monetary: 0 }])
  }
  const part = fold(all, refund(1, { transactionId: 'T9', value: 300 }))
  expect(part.orders).toMatchObject([{ value: 2000, items: ['mug', 'jug'] }])
})

test('PF-7 a return with a number of its own is taken from the newest order before it that has the product', () => {
  const events = [sale(9, [mug(1)]), sale(6, [mug(2)]), sale(1, [mug(1)])]
  const back = { source: 'import', transactionId: 'C1' } as const
  const { orders } = fold(...events, refund(3, { ...back, items: [mug(-1), jug(1)] }))
  expect(orders.map(({ value }) => value)).toEqual([500, 500, 500])
  expect(fold(...events, refund(3, back)).orders).toEqual(fold(...events).orders)
})

test('PF-8 a product knows its orders, the units kept, the last time and the usual days between', () => {
  const events = [sale(40, [mug(1)]), sale(30, [mug(2)]), sale(26, [mug(1)]), sale(6, [mug(1), jug(1)])]
  expect(fold(...events).bought).toEqual([
    { id: 'jug', times: 1, quantity: 1, lastAt: NOON - 6 * DAY },
    { id: 'mug', times: 4, quantity: 5, lastAt: NOON - 6 * DAY, everyDays: 10 }
  ])
  expect(fold(...events.slice(0, 3)).bought).toMatchObject([{ everyDays: 7 }])
})
