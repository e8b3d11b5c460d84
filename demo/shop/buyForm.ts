import { addToBasket } from './addToBasket.ts'
import type { Basket } from './basket.ts'
import { element } from './element.ts'
import { money } from './money.ts'
import type { VariantData } from './pageData.ts'
import { tell } from './tell.ts'

/** The product page's form: choosing a size or colour changes price, stock and picture; adding fills the basket. */
export function mountBuyForm(form: HTMLFormElement, variants: readonly VariantData[], basket: Basket): void {
  const chosen = () => variants.find(({ item }) => item.item_id === new FormData(form).get('item'))

  form.addEventListener('change', ({ target }) => {
    const variant = chosen()
    if (!variant || !(target instanceof HTMLInputElement) || target.name !== 'item') return
    show(form, variant)
    const ecommerce = { currency: 'GBP', value: variant.item.price, items: [variant.item] }
    tell({ event: 'view_item', ecommerce })
    // Whoever looks for a size that is gone may be glad to hear when it is not.
    if (variant.stock === 0) tell({ event: 'sold_out_size', ecommerce })
  })

  form.addEventListener('submit', event => {
    event.preventDefault()
    const variant = chosen()
    const quantity = Number(new FormData(form).get('quantity') ?? 1)
    if (variant && variant.stock > 0) {
      const { item, image, link } = variant
      addToBasket(basket, { item: { ...item, quantity }, image, link })
    }
  })
}

function show(form: HTMLFormElement, { item, price, stock, image }: VariantData): void {
  const about = form.parentElement
  const { now, before } = price
  about
    ?.querySelector('[data-price]')
    ?.replaceChildren(
      element(
        'span',
        { class: 'price' },
        ...(before === undefined
          ? [money(now / 100)]
          : [element('ins', {}, money(now / 100)), ' ', element('del', {}, money(before / 100))])
      )
    )
  const line = form.querySelector('[data-stock]')
  if (line) line.textContent = stockWords(stock)
  line?.classList.toggle('out', stock === 0)
  form.querySelector('[data-add]')?.toggleAttribute('disabled', stock === 0)
  // Vitrine's form follows the choice; without a variant it shows nothing.
  form.querySelector('[data-restock]')?.setAttribute('variant', stock === 0 ? item.item_id : '')
  const picture = document.querySelector<HTMLImageElement>('[data-picture]')
  if (picture && picture.getAttribute('src') !== image) picture.src = image
}

const FEW = 5

function stockWords(stock: number): string {
  if (stock === 0) return 'Sold out'
  return stock <= FEW ? `Only ${stock} left` : 'In stock'
}
