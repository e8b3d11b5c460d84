import type { EpochMs, Schedule } from '@vitrine/protocol'
import { DAY_MS } from '../profile/dayMs.ts'
import type { Context } from './context.ts'

const MINUTE_MS = 60_000

/** When a schedule may next begin or end, by its dates, its hours and the shopper's midnight; `Infinity` when never. */
export function nextChange(
  { from = 0, until = 0, weekdays, minutes }: Schedule,
  now: EpochMs,
  local: Context['local']
): EpochMs {
  const midnight = now - (now % MINUTE_MS) - local.minutes * MINUTE_MS
  const turns = [...(minutes ?? []), ...(weekdays ? [0] : [])].map(turn => midnight + turn * MINUTE_MS)
  const times = [from, until, ...turns, ...turns.map(at => at + DAY_MS)]
  return Math.min(...times.filter(at => at > now))
}
