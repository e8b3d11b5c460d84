import { afterEach, expect, test } from 'vitest'
import { openBasket } from './basket.ts'
import { mountBuyForm } from './buyForm.ts'
import { element } from './element.ts'
import type { VariantData } from './pageData.ts'

afterEach(() => {
  document.body.replaceChildren()
  localStorage.clear()
  delete window.dataLayer
})

const variant = (id: string, stock: number): VariantData => ({
  item: { item_id: id, item_name: 'Winter Boots', price: 60, quantity: 1 },
  price: { now: 6000 },
  stock,
  image: '/picture/W.svg',
  link: '/product/w'
})

/** The product page's form with a size that is here and one that is gone, the first chosen. */
function openForm() {
  const radio = (value: string, checked: boolean) =>
    element('input', { type: 'radio', name: 'item', value, checked })
  const [here, gone] = [radio('W-9', true), radio('W-8', false)]
  const add = element('button', { 'data-add': true }, 'Add to basket')
  const restock = document.createElement('vitrine-restock')
  restock.setAttribute('data-restock', '')
  restock.setAttribute('variant', '')
  const quantity = element('select', { name: 'quantity' }, element('option', {}, '1'))
  const stock = element('p', { 'data-stock': true })
  const form = element('form', { 'data-buy': true }, here, gone, stock, quantity, add, restock)
  document.body.append(element('div', {}, form))
  const basket = openBasket(window)
  mountBuyForm(form, [variant('W-9', 2), variant('W-8', 0)], basket)
  return { form, here, gone, add, restock, stock, basket }
}

const told = () =>
  (window.dataLayer ?? []).flatMap(entry => (entry as { readonly event?: string }).event ?? [])

test('DE-37 the form for the waiting list follows the choice, and the basket’s button sleeps meanwhile', () => {
  const { here, gone, add, restock, stock } = openForm()
  gone.click()
  expect([restock.getAttribute('variant'), add.disabled, stock.textContent]).toEqual([
    'W-8',
    true,
    'Sold out'
  ])
  expect(told()).toEqual(['view_item', 'sold_out_size'])
  here.click()
  expect([restock.getAttribute('variant'), add.disabled, stock.textContent]).toEqual([
    '',
    false,
    'Only 2 left'
  ])
  expect(told()).toEqual(['view_item', 'sold_out_size', 'view_item'])
})

test('DE-37 what is sold out is not put into the basket, whoever sends the form', () => {
  const { form, gone, here, basket } = openForm()
  gone.click()
  form.requestSubmit()
  expect(basket.lines()).toEqual([])
  here.click()
  form.requestSubmit()
  expect(basket.lines().map(({ item }) => item.item_id)).toEqual(['W-9'])
})
