import type { Vitrine } from 'vitrine'
import { whenVitrine } from '../callVitrine.ts'
import { element } from '../element.ts'
import { factList, plainJson } from '../factList.ts'
import { consentInWords } from '../inWords.ts'
import { outboxInWords } from '../titlesOf.ts'
import type { TrialPart } from './mountTrial.ts'

/** What the tracker heard on this page, and what became of it. */
export const mountHeardPart: TrialPart = async place => {
  const vitrine = await whenVitrine()
  if (!vitrine) return place.replaceChildren(element('p', {}, 'Vitrine is not on this page.'))
  show(place, vitrine)
  if (!watched.has(place)) vitrine.on('event', () => show(place, vitrine))
  watched.add(place)
}

const watched = new WeakSet<Element>()

function show(place: Element, vitrine: Vitrine): void {
  const report = vitrine.debug()
  const wasOpen = place.querySelector('details')?.open ?? false
  const events = report.events.map(event => {
    const items = Array.isArray(event['items']) ? event['items'].length : 0
    return element('li', {}, `${event['event']}${items > 0 ? ` (${items})` : ''}`)
  })
  const all = plainJson('Everything, as data', report)
  if (wasOpen) all.setAttribute('open', '')
  place.replaceChildren(
    factList([
      ['Page', report.page.type],
      ...consentInWords(report.consent),
      ['Kept in', report.storage === 'indexeddb' ? 'IndexedDB' : 'memory, until you leave the page'],
      ['Sent', outboxInWords(report)]
    ]),
    element('ol', { class: 'heard' }, ...events),
    all
  )
}
