/** A row as the browser has laid it out, in CSS pixels, measured from the start whatever the direction of writing. */
export interface Track {
  readonly scrolledPx: number
  readonly viewPx: number
  readonly contentPx: number
  /** From the start of one card to the start of the next. */
  readonly stepPx: number
  readonly count: number
}

/** Layout rounds to fractions of a pixel: closer than this is there. */
const NEAR_PX = 2

/** Which ends of the row are reached. */
export function endsOf({ scrolledPx, viewPx, contentPx }: Track): { isAtStart: boolean; isAtEnd: boolean } {
  return { isAtStart: scrolledPx < NEAR_PX, isAtEnd: scrolledPx + viewPx > contentPx - NEAR_PX }
}

/**
 * Where a press of the next (1) or previous (−1) button leads: the cards that are wholly in view are exchanged for as
 * many others.
 *
 * @returns `scrollPx` from the start, and the first and last card then wholly in view, counted from 1.
 */
export function turnPage(track: Track, by: 1 | -1): { scrollPx: number; from: number; to: number } {
  const { scrolledPx, viewPx, contentPx, stepPx, count } = track
  // The gap after the last card is not part of the content, so a view of n steps less a gap still shows n cards.
  const gapPx = Math.max(0, stepPx * count - contentPx)
  const whole = Math.max(1, Math.floor((viewPx + gapPx + NEAR_PX) / stepPx))
  const last = Math.max(0, count - whole)
  const first = Math.min(last, Math.max(0, Math.round(scrolledPx / stepPx) + by * whole))
  return { scrollPx: first * stepPx, from: first + 1, to: Math.min(count, first + whole) }
}
