import type { RowSettings } from './rowSettings.ts'
import { openTally, type Tally } from './tally.ts'
import type { Visits } from './visits.ts'

/** A row before it is published: item numbers strongest first, and their weights. */
export interface RankedRow {
  readonly items: readonly number[]
  readonly weights: readonly number[]
}

/** How many steps ahead still count as "came next". */
const STEPS_AHEAD = 10
/** `SHARES[ahead][d]`: what d steps on count, `e^(−d)`, as shares of all the steps that are left. */
const SHARES = Array.from({ length: STEPS_AHEAD + 1 }, (_, ahead) => {
  const decays = Array.from({ length: ahead }, (_, step) => Math.exp(-step))
  const sum = decays.reduce((a, b) => a + b, 0)
  return decays.map(decay => decay / sum)
})
/** Evidence added to every denominator, so that a product seen once does not speak as loudly as one seen often. */
const OUT_PRIOR = 3
/** Added to a neighbour's support before it discounts, so that the discount does not favour chance neighbours. */
const SUPPORT_PRIOR = 10

/**
 * Opens the list model over visits: one row at a time, so memory stays at a few arrays of one number per item.
 *
 * For item i, over the visits that hold it, each weighted `w = e^(−age / (freshness · span))`, with n distinct items:
 * together `A[j] += w / n^lengthPower`, and from each place of i, d steps ahead, next `C[j] += w · e^(−d) / Z`.
 * `W[j] = (α·A[j] + (1−α)·C[j]) / ((α·out + (1−α)·outNext)^outPower + 3) · (support[j] + 10)^(−γ)`.
 *
 * Plain counters in place of the inverse of SLIST (Choi et al., WWW 2021); the two kinds of counters are the
 * association and sequential rules of Ludewig & Jannach (UMUAI 2018), the age weight is STAN's (Garg et al., SIGIR 2019).
 *
 * @returns A function from item number to its row.
 */
export function openCounter(visits: Visits, settings: RowSettings): (item: number) => RankedRow {
  const size = visits.ids.length
  const weights = freshnessWeights(visits, settings.freshness)
  const together = openTogether(visits, weights, settings.lengthPower)
  const next = openNext(visits, weights)
  const rank = openRanking(supportDiscounts(visits, weights, settings.gamma), settings)
  const { alpha, minSupport } = settings
  const evidence = openTally(size)

  return item => {
    const out = alpha * together.count(item) + (alpha < 1 ? (1 - alpha) * next.count(item) : 0)
    for (const other of together.sums.touched) {
      const weight = alpha * together.sums.of(other) + (1 - alpha) * next.sums.of(other)
      const isListed = weight > 0 && (other === item || together.people(other) >= minSupport)
      if (isListed) evidence.add(other, weight)
    }
    const row = rank(item, evidence, out)
    for (const counter of [together, next, evidence]) counter.clear()
    return row
  }
}

/** Counts what came together with an item, and with how many people; answers how often the item came at all. */
function openTogether(
  { ids, sets, owners, holders }: Visits,
  weights: readonly number[],
  lengthPower: number
) {
  const sums = openTally(ids.length)
  const people = openPeople(ids.length)
  function count(item: number): number {
    let out = 0
    for (const visit of holders[item] ?? []) {
      const set = sets[visit] ?? []
      const share = (weights[visit] ?? 0) / set.length ** lengthPower
      out += share
      for (const other of set) sums.add(other, share)
      people.add(set, owners[visit] ?? 0)
    }
    return out
  }
  function clear(): void {
    people.clear(sums.touched)
    sums.clear()
  }
  return { sums, people: people.of, count, clear }
}

/** Counts the different people behind each item. Those of one person come side by side, so the last one met is enough. */
function openPeople(size: number) {
  const counts = new Int32Array(size)
  const last = new Int32Array(size).fill(-1)
  return {
    add(set: readonly number[], person: number): void {
      for (const item of set) {
        if (last[item] !== person) counts[item] = (counts[item] ?? 0) + 1
        last[item] = person
      }
    },
    of: (item: number): number => counts[item] ?? 0,
    clear(items: readonly number[]): void {
      for (const item of items) {
        counts[item] = 0
        last[item] = -1
      }
    }
  }
}

/** Counts what came after an item, sooner counting more; answers how often the item was left for anything. */
function openNext({ ids, sequences, holders }: Visits, weights: readonly number[]) {
  const sums = openTally(ids.length)
  function count(item: number): number {
    let out = 0
    for (const visit of holders[item] ?? []) {
      const sequence = sequences[visit] ?? []
      const weight = weights[visit] ?? 0
      for (let at = sequence.indexOf(item); at >= 0; at = sequence.indexOf(item, at + 1)) {
        out += weight
        addFollowers(sums, sequence, at, weight)
      }
    }
    return out
  }
  return { sums, count, clear: sums.clear }
}

function addFollowers(sums: Tally, sequence: readonly number[], from: number, weight: number): void {
  const shares = SHARES[Math.min(STEPS_AHEAD, sequence.length - from - 1)] ?? []
  for (const [step, share] of shares.entries()) sums.add(sequence[from + 1 + step] ?? 0, weight * share)
}

/** Turns counters into a row: divided, discounted, the strongest first. */
function openRanking(discounts: readonly number[], { outPower, self, rowItems }: RowSettings) {
  return (item: number, evidence: Tally, out: number): RankedRow => {
    const norm = out ** outPower + OUT_PRIOR
    const listed = evidence.touched
      .map(other => ({
        other,
        weight: (evidence.of(other) / norm) * (discounts[other] ?? 0) * (other === item ? self : 1)
      }))
      .filter(({ weight }) => weight > 0)
      .sort((a, b) => b.weight - a.weight || a.other - b.other)
      .slice(0, rowItems)
    return { items: listed.map(({ other }) => other), weights: listed.map(({ weight }) => weight) }
  }
}

function freshnessWeights({ at }: Visits, freshness: number): readonly number[] {
  const newest = at.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY)
  const oldest = at.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY)
  const scale = freshness * (newest - oldest)
  return at.map(time => (scale > 0 ? Math.exp((time - newest) / scale) : 1))
}

function supportDiscounts({ holders }: Visits, weights: readonly number[], gamma: number): readonly number[] {
  return holders.map(visits => {
    const support = visits.reduce((sum, visit) => sum + (weights[visit] ?? 0), SUPPORT_PRIOR)
    return support ** -gamma
  })
}
