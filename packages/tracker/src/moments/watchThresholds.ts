import { missing } from './missing.ts'
import type { MomentParts, SensedMoments } from './openMoments.ts'

/** Answers a look at which moments newly hold. It sets the one timer for the next that time alone will bring. */
export function watchThresholds(
  { window, setTimer, moments, onMoment }: MomentParts,
  read: () => SensedMoments,
  undos: (() => void)[]
): () => void {
  let held: readonly unknown[] = []
  let undoTimer = () => {}
  undos.push(() => undoTimer())
  const check = () => {
    undoTimer()
    const sensed = read()
    const waits: number[] = []
    const before = held
    held = moments.filter(moment => {
      const { left, isTimed } = missing(moment, sensed)
      if (left > 0 && isTimed) waits.push(left)
      return left <= 0
    })
    // Out of sight nothing is timed; the page looks again when it is back.
    if (waits[0] && !window.document.hidden) undoTimer = setTimer(check, Math.min(...waits))
    if (held.some(moment => !before.includes(moment))) onMoment()
  }
  return check
}
