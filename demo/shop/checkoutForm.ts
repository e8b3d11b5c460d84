import { orderSum } from '../till/orderSum.ts'
import { type Basket, type BasketLine, worth } from './basket.ts'
import { type CodeField, mountCodeField } from './codeField.ts'
import { element } from './element.ts'
import { money } from './money.ts'
import { tell } from './tell.ts'

/** The checkout: what is in the basket, and a button that makes an order of it. The form's fields never leave the page, but for the code. */
export function mountCheckoutForm(form: HTMLFormElement, summary: Element, basket: Basket): void {
  const lines = basket.lines()
  const codeField = mountCodeField(form, { lines: () => wantedOf(basket), onChange: show })
  function show(): void {
    summary.replaceChildren(...summaryOf(basket.lines(), codeField))
  }
  show()
  if (lines.length > 0) {
    const items = lines.map(({ item }) => item)
    tell({ event: 'begin_checkout', ecommerce: { currency: 'GBP', value: worth(lines), items } })
  }
  form.addEventListener('submit', event => {
    event.preventDefault()
    send(form, basket, codeField).catch(() => problem('The shop did not answer. Please try again.'))
  })
}

function wantedOf(basket: Basket) {
  return basket.lines().map(({ item }) => ({ itemId: item.item_id, quantity: item.quantity }))
}

function summaryOf(lines: readonly BasketLine[], codeField: CodeField): readonly Element[] {
  if (lines.length === 0) return [element('p', { class: 'empty' }, 'Nothing yet.')]
  const applied = codeField.applied()
  const sum = applied?.sum ?? orderSum(Math.round(worth(lines) * 100))
  const pounds = (pence: number) => money(pence / 100)
  return [
    ...lines.map(({ item }) =>
      row(`${item.quantity} × ${item.item_name}`, money(item.price * item.quantity))
    ),
    row('Goods', pounds(sum.goodsPence)),
    ...(applied
      ? [
          row(
            `${applied.code.toUpperCase()}, ${applied.words}`,
            sum.savedPence > 0 ? `−${pounds(sum.savedPence)}` : ''
          )
        ]
      : []),
    row('Delivery', sum.deliveryPence === 0 ? 'free' : pounds(sum.deliveryPence)),
    row('Together', element('strong', {}, pounds(sum.totalPence)))
  ]
}

function row(what: string, amount: string | Element): Element {
  const right = typeof amount === 'string' ? element('span', {}, amount) : amount
  return element('p', { class: 'sum-row' }, element('span', {}, what), right)
}

async function send(form: HTMLFormElement, basket: Basket, codeField: CodeField): Promise<void> {
  const button = form.querySelector('button:not([type])')
  button?.toggleAttribute('disabled', true)
  try {
    problem('')
    if (!(await codeField.settle())) return
    const code = codeField.applied()?.code
    const answer = await fetch('/checkout', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ lines: wantedOf(basket), ...(code !== undefined && { code }) })
    })
    const { order, problem: why, isCode }: Said = await answer.json()
    if (isCode && why !== undefined) return codeField.refuse(why)
    if (order === undefined) return problem(why ?? 'That did not work.')
    basket.clear()
    location.assign(`/order/${order}`)
  } finally {
    button?.removeAttribute('disabled')
  }
}

interface Said {
  readonly order?: string
  readonly problem?: string
  readonly isCode?: boolean
}

function problem(words: string): void {
  const line = document.querySelector('#checkout-problem')
  if (line) line.textContent = words
}
