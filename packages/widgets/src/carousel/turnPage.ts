/**
 * Where a press of the next (1) or previous (−1) button leads: the cards that are wholly in view are exchanged for as
 * many others.
 *
 * @param isWhole - For each card in its order, whether it is wholly in view now.
 * @returns The first card in view now, and the first and last then, counted from 0.
 */
export function turnPage(
  isWhole: readonly boolean[],
  by: 1 | -1
): { readonly now: number; readonly first: number; readonly last: number } {
  const now = Math.max(0, isWhole.indexOf(true))
  const many = Math.max(1, isWhole.filter(Boolean).length)
  const first = Math.max(0, Math.min(isWhole.length - many, now + by * many))
  return { now, first, last: first + many - 1 }
}
