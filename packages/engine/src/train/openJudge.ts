import { openRanking, type RankedRow } from './openCounter.ts'
import { type Evidence, freshnessWeights, openEvidence } from './openEvidence.ts'
import { openFilling } from './openFilling.ts'
import type { RowSettings } from './rowSettings.ts'
import type { Session } from './session.ts'
import { openTally, type Tally } from './tally.ts'
import { openVisits, type Visits } from './visits.ts'

/** Shares of what came next that stood among the first 20, and their mean reciprocal rank. */
export interface Quality {
  readonly hitRate: number
  readonly reciprocalRank: number
}

/** Settings of the rows and of the scoring, as they are tried together. */
export interface Candidate extends RowSettings {
  readonly recency: number
}

/** How many of the session's last products count: from five on it hardly matters (.535 and .536 on Diginetica). */
export const STEPS = 10
const CUT = 20

/**
 * Opens a judge of settings: rows are trained on past sessions and asked for every next item of later ones.
 *
 * @returns A function from settings to quality; `filled` says whether short rows are filled, as published ones are.
 */
export function openJudge(
  past: readonly Session[],
  later: readonly Session[],
  maxSessionItems: number
): (candidate: Candidate, filled?: boolean) => Quality {
  const visits = openVisits(
    past.map(({ items, at, visitor }) => ({ items, at, owner: visitor })),
    maxSessionItems
  )
  const sequences = later.map(({ items }) =>
    items.flatMap(id => visits.numberOf.get(id) ?? []).slice(-maxSessionItems)
  )
  const rowsFor = openRows(visits)
  return (candidate, filled = false) => {
    const rank = openRank(rowsFor(candidate, filled), openTally(visits.ids.length), candidate.recency)
    const ranks = sequences.flatMap(sequence =>
      sequence.slice(1).map((_, before) => rank(sequence.slice(0, before + 1), sequence[before + 1] ?? 0))
    )
    const hits = ranks.filter(place => place <= CUT)
    const asked = Math.max(1, ranks.length)
    return {
      hitRate: hits.length / asked,
      reciprocalRank: hits.reduce((sum, place) => sum + 1 / place, 0) / asked
    }
  }
}

/**
 * Rows that are counted when they are first asked for, because the later sessions ask for few of them, and counted
 * again only for settings that counting depends on.
 */
function openRows(visits: Visits): (candidate: Candidate, filled: boolean) => (item: number) => RankedRow {
  let counted: { readonly by: string; readonly evidenceOf: (item: number) => Evidence } | undefined
  return (candidate, filled) => {
    const weights = freshnessWeights(visits, candidate.freshness)
    const by = [candidate.freshness, candidate.lengthPower, candidate.minSupport].join(' ')
    if (counted?.by !== by)
      counted = { by, evidenceOf: onceEach(openEvidence(visits, weights, candidate, true)) }
    const { evidenceOf } = counted
    const rank = openRanking(visits, weights, candidate)
    const rowOf = onceEach(item => rank(evidenceOf(item)))
    return filled ? onceEach(openFilling(rowOf, visits.ids.length, candidate.rowItems)) : rowOf
  }
}

function onceEach<Value>(make: (item: number) => Value): (item: number) => Value {
  const made: (Value | undefined)[] = []
  return item => {
    const value = made[item] ?? make(item)
    made[item] = value
    return value
  }
}

/** Opens the place, from 1, of an item when everything is ranked by what was revealed; Infinity when it has none. */
function openRank(rowOf: (item: number) => RankedRow, scores: Tally, recency: number) {
  return (revealed: readonly number[], asked: number): number => {
    for (const [step, item] of revealed.slice(-STEPS).reverse().entries())
      addRow(scores, rowOf(item), Math.exp(-step / recency))
    const score = scores.of(asked)
    const better = scores.touched.filter(item => scores.of(item) > score).length
    scores.clear()
    return score > 0 ? better + 1 : Number.POSITIVE_INFINITY
  }
}

function addRow(scores: Tally, { items, weights }: RankedRow, share: number): void {
  for (const [at, item] of items.entries()) scores.add(item, share * (weights[at] ?? 0))
}
