import type { Schedule } from '@vitrine/protocol'
import { expect, test } from 'vitest'
import { DAY, HOUR, MINUTE, NOON } from '../../testing/anEvent.ts'
import { inSchedule } from './inSchedule.ts'
import { nextChange } from './nextChange.ts'

const local = { minutes: 720, weekday: 3 }

test.each<[Schedule, number]>([
  [{}, Number.POSITIVE_INFINITY],
  [{ from: NOON + 1 }, NOON + 1],
  [{ from: NOON, until: NOON + DAY }, NOON + DAY],
  [{ until: NOON }, Number.POSITIVE_INFINITY],
  [{ weekdays: [3] }, NOON + 12 * HOUR],
  [{ minutes: [540, 1020] }, NOON + 5 * HOUR],
  [{ minutes: [480, 720] }, NOON + 20 * HOUR],
  [{ minutes: [780, 1440] }, NOON + HOUR],
  [{ weekdays: [3], minutes: [780, 840], until: NOON + MINUTE }, NOON + MINUTE]
])('DC-31 %j may next change then', (schedule, at) => {
  expect(nextChange(schedule, NOON, local)).toBe(at)
})

test('DC-31 a turn of the clock is at the full minute, and until then the schedule says the same', () => {
  const schedule = { minutes: [0, 721] as [number, number] }
  const now = NOON + 20_000
  const at = nextChange(schedule, now, local)
  expect(at).toBe(NOON + MINUTE)
  expect(inSchedule(schedule, at - 1, local)).toBe(true)
  expect(inSchedule(schedule, at, { ...local, minutes: 721 })).toBe(false)
})
