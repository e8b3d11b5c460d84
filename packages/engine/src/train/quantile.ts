/**
 * The value below which a share of the values lies, between two of them where it falls between.
 *
 * @param sorted - Ascending, at least one.
 * @param share - 0 … 1.
 */
export function quantile(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share
  const below = sorted[Math.floor(place)] ?? 0
  const above = sorted[Math.ceil(place)] ?? 0
  return below + (above - below) * (place - Math.floor(place))
}

/** The four borders between five groups of equal size, ascending. */
export function quintiles(values: readonly number[]): [number, number, number, number] {
  const sorted = [...values].sort((a, b) => a - b)
  return [quantile(sorted, 0.2), quantile(sorted, 0.4), quantile(sorted, 0.6), quantile(sorted, 0.8)]
}
