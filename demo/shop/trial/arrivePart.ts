import { element } from '../element.ts'
import { clockOffset, moveClock } from './clock.ts'
import type { TrialPart } from './mountTrial.ts'

/** After half an hour of nothing a visit is over; an hour on, the next page begins another. */
export const LATER_MS = 3_600_000

/** The doors one can come by, and their addresses. */
export const SOURCES: readonly (readonly [name: string, address: string])[] = [
  ['From Instagram', '/?utm_source=instagram'],
  ['From the newsletter', '/?utm_source=newsletter'],
  ['From nowhere', '/']
]

/** Leaves and comes in anew: an hour later, by another door. */
export const mountArrivePart: TrialPart = async place => {
  const buttons = SOURCES.map(([name, address]) => {
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
