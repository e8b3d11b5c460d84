import type { Scoring } from '@vitrine/protocol'
import { ascending, ascendingLists } from './ascending.ts'
import { openCounter, type RankedRow } from './openCounter.ts'
import { type RowSettings, SESSION_SETTINGS } from './rowSettings.ts'
import type { Session } from './session.ts'
import { openTally, type Tally } from './tally.ts'
import { openVisits, type Visits } from './visits.ts'

/** What the search found, and how well it did on the sessions it held back. */
export interface Tuning {
  readonly settings: RowSettings
  readonly scoring: Scoring
  /** How many settings were tried; 0 when there was too little to tune by. */
  readonly evaluations: number
  /** Sessions held back to judge by. */
  readonly judgedSessions: number
  /** Shares of what came next that stood among the first 20, and their mean reciprocal rank. */
  readonly hitRate: number
  readonly reciprocalRank: number
  /** The same if pairs were listed however few people they were seen with: what privacy costs. */
  readonly unguarded: { readonly hitRate: number; readonly reciprocalRank: number }
}

interface Candidate extends RowSettings {
  readonly recency: number
}

interface Quality {
  readonly hitRate: number
  readonly reciprocalRank: number
}

/** The last tenth of the sessions judges, at most this many of it, evenly taken. */
const JUDGED_SHARE = 0.1
const MAX_JUDGED = 2000
/** With fewer to judge by, chance would choose. */
const MIN_JUDGED = 20
/** How many of the session's last products count: from five on it hardly matters (.535 and .536 on Diginetica). */
const STEPS = 10
const CUT = 20

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
  const judge = openJudge(past, judged)
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
  const unguarded = minSupport > 1 ? judge({ ...best, minSupport: 1 }) : quality
  return { ...split(best), evaluations, judgedSessions: judged.length, ...quality, unguarded }
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

function openJudge(past: readonly Session[], judged: readonly Session[]): (candidate: Candidate) => Quality {
  const visits = openVisits(
    past.map(({ items, at, visitor }) => ({ items, at, owner: visitor })),
    SESSION_SETTINGS.maxSessionItems
  )
  const sequences = judged.map(({ items }) =>
    items.flatMap(id => visits.numberOf.get(id) ?? []).slice(-SESSION_SETTINGS.maxSessionItems)
  )
  return candidate => qualityOf(candidate, visits, sequences)
}

function qualityOf(candidate: Candidate, visits: Visits, sequences: readonly (readonly number[])[]): Quality {
  const count = openCounter(visits, candidate)
  const rows: (RankedRow | undefined)[] = []
  const rowOf = (item: number) => {
    rows[item] ??= count(item)
    return rows[item]
  }
  const scores = openTally(visits.ids.length)
  let asked = 0
  let hits = 0
  let reciprocal = 0
  for (const sequence of sequences) {
    for (let revealed = 1; revealed < sequence.length; revealed++) {
      const rank = rankOfNext(sequence, revealed, rowOf, candidate.recency, scores)
      asked++
      if (rank > CUT) continue
      hits++
      reciprocal += 1 / rank
    }
  }
  return { hitRate: hits / Math.max(1, asked), reciprocalRank: reciprocal / Math.max(1, asked) }
}

/** The place of `sequence[revealed]`, from 1, when everything is ranked by what came before; Infinity when unranked. */
function rankOfNext(
  sequence: readonly number[],
  revealed: number,
  rowOf: (item: number) => RankedRow,
  recency: number,
  scores: Tally
): number {
  for (let step = 0; step < STEPS && step < revealed; step++) {
    const share = Math.exp(-step / recency)
    const { items, weights } = rowOf(sequence[revealed - 1 - step] ?? 0)
    for (const [at, item] of items.entries()) scores.add(item, share * (weights[at] ?? 0))
  }
  const score = scores.of(sequence[revealed] ?? 0)
  const better = scores.touched.reduce((count, item) => count + (scores.of(item) > score ? 1 : 0), 0)
  scores.clear()
  return score > 0 ? better + 1 : Number.POSITIVE_INFINITY
}
