import { expect, test } from 'vitest'
import { ascending, ascendingLists } from './ascending.ts'
import { sessionsOf } from './sessionsOf.ts'

const MINUTE_MS = 60_000

test('TR-18 half an hour without a look begins a new session, for each visitor apart', () => {
  const view = (visitor: string, id: string, minutes: number) => ({ visitor, id, at: minutes * MINUTE_MS })
  const views = [
    view('bob', 'x', 5),
    view('ann', 'b', 29),
    view('ann', 'a', 0),
    view('ann', 'c', 58),
    view('ann', 'd', 88)
  ]
  expect(sessionsOf(views)).toEqual([
    { visitor: 'ann', items: ['a', 'b', 'c'], at: 58 * MINUTE_MS },
    { visitor: 'ann', items: ['d'], at: 88 * MINUTE_MS },
    { visitor: 'bob', items: ['x'], at: 5 * MINUTE_MS }
  ])
})

test('TR-1 lists are ordered by their first difference, then by length', () => {
  expect(ascending('b', 'a')).toBe(1)
  expect(ascending(1, 1)).toBe(0)
  expect(ascendingLists(['a', 'b'], ['a', 'c'])).toBe(-1)
  expect(ascendingLists(['a', 'b'], ['a'])).toBe(1)
  expect(ascendingLists(['a'], ['a', 'b'])).toBe(-1)
  expect(ascendingLists(['a'], ['a'])).toBe(0)
})
