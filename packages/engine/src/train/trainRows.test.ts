import fc from 'fast-check'
import { expect, test } from 'vitest'
import { scoreSession } from '../recommend/scoreSession.ts'
import { publishRow } from './publishRow.ts'
import { BASKET_SETTINGS, type RowSettings, SESSION_SETTINGS } from './rowSettings.ts'
import type { Session } from './session.ts'
import { trainBasketRows, trainRows } from './trainRows.ts'

const someSessions = fc.array(
  fc.record({
    items: fc.array(fc.constantFrom(...'abcdefgh'), { minLength: 1, maxLength: 14 }),
    at: fc.integer({ min: 0, max: 1000 })
  }),
  { minLength: 1, maxLength: 25 }
)
const someSettings = fc.record({
  alpha: fc.constantFrom(0, 0.5, 1),
  lengthPower: fc.constantFrom(0.5, 1),
  freshness: fc.constantFrom(0, 0.5),
  gamma: fc.constantFrom(0, 0.2),
  outPower: fc.constantFrom(0.85, 1),
  self: fc.constantFrom(0, 2)
})

/** What came next of `i`, over one session: each follower's share of the steps that were left. */
function plainNext(items: readonly string[], i: string, j: string): number {
  const starts = [...items.keys()].filter(t => items[t] === i)
  return starts.reduce((sum, t) => {
    const rest = items.slice(t + 1, t + 11).map((next, d) => ({ next, decay: Math.exp(-d) }))
    const z = rest.reduce((all, { decay }) => all + decay, 0)
    return sum + rest.filter(({ next }) => next === j).reduce((all, { decay }) => all + decay / z, 0)
  }, 0)
}

/** W[i][j] as the notes write it, with no thought for speed. */
function plainWeight(sessions: readonly Session[], settings: RowSettings, i: string, j: string): number {
  const { alpha, freshness, lengthPower, outPower, gamma, self } = settings
  const times = sessions.map(({ at }) => at)
  const newest = Math.max(...times)
  const scale = freshness * (newest - Math.min(...times))
  const weighted = sessions.map(({ items, at }) => {
    const w = scale > 0 ? Math.exp((at - newest) / scale) : 1
    return { items, w, share: w / new Set(items).size ** lengthPower }
  })
  const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0)
  const ofI = weighted.filter(({ items }) => items.includes(i))
  const together = sum(ofI.filter(({ items }) => items.includes(j)).map(({ share }) => share))
  const next = sum(ofI.map(({ items, w }) => w * plainNext(items, i, j)))
  const out = sum(ofI.map(({ share }) => share))
  const outNext = sum(ofI.map(({ items, w }) => w * items.filter(item => item === i).length))
  const support = sum(weighted.filter(({ items }) => items.includes(j)).map(({ w }) => w))
  const norm = (alpha * out + (1 - alpha) * outNext) ** outPower + 3
  return ((alpha * together + (1 - alpha) * next) / norm) * (support + 10) ** -gamma * (i === j ? self : 1)
}

test('TR-10 rows are the formula, strongest first', () => {
  fc.assert(
    fc.property(someSessions, someSettings, (sessions, chosen) => {
      const settings = { ...SESSION_SETTINGS, ...chosen, rowItems: 3 }
      for (const [id, { ids, weights, scale }] of trainRows(sessions, settings)) {
        const plain = [...'abcdefgh']
          .map(other => plainWeight(sessions, settings, id, other))
          .filter(weight => weight > 0)
          .sort((a, b) => b - a)
        if (plain.length < 3) continue
        expect(ids).toHaveLength(3)
        for (const [at, other] of ids.entries()) {
          const [weight = 0, wanted = 0] = [weights[at], plain[at]]
          expect(plainWeight(sessions, settings, id, other)).toBeCloseTo(wanted, 10)
          // What would be rounded to nothing is written as 1 (TR-11).
          expect(Math.abs(weight * scale - wanted) / scale).toBeLessThanOrEqual(weight > 1 ? 0.51 : 1)
        }
      }
    })
  )
})

test('TR-10 only the newest products of a long session count', () => {
  const sessions = [{ items: ['old', 'a', 'b'], at: 0 }]
  const rows = trainRows(sessions, { ...SESSION_SETTINGS, maxSessionItems: 2 })
  expect(rows.get('old')).toBeUndefined()
  expect(rows.get('a')?.ids).not.toContain('old')
})

test('TR-11 weights are bytes from 255 down, near what was trained, and never 0', () => {
  const weight = fc.double({ min: 1e-9, max: 5, noNaN: true })
  fc.assert(
    fc.property(fc.array(weight, { minLength: 1, maxLength: 50 }), weights => {
      const falling = [...weights].sort((a, b) => b - a)
      const row = publishRow(falling.map(String), falling)
      expect(row.weights[0]).toBe(255)
      for (const [at, trained] of falling.entries()) {
        const found = row.weights[at] ?? 0
        expect(Number.isInteger(found) && found >= 1 && found <= 255).toBe(true)
        if (found > 1) expect(Math.abs(found * row.scale - trained)).toBeLessThanOrEqual(row.scale * 0.502)
      }
    })
  )
})

test('TR-12 a session is scored by its last steps, fading, repeats kept', () => {
  const rows = new Map([
    ['a', { ids: ['x', 'y'], weights: [255, 51], scale: 0.01 }],
    ['b', { ids: ['y'], weights: [100], scale: 0.02 }]
  ])
  const score = (items: readonly string[], steps = 10) =>
    scoreSession(id => rows.get(id), items, { steps, recency: 2 })
  expect([...score(['a']).keys()]).toEqual(['x', 'y'])
  expect(score(['a']).get('x')).toBeCloseTo(2.55, 12)
  expect(score(['b', 'a']).get('y')).toBeCloseTo(0.51 + 2 * Math.exp(-0.5), 12)
  expect(score(['a', 'b', 'a']).get('x')).toBeCloseTo(2.55 * (1 + Math.exp(-1)), 12)
  expect(score(['b', 'a'], 1).get('y')).toBeCloseTo(0.51, 12)
  expect([...score(['nobody', 'a']).keys()]).toEqual(['x', 'y'])
  expect(score([])).toEqual(new Map())
})

test('TR-12 a product that weighs nothing is not scored', () => {
  const row = { ids: ['x', 'y'], weights: [255, 0], scale: 1 }
  expect([...scoreSession(() => row, ['a'], { steps: 1, recency: 1 }).keys()]).toEqual(['x'])
})

test('TR-13 a short row is filled by a second step, after the first', () => {
  const sessions = [
    { items: ['a', 'b'], at: 1 },
    { items: ['b', 'c'], at: 2 },
    { items: ['b', 'd'], at: 3 }
  ]
  const settings = { ...SESSION_SETTINGS, self: 0 }
  expect(trainRows(sessions, settings).get('a')?.ids).toEqual(['b', 'c', 'd'])
  expect(trainRows(sessions, { ...settings, rowItems: 2 }).get('a')?.ids).toHaveLength(2)
  expect(trainRows(sessions, { ...settings, rowItems: 1 }).get('a')?.ids).toEqual(['b'])
  expect(trainBasketRows(sessions).get('a')?.ids).toEqual(['b'])
})

test('TR-13 a second step leads nowhere that too few people went', () => {
  const twice = (items: string[]) => [
    { items, at: 1 },
    { items, at: 2 }
  ]
  const sessions = [...twice(['a', 'b']), ...twice(['b', 'c']), { items: ['b', 'secret'], at: 3 }]
  const row = trainRows(sessions, { ...SESSION_SETTINGS, minSupport: 2 }).get('a')
  expect(row?.ids).toEqual(expect.arrayContaining(['b', 'c']))
  expect(row?.ids).not.toContain('secret')
})

test('TR-10 an order has no sequence and names nothing twice', () => {
  const one = trainBasketRows([{ items: ['a', 'b', 'c'], at: 1 }])
  const other = trainBasketRows([{ items: ['c', 'b', 'a', 'b'], at: 1 }])
  expect(other).toEqual(one)
  expect(one.get('a')?.ids).toEqual(['b', 'c'])
  expect(BASKET_SETTINGS.alpha).toBe(1)
})
