import { element } from '../element.ts'
import { pageData } from '../pageData.ts'
import { say } from '../say.ts'
import type { TrialPart } from './mountTrial.ts'
import { type TrialState, trialCall } from './trialCall.ts'

/** Sells out the product of this page, or the size that is chosen, and brings it back. */
export const mountProductPart: TrialPart = async place => {
  await show(place)
  if (!watched.has(place)) buyForm()?.addEventListener('change', () => show(place))
  watched.add(place)
}

const watched = new WeakSet<Element>()

async function show(place: Element): Promise<void> {
  const { variants = [] } = pageData()
  const product = variants[0]?.item['item_group_id']
  if (product === undefined) {
    return place.replaceChildren(element('p', {}, 'Open a product to sell it out here.'))
  }
  const whole = { product: String(product) }
  const chosen = new FormData(buyForm()).get('item')
  const one = { variant: String(chosen) }
  const { title, isSoldOut = false, variant } = await trialCall('GET', 'state', { ...whole, ...one })
  place.replaceChildren(
    ...(variant && variants.length > 1 ? [lineOf(variant.title, variant.stock === 0, one)] : []),
    lineOf(variants.length > 1 ? `All of ${title}` : (title ?? ''), isSoldOut, whole)
  )
}

function buyForm(): HTMLFormElement | undefined {
  return document.querySelector<HTMLFormElement>('form[data-buy]') ?? undefined
}

/** What it is, how it stands, and the button that turns it. */
function lineOf(title: string, isOut: boolean, query: Readonly<Record<string, string>>): Element {
  const onclick = async () => {
    try {
      await trialCall<TrialState>('POST', 'stock', { ...query, do: isOut ? 'restock' : 'sell_out' })
      location.reload()
    } catch (error) {
      say(error instanceof Error ? error.message : String(error))
    }
  }
  return element(
    'div',
    { class: 'trial-thing' },
    element('p', {}, `${title} is ${isOut ? 'sold out' : 'on the shelf'}.`),
    element(
      'div',
      { class: 'trial-buttons' },
      element('button', { type: 'button', onclick }, isOut ? 'Restock it' : 'Sell it out')
    )
  )
}
