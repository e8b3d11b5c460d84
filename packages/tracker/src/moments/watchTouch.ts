import type { Listen } from './listenTo.ts'
import type { MomentParts } from './openMoments.ts'
import { leavesInMs } from './touchScore.ts'
import { watchFlings } from './watchFlings.ts'

/** What is in the way of an exit is looked at again so often. */
const WAIT_MS = 1000

/** What the signs of leaving on a touch screen are weighed with. */
export interface TouchParts {
  readonly idleMs: () => number
  /** Whether the page was scrolled far enough to have been read. */
  readonly hasRead: () => boolean
  readonly isFree: () => boolean
  readonly onLeave: () => void
}

/** Tells, once, when enough signs on a touch screen speak for leaving. Answers what to call when the shopper returns. */
export function watchTouch(
  { window, now, setTimer }: MomentParts,
  listen: Listen,
  undos: (() => void)[],
  { idleMs, hasRead, isFree, onLeave }: TouchParts
): () => void {
  let returnedAt = 0
  let flungAt = 0
  let undoTimer = () => {}
  undos.push(() => undoTimer())
  const weigh = () => {
    undoTimer()
    const leftMs = isTouch()
      ? leavesInMs({ flungAt, returnedAt, idleMs: idleMs() }, now())
      : Number.POSITIVE_INFINITY
    if (leftMs > 0) {
      if (leftMs < Number.POSITIVE_INFINITY) undoTimer = setTimer(weigh, leftMs)
    } else if (isFree()) {
      returnedAt = flungAt = 0
      onLeave()
    } else undoTimer = setTimer(weigh, WAIT_MS)
  }
  const isTouch = watchFlings(window, now, listen, () => {
    if (!hasRead()) return
    flungAt = now()
    weigh()
  })
  return () => {
    returnedAt = now()
    weigh()
  }
}
