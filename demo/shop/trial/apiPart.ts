import { whenVitrine } from '../callVitrine.ts'
import { element } from '../element.ts'
import { say } from '../say.ts'
import { outboxInWords } from '../titlesOf.ts'
import type { TrialPart } from './mountTrial.ts'
import { type TrialState, trialCall } from './trialCall.ts'

/** Stops and starts the API. What is shown goes on without it, and what happens meanwhile waits on the device. */
export const mountApiPart: TrialPart = async place => show(place, await trialCall('GET', 'state'))

async function show(place: Element, { isApiRunning }: TrialState): Promise<void> {
  const vitrine = await whenVitrine()
  const turn = async () => {
    button.disabled = true
    try {
      await show(place, await trialCall('POST', 'api', { do: isApiRunning ? 'stop' : 'start' }))
    } catch (error) {
      say(error instanceof Error ? error.message : String(error))
      button.disabled = false
    }
  }
  const button = element(
    'button',
    { type: 'button', onclick: turn },
    isApiRunning ? 'Stop the API' : 'Start the API'
  )
  place.replaceChildren(
    element('p', {}, `The API is ${isApiRunning ? 'running' : 'stopped'}.`),
    element('p', {}, vitrine ? `Events of this device: ${outboxInWords(vitrine.debug())}.` : ''),
    element('div', { class: 'trial-buttons' }, button)
  )
}
