import fc from 'fast-check'
import { expect, test } from 'vitest'
import { NEWEST_ORDER_AT, shiftYears, yearsToPresent } from './shiftYears.ts'

const at = (text: string) => Date.parse(text)

test('DD-5 keeps month, day and time of day', () => {
  expect(shiftYears(at('2010-12-01T08:26:00Z'), 15)).toBe(at('2025-12-01T08:26:00Z'))
  expect(shiftYears(at('2011-11-08T18:41:00Z'), 0)).toBe(at('2011-11-08T18:41:00Z'))
})

test('DD-5 makes 29 February 28 February where the year has none', () => {
  expect(shiftYears(at('2012-02-29T10:00:00Z'), 1)).toBe(at('2013-02-28T10:00:00Z'))
  expect(shiftYears(at('2012-02-29T10:00:00Z'), 4)).toBe(at('2016-02-29T10:00:00Z'))
})

test('DD-5 moves by the largest whole number of years that keeps the newest order in the past', () => {
  expect(yearsToPresent(at('2026-11-21T00:00:00Z'))).toBe(15)
  expect(yearsToPresent(at('2026-11-08T00:00:00Z'))).toBe(14)
  expect(yearsToPresent(NEWEST_ORDER_AT)).toBe(0)
  fc.assert(
    fc.property(
      fc.date({ min: new Date('2005-01-01'), max: new Date('2200-01-01'), noInvalidDate: true }),
      date => {
        const now = date.getTime()
        const years = yearsToPresent(now)
        expect(shiftYears(NEWEST_ORDER_AT, years)).toBeLessThanOrEqual(now)
        expect(shiftYears(NEWEST_ORDER_AT, years + 1)).toBeGreaterThan(now)
      }
    )
  )
})
