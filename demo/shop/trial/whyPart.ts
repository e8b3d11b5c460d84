import type { Explanation, Vitrine } from 'vitrine'
import { whenVitrine } from '../callVitrine.ts'
import { element } from '../element.ts'
import { verdictsInWords } from '../inWords.ts'
import type { TrialPart } from './mountTrial.ts'

/** Every place of this page: what stands there, why, and why not something else. */
export const mountWhyPart: TrialPart = async place => {
  const vitrine = await whenVitrine()
  if (!vitrine) return place.replaceChildren(element('p', {}, 'Vitrine is not on this page.'))
  await show(place, vitrine)
  const again = () => show(place, vitrine)
  if (!watched.has(place)) vitrine.on('decision', again)
  watched.add(place)
}

const watched = new WeakSet<Element>()

async function show(place: Element, vitrine: Vitrine): Promise<void> {
  const explanations = await vitrine.explain()
  if (explanations.length === 0) {
    return place.replaceChildren(element('p', {}, 'Nothing was decided on this page.'))
  }
  place.replaceChildren(...explanations.map(whyOf))
}

function whyOf(explanation: Explanation): Element {
  const { placement, chosen, items } = explanation
  const verdicts = verdictsInWords(explanation).map(({ campaign, chosen: isChosen, words }) =>
    element(
      'li',
      { class: isChosen ? 'yes' : 'no' },
      element('strong', {}, `${isChosen ? 'Yes' : 'No'}: ${campaign}`),
      element('span', {}, words)
    )
  )
  const reasons = items.map(({ title, reason }) =>
    element('li', {}, element('span', {}, title), element('em', {}, reason))
  )
  return element(
    'details',
    { class: 'why' },
    element(
      'summary',
      {},
      `${placement}: ${chosen ?? 'nothing'}${items.length > 0 ? `, ${items.length} products` : ''}`
    ),
    element('ul', { class: 'verdicts' }, ...verdicts),
    reasons.length > 0 ? element('ol', { class: 'reasons' }, ...reasons) : undefined
  )
}
