import type { Senses } from './openSenses.ts'
import { ENOUGH, STILL_MS, touchScore } from './touchScore.ts'
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

/** Tells when enough signs on a touch screen speak for leaving. Answers what to call when the shopper is back. */
export function watchTouch(senses: Senses, { idleMs, hasRead, isFree, onLeave }: TouchParts): () => void {
  const { now } = senses
  const again = senses.newTimer()
  let returnedAt = 0
  let flungAt = 0
  const weigh = () => {
    const stillInMs = STILL_MS - idleMs()
    const isLeaving = isTouch() && touchScore({ flungAt, returnedAt, idleMs: idleMs() }, now()) >= ENOUGH
    again()
    if (isLeaving && isFree()) {
      returnedAt = flungAt = 0
      onLeave()
    } else if (isLeaving) again(weigh, WAIT_MS)
    else if (stillInMs > 0) again(weigh, stillInMs)
  }
  const isTouch = watchFlings(senses, () => {
    if (!hasRead()) return
    flungAt = now()
    weigh()
  })
  return () => {
    returnedAt = now()
    weigh()
  }
}
