import type { EpochMs, Schedule } from '@vitrine/protocol'
import type { Context } from './context.ts'

/** Whether a schedule is on. Dates are moments; weekdays and minutes are the shopper's own; minutes may span midnight. */
export function inSchedule(
  { from = 0, until, weekdays, minutes: span }: Schedule,
  now: EpochMs,
  { minutes, weekday }: Context['local']
): boolean {
  const [start, end] = span ?? [minutes, minutes]
  return (
    now >= from &&
    (until === undefined || now < until) &&
    (weekdays?.includes(weekday) ?? true) &&
    // Within a day it is after the start and before the end; over midnight it is one of the two.
    (!span || (minutes >= start === minutes < end) === start <= end)
  )
}
