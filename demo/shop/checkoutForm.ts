import { type Basket, worth } from './basket.ts'
import { element } from './element.ts'
import { money } from './money.ts'
import { tell } from './tell.ts'

/** The checkout: what is in the basket, and a button that makes an order of it. The form's fields never leave the page. */
export function mountCheckoutForm(form: HTMLFormElement, summary: Element, basket: Basket): void {
  const lines = basket.lines()
  summary.replaceChildren(
    ...(lines.length === 0
      ? [element('p', { class: 'empty' }, 'Nothing yet.')]
      : [
          ...lines.map(({ item }) =>
            element(
              'p',
              { class: 'sum-row' },
              element('span', {}, `${item.quantity} × ${item.item_name}`),
              element('span', {}, money(item.price * item.quantity))
            )
          ),
          element(
            'p',
            { class: 'sum-row' },
            element('span', {}, 'Together'),
            element('strong', {}, money(worth(lines)))
          )
        ])
  )
  if (lines.length > 0) {
    const items = lines.map(({ item }) => item)
    tell({ event: 'begin_checkout', ecommerce: { currency: 'GBP', value: worth(lines), items } })
  }
  form.addEventListener('submit', event => {
    event.preventDefault()
    send(form, basket).catch(() => problem('The shop did not answer. Please try again.'))
  })
}

async function send(form: HTMLFormElement, basket: Basket): Promise<void> {
  const button = form.querySelector('button')
  button?.toggleAttribute('disabled', true)
  const lines = basket.lines().map(({ item }) => ({ itemId: item.item_id, quantity: item.quantity }))
  try {
    const answer = await fetch('/checkout', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ lines })
    })
    const { order, problem: why }: { order?: string; problem?: string } = await answer.json()
    if (order === undefined) return problem(why ?? 'That did not work.')
    basket.clear()
    location.assign(`/order/${order}`)
  } finally {
    button?.removeAttribute('disabled')
  }
}

function problem(words: string): void {
  const line = document.querySelector('#checkout-problem')
  if (line) line.textContent = words
}
