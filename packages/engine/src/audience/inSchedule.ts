import type { EpochMs, Schedule } from '@vitrine/protocol'
import type { Context } from './context.ts'

/** Whether a schedule is on. Dates are moments; weekdays and minutes are the shopper's own; minutes may span midnight. */
export function inSchedule(
  { from = 0, until = Number.POSITIVE_INFINITY, weekdays, minutes }: Schedule,
  now: EpochMs,
  local: Context['local']
): boolean {
  if (now < from || now >= until) return false
  if (weekdays && !weekdays.includes(local.weekday)) return false
  if (!minutes) return true
  const [start, end] = minutes
  const isAfter = local.minutes >= start
  const isBefore = local.minutes < end
  return start <= end ? isAfter && isBefore : isAfter || isBefore
}
