import { AVAILABILITIES, isPurchasable } from '@vitrine/protocol'
import { expect, test } from 'vitest'
import { cardOf } from '../testing/items.ts'
import { isBuyable } from './isBuyable.ts'

test.each(AVAILABILITIES)('WD-15 takes %s as the protocol does', availability => {
  expect(isBuyable(cardOf('p', { availability }))).toBe(isPurchasable(availability))
})

test('WD-15 asks the variants where there are some', () => {
  const variants = [{ id: 'a', ok: false }]
  expect(isBuyable(cardOf('p', { variants }))).toBe(false)
  expect(
    isBuyable(cardOf('p', { availability: 'sold_out', variants: [...variants, { id: 'b', ok: true }] }))
  ).toBe(true)
  expect(isBuyable(cardOf('p', { variants: [] }))).toBe(true)
})
