import { expect, test } from 'vitest'
import { scoreSession } from './scoreSession.ts'

const rows = {
  a: { ids: ['x', 'y', 'a'], weights: [200, 100, 0], scale: 0.01 },
  b: { ids: ['y', 'z'], weights: [100, 50], scale: 0.02 }
}
const rowOf = (id: string) => rows[id as 'a' | 'b']

test('RC-1 a score is the sum of e^(−stepsBack / recency) · weight · scale over the last steps', () => {
  const scores = scoreSession(rowOf, ['b', 'unknown', 'a'], { steps: 3, recency: 2 })
  expect([...scores]).toEqual([
    ['x', 2],
    ['y', 1 + 2 * Math.exp(-1)],
    ['z', Math.exp(-1)]
  ])
})

test('RC-1 only the last steps count, a repeated item each time', () => {
  const both = { steps: 2, recency: Number.POSITIVE_INFINITY }
  expect([...scoreSession(rowOf, ['b', 'a', 'a'], both)]).toEqual([
    ['x', 4],
    ['y', 2]
  ])
  expect(scoreSession(rowOf, [], both).size).toBe(0)
})
