import type { Scoring } from '@vitrine/protocol'
import { ascending, ascendingLists } from './ascending.ts'
import { type Candidate, openJudge, type Quality, STEPS } from './openJudge.ts'
import { type RowSettings, SESSION_SETTINGS } from './rowSettings.ts'
import type { Session } from './session.ts'

/** What the search found, and how well it did on the sessions it held back. */
export interface Tuning extends Quality {
  readonly settings: RowSettings
  readonly scoring: Scoring
  /** How many settings were tried; 0 when there was too little to tune by. */
  readonly evaluations: number
  /** Sessions held back to judge by. */
  readonly judgedSessions: number
  /** What it would be if pairs were listed however few people made them: the difference is the price of privacy. */
  readonly unguarded: Quality
}

/** The last tenth of the sessions judges, at most this many of it, evenly taken. */
const JUDGED_SHARE = 0.1
const MAX_JUDGED = 2000
/** With fewer to judge by, chance would choose. */
const MIN_JUDGED = 20
/** Where the search begins. */
const RECENCY = 1.5

/** One setting is moved at a time and the best kept; alpha, on which most depends, comes first and again at the end. */
const SEARCH: readonly (readonly [keyof Candidate, readonly number[]])[] = [
  ['alpha', [0, 0.25, 0.5, 0.7, 0.85]],
  ['recency', [0.5, 1, 1.5, 2.5]],
  ['self', [0, 0.3, 1, 2, 4]],
  ['lengthPower', [0.5, 1, 1.5]],
  ['freshness', [0, 0.5, 1]],
  ['gamma', [0, 0.1, 0.2]],
  ['outPower', [0.85, 1]],
  ['alpha', [0, 0.25, 0.5, 0.7, 0.85]]
]

/**
 * Finds the settings of the list model that suit a shop, on a time split of its own sessions: the last tenth is
 * predicted from the rest, every revealed part of every session, and settings are moved one at a time
 * (coordinate search, 23 evaluations). Judged by hit rate and reciprocal rank of the first 20 together.
 *
 * Without it some shops are served badly: one of 217 products wants pure transitions, comparison shopping wants
 * co-occurrence.
 *
 * @param minSupport - The privacy threshold that the published rows will have.
 */
export function tuneRows(sessions: readonly Session[], minSupport = SESSION_SETTINGS.minSupport): Tuning {
  const start: Candidate = { ...SESSION_SETTINGS, minSupport, recency: RECENCY }
  const { past, judged } = splitByTime(sessions)
  if (judged.length < MIN_JUDGED) return untuned(start)
  const judge = openJudge(past, judged, start.maxSessionItems)
  let best = start
  let quality = judge(best)
  let evaluations = 1
  for (const [setting, values] of SEARCH) {
    const from = best
    for (const value of values) {
      if (from[setting] === value) continue
      const candidate = { ...from, [setting]: value }
      const found = judge(candidate)
      evaluations++
      if (worth(found) > worth(quality)) [best, quality] = [candidate, found]
    }
  }
  const found = { ...split(best), evaluations, judgedSessions: judged.length }
  return { ...found, ...judge(best, true), unguarded: judge({ ...best, minSupport: 1 }, true) }
}

function untuned(start: Candidate): Tuning {
  const quality: Quality = { hitRate: 0, reciprocalRank: 0 }
  return { ...split(start), evaluations: 0, judgedSessions: 0, ...quality, unguarded: quality }
}

function split({ recency, ...settings }: Candidate): Pick<Tuning, 'settings' | 'scoring'> {
  return { settings, scoring: { steps: STEPS, recency } }
}

function worth({ hitRate, reciprocalRank }: Quality): number {
  return hitRate + reciprocalRank
}

function splitByTime(sessions: readonly Session[]): { past: readonly Session[]; judged: readonly Session[] } {
  const byTime = [...sessions].sort(
    (a, b) => a.at - b.at || ascendingLists(a.items, b.items) || ascending(a.visitor ?? '', b.visitor ?? '')
  )
  const split = Math.floor(byTime.length * (1 - JUDGED_SHARE))
  const later = byTime.slice(split).filter(({ items }) => items.length > 1)
  const step = Math.max(1, later.length / MAX_JUDGED)
  const judged = Array.from(
    { length: Math.min(later.length, MAX_JUDGED) },
    (_, at) => later[Math.floor(at * step)]
  )
  return { past: byTime.slice(0, split), judged: judged.filter(session => session !== undefined) }
}
