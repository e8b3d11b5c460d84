import { expect, test } from 'vitest'
import { ENOUGH, touchScore } from './touchScore.ts'
import { isFlingUp } from './watchFlings.ts'

const now = Date.UTC(2026, 10, 22)
const NONE = { flungAt: 0, returnedAt: 0, idleMs: 0 }
const FLUNG = { flungAt: now - 29_999 }
const RETURNED = { returnedAt: now - 59_999 }
const STILL = { idleMs: 15_000 }

test.each([
  ['nothing', {}, 0],
  ['flung', FLUNG, 40],
  ['returned', RETURNED, 40],
  ['still', STILL, 35],
  ['flung and still', { ...FLUNG, ...STILL }, 75],
  ['returned and still', { ...RETURNED, ...STILL }, 75],
  ['flung and returned', { ...FLUNG, ...RETURNED }, 80],
  ['all', { ...FLUNG, ...RETURNED, ...STILL }, 115],
  ['too long ago', { flungAt: now - 30_000, returnedAt: now - 60_000, idleMs: 14_999 }, 0]
])('MO-3 weighs %s', (_what, signs, score) => {
  expect(touchScore({ ...NONE, ...signs }, now)).toBe(score)
  expect(score >= ENOUGH).toBe(Object.keys(signs).length > 1 && score > 0)
})

test.each([
  ['a flick', { travelPx: 300, climbedPx: 280, ms: 150 }, true],
  ['the shortest and slowest flick', { travelPx: 100, climbedPx: 1, ms: 100 }, true],
  ['reading', { travelPx: 300, climbedPx: 300, ms: 900 }, false],
  ['the address bar', { travelPx: 60, climbedPx: 56, ms: 30 }, false],
  ['down', { travelPx: -300, climbedPx: -300, ms: 100 }, false],
  ['at the top of the page', { travelPx: 300, climbedPx: 0, ms: 100 }, false]
])('MO-3 knows a stroke that throws the page up: %s', (_what, stroke, isFling) => {
  expect(isFlingUp(stroke.travelPx, stroke.climbedPx, stroke.ms)).toBe(isFling)
})
