import { element } from '../element.ts'
import { clockOffset, moveClock } from './clock.ts'
import type { TrialPart } from './mountTrial.ts'

const DAY_MS = 86_400_000
const STEPS: readonly (readonly [string, number])[] = [
  ['A day on', DAY_MS],
  ['A week on', 7 * DAY_MS],
  ['A month on', 30 * DAY_MS],
  ['A week back', -7 * DAY_MS]
]
const NOW = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeStyle: 'short' })

/** The clock: interest fades, seasons come, customers are away for long. */
export const mountClockPart: TrialPart = async place => {
  const offset = clockOffset()
  const move = (to: number) => () => {
    moveClock(to)
    location.reload()
  }
  const buttons = STEPS.map(([name, by]) =>
    element('button', { type: 'button', onclick: move(offset + by) }, name)
  )
  const back = element('button', { type: 'button', onclick: move(0) }, 'The true time')
  place.replaceChildren(
    element('p', {}, `${NOW.format(Date.now())}${offset === 0 ? ', the true time' : ', a moved time'}.`),
    element('div', { class: 'trial-buttons' }, ...buttons, offset === 0 ? undefined : back)
  )
}
