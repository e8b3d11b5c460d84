import { element } from '../element.ts'
import { clockOffset, moveClock } from './clock.ts'
import { DOORS, LATER_MS } from './doors.ts'
import type { TrialPart } from './mountTrial.ts'

/** Leaves and comes in anew: an hour later, by another door. */
export const mountArrivePart: TrialPart = async place => {
  const buttons = DOORS.map(([name, address]) => {
    const onclick = () => {
      moveClock(clockOffset() + LATER_MS)
      location.assign(address)
    }
    return element('button', { type: 'button', onclick }, name)
  })
  place.replaceChildren(
    element('p', {}, 'An hour later, a new visit begins, and the shop knows which door it came by.'),
    element('div', { class: 'trial-buttons' }, ...buttons)
  )
}
