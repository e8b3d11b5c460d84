import { inTheWay } from './inTheWay.ts'
import type { Listen } from './listenTo.ts'
import type { Busy, MomentParts } from './openMoments.ts'
import { watchPresses } from './watchPresses.ts'

/** Who leaves sooner has come to the wrong page; who stays has not yet seen what they came for. */
const EARLY_MS = 5000
/** How often somebody who was told to wait is thought of. */
const WAIT_MS = 1000

/** Answers why nobody should be interrupted now, if so; told to wait, the caller hears `onMoment` when that has passed. */
export function watchBusy(
  { window, now, setTimer, onMoment }: MomentParts,
  listen: Listen,
  undos: (() => void)[],
  onClick: () => void
): (isToWait?: boolean) => Busy | undefined {
  const shownAt = now()
  const isPressing = watchPresses(now, listen, onClick)
  let undoWait: (() => void) | undefined
  undos.push(() => undoWait?.())
  const why = (): Busy | undefined => {
    if (window.document.hidden) return 'hidden'
    if (now() - shownAt < EARLY_MS) return 'early'
    return inTheWay(window) ?? (isPressing() ? 'clicked' : undefined)
  }
  const wait = () => {
    undoWait ??= setTimer(() => {
      undoWait = undefined
      if (why()) wait()
      else onMoment()
    }, WAIT_MS)
  }
  return isToWait => {
    const busy = why()
    if (busy && isToWait) wait()
    return busy
  }
}
