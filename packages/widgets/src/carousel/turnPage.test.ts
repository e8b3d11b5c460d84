import fc from 'fast-check'
import { expect, test } from 'vitest'
import { turnPage } from './turnPage.ts'

const row = (text: string) => [...text].map(it => it === 'x')

test('WD-20 exchanges the cards in view for as many others', () => {
  expect(turnPage(row('xxx.......'), 1)).toEqual({ now: 0, first: 3, last: 5 })
  expect(turnPage(row('...xxx....'), 1)).toEqual({ now: 3, first: 6, last: 8 })
  expect(turnPage(row('......xxx.'), 1)).toEqual({ now: 6, first: 7, last: 9 })
  expect(turnPage(row('..xxx.....'), -1)).toEqual({ now: 2, first: 0, last: 2 })
  expect(turnPage(row('.....'), 1)).toEqual({ now: 0, first: 1, last: 1 })
})

test('WD-20 never leaves the row, and from the start reaches its end', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 12 }), (count, view) => {
      const many = Math.min(count, view)
      let first = 0
      for (let turns = 0; turns < count; turns++) {
        const isWhole = Array.from({ length: count }, (_, at) => at >= first && at < first + many)
        const to = turnPage(isWhole, 1)
        expect(to.first).toBeGreaterThanOrEqual(first)
        expect(to.last).toBe(to.first + many - 1)
        expect(to.last).toBeLessThan(count)
        first = to.first
      }
      expect(first).toBe(count - many)
    })
  )
})
