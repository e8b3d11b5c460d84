import fc from 'fast-check'
import { expect, test } from 'vitest'
import { penceOf, priceText } from './penceOf.ts'

test('DD-3 reads a price digit by digit into whole pence', () => {
  expect(penceOf('2.55')).toBe(255)
  expect(penceOf('1.1')).toBe(110)
  expect(penceOf('18')).toBe(1800)
  expect(penceOf('-11062.06')).toBe(-1106206)
  expect(penceOf('0.0')).toBe(0)
  expect(penceOf('8.290')).toBe(829)
})

test('DD-3 refuses what is finer than a penny and what is no decimal', () => {
  for (const text of ['0.001', '2.555', '', 'free', '1e3', ' 2', '1,50', '.5', '--1'])
    expect(penceOf(text)).toBeNull()
})

test('DD-3 writes and reads every amount back', () => {
  fc.assert(
    fc.property(fc.integer({ min: -10_000_000, max: 10_000_000 }), pence => {
      expect(penceOf(priceText(pence).replace(' GBP', ''))).toBe(pence)
    })
  )
})
