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
  const [explanations, campaigns] = await Promise.all([vitrine.explain(), campaignsByName()])
  if (explanations.length === 0) {
    return place.replaceChildren(element('p', {}, 'Nothing was decided on this page.'))
  }
  const opened = new Set(
    [...place.querySelectorAll('details[open]')].map(one => one.getAttribute('data-placement'))
  )
  place.replaceChildren(...explanations.map(one => whyOf(one, campaigns, opened.has(one.placement))))
}

interface Said {
  readonly id: string
  readonly name: string
  readonly why?: string
}

let campaigns: Promise<ReadonlyMap<string, Said>> | undefined

/** The merchant's own words for each campaign, from the public config. */
function campaignsByName(): Promise<ReadonlyMap<string, Said>> {
  campaigns ??= fetch('/models/demo/config.json')
    .then(answer => answer.json())
    .then(({ campaigns: all }: { campaigns: readonly Said[] }) => new Map(all.map(one => [one.id, one])))
    .catch(() => new Map())
  return campaigns
}

function whyOf(explanation: Explanation, said: ReadonlyMap<string, Said>, isOpen: boolean): Element {
  const { placement, chosen, items } = explanation
  const nameOf = (id: string) => said.get(id)?.name ?? id
  const verdicts = verdictsInWords(explanation).map(({ campaign, isChosen, words }) =>
    element(
      'li',
      { class: isChosen ? 'yes' : 'no' },
      element('strong', {}, `${isChosen ? 'Shown' : 'Not shown'}: ${nameOf(campaign)}`),
      element('span', {}, `Because ${words}.`),
      isChosen ? element('span', {}, said.get(campaign)?.why ?? '') : undefined
    )
  )
  const reasons = items.map(({ title, reason }) =>
    element('li', {}, element('span', {}, title), element('em', {}, reason))
  )
  const count = items.length === 0 ? '' : `, ${items.length} ${items.length === 1 ? 'product' : 'products'}`
  const what = chosen === undefined ? 'nothing' : nameOf(chosen) + count
  return element(
    'details',
    { class: 'why', 'data-placement': placement, open: isOpen },
    element('summary', {}, `${placement}: ${what}`),
    element('ul', { class: 'verdicts' }, ...verdicts),
    reasons.length > 0 ? element('ol', { class: 'reasons' }, ...reasons) : undefined
  )
}
