import type { Vitrine } from 'vitrine'
import { whenVitrine } from '../callVitrine.ts'
import { NO_CONSENT_COOKIE } from '../consentCookie.ts'
import { currentLines } from '../currentLines.ts'
import { element } from '../element.ts'
import { say } from '../say.ts'
import { atTime, moveClock } from './clock.ts'
import type { TrialPart, TrialParts } from './mountTrial.ts'
import { trialCall } from './trialCall.ts'

interface Persona {
  readonly id: string
  readonly name: string
  readonly text: string
  readonly events: readonly { minutesAgo: number; name: string; payload: Record<string, unknown> }[]
  readonly basket: readonly string[]
}

const MINUTE_MS = 60_000

/** Begins anew, as nobody or as somebody with a ready-made past. */
export const mountPastPart: TrialPart = async (place, parts) => {
  const { personas } = await trialCall<{ personas: readonly Persona[] }>('GET', 'personas')
  const choices = personas.map(persona =>
    element(
      'li',
      {},
      element('button', { type: 'button', onclick: () => become(persona, parts) }, persona.name),
      element('span', {}, persona.text)
    )
  )
  place.replaceChildren(
    element(
      'p',
      {},
      'A past is replayed through vitrine.track, with this page’s clock set back. It grants consent; the API is not told of it.'
    ),
    element('ul', { class: 'trial-people' }, ...choices),
    element(
      'div',
      { class: 'trial-buttons' },
      element('button', { type: 'button', onclick: () => reset(parts) }, 'Reset everything')
    )
  )
}

async function become(persona: Persona, parts: TrialParts): Promise<void> {
  const vitrine = await whenVitrine()
  if (!vitrine) return say('Vitrine is not on this page.')
  await empty(vitrine, parts)
  // Not told to the API: it would have to take for news what never happened.
  parts.consent.set({ personalise: 'granted', measure: 'denied' })
  await vitrine.profile()
  const now = Date.now()
  for (const { minutesAgo, name, payload } of [...persona.events].sort(
    (a, b) => b.minutesAgo - a.minutesAgo
  )) {
    atTime(now - minutesAgo * MINUTE_MS, () => vitrine.track(name, payload))
  }
  for (const line of await currentLines(persona.basket)) parts.basket.add(line)
  await whenSaved(vitrine)
  parts.consent.set({ personalise: 'granted', measure: 'granted' })
  await whenSaved(vitrine)
  location.assign('/')
}

/** Waits until all of it is on the disk, so that nothing is lost when the page goes; a browser that refuses has a few seconds. */
async function whenSaved(vitrine: Vitrine): Promise<void> {
  for (let tries = 0; tries < 100 && vitrine.debug().outbox.unsaved !== 0; tries++) {
    await new Promise(resolve => setTimeout(resolve, 30))
  }
}

/** A device that was never here: no events, no basket, no answer, the true time. */
async function reset(parts: TrialParts): Promise<void> {
  const vitrine = await whenVitrine()
  await empty(vitrine, parts)
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser
  document.cookie = NO_CONSENT_COOKIE
  sessionStorage.clear()
  location.assign('/')
}

async function empty(vitrine: Vitrine | undefined, { basket }: TrialParts): Promise<void> {
  await vitrine?.forget()
  basket.clear()
  moveClock(0)
}
