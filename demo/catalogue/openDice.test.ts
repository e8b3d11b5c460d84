import { expect, test } from 'vitest'
import { openDice, pickOne, throwWhole } from './openDice.ts'

test('DD-25 throws the same numbers for the same seed, at least 0 and below 1', () => {
  const first = openDice('seed')
  const again = openDice('seed')
  const other = openDice('seeds')
  const thrown = Array.from({ length: 1000 }, () => first())
  expect(Array.from({ length: 1000 }, () => again())).toEqual(thrown)
  expect(Array.from({ length: 1000 }, () => other())).not.toEqual(thrown)
  expect(Math.min(...thrown)).toBeGreaterThanOrEqual(0)
  expect(Math.max(...thrown)).toBeLessThan(1)
  const mean = thrown.reduce((sum, one) => sum + one, 0) / thrown.length
  expect(Math.abs(mean - 0.5)).toBeLessThan(0.05)
})

test('DD-25 whole throws reach both ends and nothing beyond', () => {
  const dice = openDice('whole')
  const thrown = new Set(Array.from({ length: 500 }, () => throwWhole(dice, 2, 5)))
  expect([...thrown].sort()).toEqual([2, 3, 4, 5])
  expect(() => pickOne(dice, [])).toThrow(RangeError)
})
