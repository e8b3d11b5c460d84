import { missing } from './missing.ts'
import type { SensedMoments } from './openMoments.ts'
import type { Senses } from './openSenses.ts'

/** Answers a look at which moments newly hold. It sets the one timer for the next that time alone will bring. */
export function watchThresholds(
  { window, newTimer, moments, onMoment }: Senses,
  read: () => SensedMoments
): () => void {
  const again = newTimer()
  let held: readonly unknown[] = []
  const check = () => {
    const sensed = read()
    const waits: number[] = []
    const before = held
    held = moments.filter(moment => {
      const { left, isTimed } = missing(moment, sensed)
      if (left > 0 && isTimed) waits.push(left)
      return left <= 0
    })
    again()
    // Out of sight nothing is timed; the page looks again when it is back.
    if (waits[0] && !window.document.hidden) again(check, Math.min(...waits))
    if (held.some(moment => !before.includes(moment))) onMoment()
  }
  return check
}
