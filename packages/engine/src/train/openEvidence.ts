import type { RowSettings } from './rowSettings.ts'
import { openTally, type Tally } from './tally.ts'
import type { Visits } from './visits.ts'

/** What the visits say of one item, before it is weighed: the same place of the lists is about the same other item. */
export interface Evidence {
  readonly item: number
  /** How often the item came at all, and how often it was left for anything. */
  readonly out: number
  readonly outNext: number
  /** The other items, the item itself among them. */
  readonly others: readonly number[]
  readonly together: readonly number[]
  readonly next: readonly number[]
}

/** The settings that counting depends on. Weighing depends on the rest, so what was counted can be weighed again. */
export type CountSettings = Pick<RowSettings, 'freshness' | 'lengthPower' | 'minSupport'>

/** How many steps ahead still count as "came next". */
const STEPS_AHEAD = 10
/** `SHARES[ahead][d]`: what d steps on count, `e^(−d)`, as shares of all the steps that are left. */
const SHARES = Array.from({ length: STEPS_AHEAD + 1 }, (_, ahead) => {
  const decays = Array.from({ length: ahead }, (_, step) => Math.exp(-step))
  const sum = decays.reduce((a, b) => a + b, 0)
  return decays.map(decay => decay / sum)
})

/**
 * Opens the counters of the list model: one item at a time, so memory stays at a few arrays of one number per item.
 *
 * For item i, over the visits that hold it, each weighted `w = e^(−age / (freshness · span))`, with n distinct items:
 * together `A[j] += w / n^lengthPower`, and from each place of i, d steps ahead, next `C[j] += w · e^(−d) / Z`.
 * Others met by fewer people than `minSupport` are left out.
 *
 * @param weights - What each visit counts, as `freshnessWeights` has it.
 * @param sequential - False where order says nothing: `next` then stays 0 and costs nothing.
 */
export function openEvidence(
  visits: Visits,
  weights: readonly number[],
  { lengthPower, minSupport }: CountSettings,
  sequential: boolean
): (item: number) => Evidence {
  const together = openTogether(visits, weights, lengthPower)
  const next = openNext(visits, weights)
  return item => {
    const out = together.count(item)
    const outNext = sequential ? next.count(item) : 0
    const others = together.sums.touched.filter(
      other => other === item || together.people(other) >= minSupport
    )
    const evidence = {
      item,
      out,
      outNext,
      others,
      together: others.map(together.sums.of),
      next: others.map(next.sums.of)
    }
    for (const counter of [together, next]) counter.clear()
    return evidence
  }
}

/** What each visit counts by its age: 1 for the newest, `e^(−1 / freshness)` for one that is the span of the data older. */
export function freshnessWeights({ at }: Visits, freshness: number): readonly number[] {
  const newest = at.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY)
  const oldest = at.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY)
  const scale = freshness * (newest - oldest)
  return at.map(time => (scale > 0 ? Math.exp((time - newest) / scale) : 1))
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
