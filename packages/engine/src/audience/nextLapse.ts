import type { EpochMs, Rule, ShopEvent } from '@vitrine/protocol'
import { DAY_MS } from '../profile/dayMs.ts'
import { doneAt, leastOf } from './doneAt.ts'
import { spanMs } from './spanMs.ts'

/** Facts that time alone changes, in days rather than hours. */
const FADING = /^profile\.(affinities|top|department|rfm|lifecycle)\b/

/**
 * When time alone, without anything done, may next change who a rule is for; `Infinity` when never. What counts for it
 * now leaves the span it was asked for in; of what fades it is in a day.
 */
export function nextLapse(rule: Rule, events: readonly ShopEvent[], now: EpochMs): EpochMs {
  if ('fact' in rule) return FADING.test(rule.fact) ? now + DAY_MS : Number.POSITIVE_INFINITY
  if ('did' in rule) {
    const { within, atMost = Number.POSITIVE_INFINITY } = rule
    const newest = [...doneAt(rule, events, now)].sort((a, b) => b - a)
    // As soon as one of these has left, there are fewer than the least, or no more than the most.
    const leaving = [newest[leastOf(rule) - 1], newest[atMost]].flatMap(at => at ?? [])
    return within === undefined ? Number.POSITIVE_INFINITY : Math.min(...leaving) + spanMs(within) + 1
  }
  const parts = 'all' in rule ? rule.all : 'any' in rule ? rule.any : [rule.not]
  return Math.min(...parts.map(part => nextLapse(part, events, now)))
}
