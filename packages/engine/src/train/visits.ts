import type { EpochMs } from '@vitrine/protocol'
import { ascending, ascendingLists } from './ascending.ts'

/** A session or an order, as the counters take it. */
export interface Visit {
  readonly items: readonly string[]
  readonly at: EpochMs
  readonly owner?: string | undefined
}

/**
 * Visits by numbers: items are numbered in the order of their ids, visits stand owner by owner, then by time,
 * so that the same visits in any order give the same numbers and the same sums to the last bit.
 */
export interface Visits {
  /** Item number to id, ascending. */
  readonly ids: readonly string[]
  readonly numberOf: ReadonlyMap<string, number>
  /** The items of each visit, repeats kept. */
  readonly sequences: readonly (readonly number[])[]
  /** The same with each item once. */
  readonly sets: readonly (readonly number[])[]
  /** When each visit was. */
  readonly at: readonly EpochMs[]
  /** A number for whose each visit was; visits of nobody known each have their own. */
  readonly owners: readonly number[]
  /** The visits that hold each item, ascending. */
  readonly holders: readonly (readonly number[])[]
}

/**
 * Lays visits out for counting. Only the newest `maxItems` of each visit are kept; visits with nothing are left out.
 */
export function openVisits(visits: readonly Visit[], maxItems: number): Visits {
  const kept = visits
    .map(visit => ({ ...visit, items: visit.items.slice(-maxItems) }))
    .filter(({ items }) => items.length > 0)
    .sort(byOwnerAndTime)
  const ids = [...new Set(kept.flatMap(({ items }) => items))].sort()
  const numberOf = new Map(ids.map((id, number) => [id, number]))
  const sequences = kept.map(({ items }) => items.map(id => numberOf.get(id) ?? 0))
  const sets = sequences.map(sequence => [...new Set(sequence)])
  const at = kept.map(visit => visit.at)
  return { ids, numberOf, sequences, sets, at, owners: ownersOf(kept), holders: holdersOf(sets, ids.length) }
}

function byOwnerAndTime(a: Visit, b: Visit): number {
  return ascending(a.owner ?? '', b.owner ?? '') || a.at - b.at || ascendingLists(a.items, b.items)
}

function ownersOf(visits: readonly Visit[]): readonly number[] {
  const numbers = new Map<string, number>()
  return visits.map(({ owner }, visit) => {
    if (owner === undefined) return visit
    const number = numbers.get(owner) ?? visit
    numbers.set(owner, number)
    return number
  })
}

function holdersOf(sets: readonly (readonly number[])[], items: number): readonly (readonly number[])[] {
  const holders = Array.from({ length: items }, (): number[] => [])
  for (const [visit, set] of sets.entries()) for (const item of set) holders[item]?.push(visit)
  return holders
}
