import type { RankedRow } from './openCounter.ts'

/**
 * The strongest items by weight, equals by number; what weighs nothing is left out.
 *
 * Only those that can be among them are sorted with their items: rows keep fifty of what may be thousands.
 */
export function strongest(
  items: readonly number[],
  weightOf: (item: number) => number,
  limit: number
): RankedRow {
  const border = borderOf(items, weightOf, limit)
  const kept: { item: number; weight: number }[] = []
  for (const item of items) {
    const weight = weightOf(item)
    if (weight > 0 && weight >= border) kept.push({ item, weight })
  }
  const ranked = kept.sort((a, b) => b.weight - a.weight || a.item - b.item).slice(0, limit)
  return { items: ranked.map(({ item }) => item), weights: ranked.map(({ weight }) => weight) }
}

/** The weight of the last item that fits. */
function borderOf(items: readonly number[], weightOf: (item: number) => number, limit: number): number {
  if (items.length <= limit) return 0
  const weights = Float64Array.from(items, weightOf).sort()
  return weights[weights.length - limit] ?? 0
}
