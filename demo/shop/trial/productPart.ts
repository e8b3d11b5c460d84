import { element } from '../element.ts'
import { pageData } from '../pageData.ts'
import { say } from '../say.ts'
import type { TrialPart } from './mountTrial.ts'
import { trialCall } from './trialCall.ts'

/** Sells out the product of this page, and brings it back. */
export const mountProductPart: TrialPart = async place => {
  const product = pageData().variants?.[0]?.item['item_group_id']
  if (product === undefined) {
    return place.replaceChildren(element('p', {}, 'Open a product to sell it out here.'))
  }
  const query = { product: String(product) }
  const { title, isSoldOut } = await trialCall('GET', 'state', query)
  const change = (what: string) => async () => {
    try {
      await trialCall('POST', 'stock', { ...query, do: what })
      location.reload()
    } catch (error) {
      say(error instanceof Error ? error.message : String(error))
    }
  }
  const button = isSoldOut
    ? element('button', { type: 'button', onclick: change('restock') }, 'Restock it')
    : element('button', { type: 'button', onclick: change('sell_out') }, 'Sell it out')
  place.replaceChildren(
    element('p', {}, `${title} is ${isSoldOut ? 'sold out' : 'on the shelf'}.`),
    element('div', { class: 'trial-buttons' }, button)
  )
}
