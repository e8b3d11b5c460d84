/** Sums over item numbers that are emptied at the cost of what was touched, however many items there are. */
export interface Tally {
  add(item: number, amount: number): void
  of(item: number): number
  /** Items with a sum, in the order in which they came. */
  readonly touched: readonly number[]
  clear(): void
}

/** Opens sums for items 0 … `size` − 1. Amounts are positive. */
export function openTally(size: number): Tally {
  const sums = new Float64Array(size)
  const touched: number[] = []
  return {
    add(item, amount) {
      const before = sums[item] ?? 0
      if (before === 0) touched.push(item)
      sums[item] = before + amount
    },
    of: item => sums[item] ?? 0,
    touched,
    clear() {
      for (const item of touched) sums[item] = 0
      touched.length = 0
    }
  }
}
