import { whenVitrine } from '../callVitrine.ts'
import { element } from '../element.ts'
import { say } from '../say.ts'
import { outboxInWords } from '../titlesOf.ts'
import type { TrialPart } from './mountTrial.ts'
import { type TrialState, trialCall } from './trialCall.ts'

/** The outbox sends when it sees fit; the count follows it this often. */
const LOOK_EVERY_MS = 1000

/** Stops and starts the API. What is shown goes on without it, and what happens meanwhile waits on the device. */
export const mountApiPart: TrialPart = async place => show(place, await trialCall('GET', 'state'))

async function show(place: Element, { isApiRunning }: TrialState): Promise<void> {
  const turn = async () => {
    button.disabled = true
    try {
      await show(place, await trialCall('POST', 'api', { do: isApiRunning ? 'stop' : 'start' }))
    } catch (error) {
      say(error instanceof Error ? error.message : String(error))
      button.disabled = false
    }
  }
  const words = isApiRunning ? 'Stop the API' : 'Start the API'
  const button = element('button', { type: 'button', onclick: turn }, words)
  const count = element('p')
  place.replaceChildren(
    element('p', {}, `The API is ${isApiRunning ? 'running' : 'stopped'}.`),
    count,
    element('div', { class: 'trial-buttons' }, button),
    element(
      'p',
      {},
      element('a', { href: '/merchant' }, 'The merchant’s page'),
      ': what the campaigns did, and their switches.'
    )
  )
  const vitrine = await whenVitrine()
  if (vitrine) keepCounting(count, () => `Events of this device: ${outboxInWords(vitrine.debug())}.`)
}

/** Ends by itself when the line has left the page. */
function keepCounting(line: Element, words: () => string): void {
  line.textContent = words()
  setTimeout(() => line.isConnected && keepCounting(line, words), LOOK_EVERY_MS)
}
