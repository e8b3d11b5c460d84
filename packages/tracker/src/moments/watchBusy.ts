import { inTheWay } from './inTheWay.ts'
import type { Busy } from './openMoments.ts'
import type { Senses } from './openSenses.ts'
import { watchPresses } from './watchPresses.ts'

/** Who leaves sooner has come to the wrong page; who stays has not yet seen what they came for. */
const EARLY_MS = 5000
/** How often somebody who was told to wait is thought of. */
const WAIT_MS = 1000

/** Answers why nobody should be interrupted now, if so; told to wait, the caller hears `onMoment` when that has passed. */
export function watchBusy(senses: Senses, onClick: () => void): (isToWait?: boolean) => Busy | undefined {
  const { window, now, onMoment } = senses
  const shownAt = now()
  const isPressing = watchPresses(senses, onClick)
  const again = senses.newTimer()
  const why = (): Busy | undefined => {
    if (window.document.hidden) return 'hidden'
    if (now() - shownAt < EARLY_MS) return 'early'
    return inTheWay(window) ?? (isPressing() ? 'clicked' : undefined)
  }
  const busy = (isToWait?: boolean): Busy | undefined => {
    const reason = why()
    if (reason && isToWait) again(() => busy(true) ?? onMoment(), WAIT_MS)
    return reason
  }
  return busy
}
