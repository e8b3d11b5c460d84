import type { Schedule } from '@vitrine/protocol'
import { expect, test } from 'vitest'
import { NOON } from '../../testing/anEvent.ts'
import { inSchedule } from './inSchedule.ts'

test.each<[Schedule, number, boolean]>([
  [{}, 720, true],
  [{ from: NOON }, 720, true],
  [{ from: NOON + 1 }, 720, false],
  [{ until: NOON }, 720, false],
  [{ until: NOON + 1 }, 720, true],
  [{ weekdays: [3] }, 720, true],
  [{ weekdays: [0, 6] }, 720, false],
  [{ weekdays: [] }, 720, false],
  [{ minutes: [720, 780] }, 720, true],
  [{ minutes: [660, 720] }, 720, false],
  [{ minutes: [1320, 360] }, 1400, true],
  [{ minutes: [1320, 360] }, 100, true],
  [{ minutes: [1320, 360] }, 720, false],
  [{ minutes: [1320, 360], weekdays: [4] }, 100, false]
])('AU-6 at noon of a Wednesday, %j in minute %d is %s', (schedule, minutes, isOn) => {
  expect(inSchedule(schedule, NOON, { minutes, weekday: 3 })).toBe(isOn)
})
