import type { Basket } from '../basket.ts'
import type { ShopConsent } from '../consent.ts'
import { element } from '../element.ts'
import { mountApiPart } from './apiPart.ts'
import { mountArrivePart } from './arrivePart.ts'
import { mountClockPart } from './clockPart.ts'
import { mountHeardPart } from './heardPart.ts'
import { mountMailPart } from './mailPart.ts'
import { mountPastPart } from './pastPart.ts'
import { mountProductPart } from './productPart.ts'
import { mountWhyPart } from './whyPart.ts'

/** What the panel works on. */
export interface TrialParts {
  readonly consent: ShopConsent
  readonly basket: Basket
}

/** A part of the panel: fills its place, and again each time the panel is opened. */
export type TrialPart = (place: Element, parts: TrialParts) => Promise<void>

/** Kept for this tab while the panel is open, so that it stays open when the page is loaded anew. */
const OPEN_KEY = 'trial.open'

const PARTS: readonly (readonly [title: string, part: TrialPart])[] = [
  ['A past to begin with', mountPastPart],
  ['Come in anew', mountArrivePart],
  ['The clock', mountClockPart],
  ['Why is this here?', mountWhyPart],
  ['This product', mountProductPart],
  ['The mail drawer', mountMailPart],
  ['The API', mountApiPart],
  ['What was heard', mountHeardPart]
]

/** Puts the trial panel behind its button. It is the demo's own and no part of Vitrine. */
export function mountTrial(opener: HTMLButtonElement, parts: TrialParts): void {
  const title = element('h2', { id: 'trial-title', tabindex: -1 }, 'Trial')
  const places = PARTS.map(([name]) => element('div', { 'data-part': name }))
  const close = element('button', { class: 'trial-close', type: 'button' }, 'Close')
  const sections = PARTS.map(([name], at) => {
    return element('section', { 'aria-label': name }, element('h3', {}, name), places[at])
  })
  const panel = element(
    'dialog',
    { class: 'trial', 'aria-labelledby': 'trial-title' },
    element('div', { class: 'trial-head' }, title, close),
    ...sections
  )
  document.body.append(panel)

  function open(takeFocus: boolean): void {
    panel.show()
    opener.setAttribute('aria-expanded', 'true')
    sessionStorage.setItem(OPEN_KEY, '1')
    PARTS.forEach(([, part], at) => {
      const place = places[at]
      if (place) part(place, parts).catch(error => place.replaceChildren(element('p', {}, String(error))))
    })
    if (takeFocus) title.focus()
  }

  function shut(): void {
    panel.close()
    opener.setAttribute('aria-expanded', 'false')
    sessionStorage.removeItem(OPEN_KEY)
    opener.focus()
  }

  opener.setAttribute('aria-expanded', 'false')
  opener.addEventListener('click', () => (panel.open ? shut() : open(true)))
  close.addEventListener('click', shut)
  panel.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') shut()
  })
  if (sessionStorage.getItem(OPEN_KEY)) open(false)
}
