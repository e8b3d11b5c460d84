import { deliveryOf } from '../range/delivery.ts'
import { type Basket, type BasketLine, worth } from './basket.ts'
import { type CurrentLine, currentLines } from './currentLines.ts'
import { element } from './element.ts'
import { money } from './money.ts'
import { say } from './say.ts'
import { tell } from './tell.ts'

/** Shows the basket on its page: at once as it was put together, then with what the shop says of it today. */
export async function mountBasketView(place: Element, basket: Basket): Promise<void> {
  let current: ReadonlyMap<string, CurrentLine> = new Map()
  const show = () => place.replaceChildren(...basketView(basket, current))
  show()
  basket.onChange(show)
  const lines = basket.lines()
  if (lines.length > 0) {
    tell({
      event: 'view_cart',
      ecommerce: { currency: 'GBP', value: worth(lines), items: lines.map(({ item }) => item) }
    })
  }
  current = await today(basket)
  show()
}

/** Today's stock by variant; none when the shop does not answer, and the basket shows what it knows. */
async function today(basket: Basket): Promise<ReadonlyMap<string, CurrentLine>> {
  const ids = basket.lines().map(({ item }) => item.item_id)
  const lines = await currentLines(ids).catch(() => [])
  return new Map(lines.map(line => [line.item.item_id, line]))
}

function basketView(basket: Basket, current: ReadonlyMap<string, CurrentLine>): readonly Element[] {
  const lines = basket.lines()
  if (lines.length === 0) {
    const link = element('a', { href: '/' }, 'Look around')
    return [element('p', { class: 'empty' }, 'There is nothing in it yet. ', link, '.')]
  }
  const list = element('ul', {}, ...lines.map(line => lineView(line, current.get(line.item.item_id), basket)))
  const delivery = deliveryOf(Math.round(worth(lines) * 100)) / 100
  const sum = element(
    'div',
    { class: 'cart-sum' },
    element(
      'p',
      { class: 'sum-row' },
      element('span', {}, 'Together'),
      element('strong', {}, money(worth(lines)))
    ),
    element(
      'p',
      { class: 'sum-row' },
      element('span', {}, 'Delivery'),
      element('span', {}, delivery === 0 ? 'free' : money(delivery))
    ),
    element('a', { class: 'button', href: '/checkout' }, 'To the checkout')
  )
  return [element('div', { class: 'cart-grid' }, list, sum)]
}

function lineView(line: BasketLine, now: CurrentLine | undefined, basket: Basket): Element {
  const { item, image, link } = line
  const short = now !== undefined && now.stock < item.quantity
  const words = now?.stock === 0 ? 'Sold out by now.' : `Only ${now?.stock} left.`
  return element(
    'li',
    { class: 'cart-line' },
    element('img', { src: image, alt: '', width: 96, height: 120 }),
    element(
      'div',
      {},
      element('h2', {}, element('a', { href: link }, item.item_name)),
      element('p', { class: 'what' }, [item['item_variant'], money(item.price)].filter(Boolean).join(' · ')),
      short ? element('p', { class: 'problem' }, words) : undefined,
      element('div', { class: 'how-many' }, quantityOf(line, basket), removeOf(line, basket))
    ),
    element('span', { class: 'price' }, money(item.price * item.quantity))
  )
}

function quantityOf({ item }: BasketLine, basket: Basket): Element {
  const counts = new Set([1, 2, 3, 4, 5, 6, 8, 10, 12, item.quantity])
  const options = [...counts]
    .sort((a, b) => a - b)
    .map(count => {
      return element('option', { selected: count === item.quantity }, String(count))
    })
  const select = element('select', { 'aria-label': `Quantity of ${item.item_name}` }, ...options)
  select.addEventListener('change', () => {
    change({ item, to: Number(select.value), basket })
    refocus(`select[aria-label="${CSS.escape(`Quantity of ${item.item_name}`)}"]`)
  })
  return select
}

function removeOf({ item }: BasketLine, basket: Basket): Element {
  const onclick = () => {
    change({ item, to: 0, basket })
    say(`${item.item_name} is out of your basket.`)
    refocus('#main')
  }
  const hidden = element('span', { class: 'unseen' }, ` ${item.item_name}`)
  return element('button', { class: 'plain', type: 'button', onclick }, 'Remove', hidden)
}

interface Change {
  readonly item: BasketLine['item']
  readonly to: number
  readonly basket: Basket
}

/** More is an add and less a removal, each of the difference. */
function change({ item, to, basket }: Change): void {
  const by = to - item.quantity
  basket.setQuantity(item.item_id, to)
  const moved = { ...item, quantity: Math.abs(by) }
  tell({
    event: by > 0 ? 'add_to_cart' : 'remove_from_cart',
    ecommerce: { currency: 'GBP', value: (moved.price * 100 * moved.quantity) / 100, items: [moved] }
  })
}

/** The list was drawn anew, so what had the focus is gone; the keyboard goes on where it was. */
function refocus(selector: string): void {
  document.querySelector<HTMLElement>(selector)?.focus()
}
