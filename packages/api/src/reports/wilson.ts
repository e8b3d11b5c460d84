/** From lowest to highest a share that is in doubt. */
export type Interval = readonly [low: number, high: number]

/** 95 % on both sides. */
const Z = 1.959964

/**
 * The Wilson score interval of a share at 95 %, right for small counts and for shares near 0 and 1
 * (Wilson 1927; Newcombe, Statistics in Medicine 17, 1998, method 3).
 *
 * @param hits - 0 … `of`.
 * @returns `[0, 1]` when there is nothing to judge by.
 */
export function wilson(hits: number, of: number): Interval {
  if (of <= 0) return [0, 1]
  const share = hits / of
  const z2 = Z * Z
  const middle = (share + z2 / (2 * of)) / (1 + z2 / of)
  const half = (Z * Math.sqrt((share * (1 - share) + z2 / (4 * of)) / of)) / (1 + z2 / of)
  return [Math.max(0, middle - half), Math.min(1, middle + half)]
}

/** A share that was counted. */
export interface Counted {
  readonly hits: number
  readonly of: number
}

/** The difference `a − b` of two shares, from the Wilson intervals of both (Newcombe 1998, method 10). */
export function newcombe(a: Counted, b: Counted): Interval {
  if (a.of <= 0 || b.of <= 0) return [-1, 1]
  const [left, right] = [a.hits / a.of, b.hits / b.of]
  const [lowLeft, highLeft] = wilson(a.hits, a.of)
  const [lowRight, highRight] = wilson(b.hits, b.of)
  return [
    left - right - Math.hypot(left - lowLeft, highRight - right),
    left - right + Math.hypot(highLeft - left, right - lowRight)
  ]
}
