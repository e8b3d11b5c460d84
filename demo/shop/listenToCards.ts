import { addToBasket } from './addToBasket.ts'
import type { Basket } from './basket.ts'
import { currentLines } from './currentLines.ts'
import { say } from './say.ts'

/** What a Vitrine card tells when its button is pressed. */
interface AddDetail {
  readonly item: { readonly card: { readonly id: string; readonly title: string; readonly link: string } }
  readonly variantId?: string
  readonly quantity?: number
}

/** Takes "add to basket" from Vitrine's cards: the shop looks up today's price and stock, and tells of the add as it always does. */
export function listenToCards(basket: Basket): void {
  document.addEventListener('vitrine:add', event => {
    event.preventDefault()
    const { item, variantId, quantity = 1 } = (event as CustomEvent<AddDetail>).detail
    add(basket, variantId ?? item.card.id, quantity).catch(() => {
      // The shop did not answer: its product page can say more than a toast.
      location.assign(item.card.link)
    })
  })
}

async function add(basket: Basket, itemId: string, quantity: number): Promise<void> {
  const [line] = await currentLines([itemId])
  if (!line) throw new Error(`${itemId} is not sold`)
  if (line.stock === 0) say(`${line.item.item_name} has just been sold out.`)
  else addToBasket(basket, { ...line, item: { ...line.item, quantity } })
}
