import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openBasket } from './basket.ts'
import { mountCheckoutForm } from './checkoutForm.ts'
import { mountCodeField } from './codeField.ts'
import { element } from './element.ts'

const TENTH = {
  words: '10 % off',
  sum: { goodsPence: 6000, savedPence: 600, deliveryPence: 0, totalPence: 5400 }
}
const LATE = { problem: 'This code ended on 4 March 2026 at 12:00.' }

/** What the shop says of each code; `undefined` when it does not answer. */
const shop = new Map<string, object | undefined>()
let asked: string[] = []
const fetchBefore = globalThis.fetch

beforeEach(() => {
  asked = []
  shop.clear()
  shop.set('TENTH', TENTH).set('LATE', LATE).set('SILENT', undefined)
  globalThis.fetch = async (_url, init) => {
    const { code } = JSON.parse(String(init?.body)) as { code: string }
    asked.push(code)
    const answer = shop.get(code)
    if (!answer) throw new TypeError('Failed to fetch')
    return Response.json(answer)
  }
})

afterEach(() => {
  globalThis.fetch = fetchBefore
  localStorage.clear()
  document.body.replaceChildren()
})

function openForm() {
  const input = element('input', { id: 'code' })
  const said = element('p', { id: 'code-said', role: 'status' })
  const use = element('button', { type: 'button', 'data-code-use': true }, 'Use it')
  const form = element('form', { id: 'checkout' }, input, use, said, element('button', {}, 'Place the order'))
  const summary = element('div')
  document.body.append(form, summary)
  return { form, input, said, use, summary }
}

function openField() {
  const parts = openForm()
  const onChange = vi.fn()
  const field = mountCodeField(parts.form, { lines: () => [{ itemId: 'A', quantity: 1 }], onChange })
  return { ...parts, field, onChange }
}

test('DE-50 a code is used by its button or by Enter, and Enter places no order', async () => {
  const { form, input, said, use, field } = openField()
  const placed = vi.fn((event: Event) => event.preventDefault())
  form.addEventListener('submit', placed)
  input.value = ' LATE '
  use.click()
  await vi.waitFor(() => expect(said.textContent).toBe(LATE.problem))
  expect([said.dataset['is'], field.applied()]).toEqual(['bad', undefined])
  input.value = 'TENTH'
  const enter = new KeyboardEvent('keydown', { key: 'Enter', cancelable: true })
  input.dispatchEvent(enter)
  expect(enter.defaultPrevented).toBe(true)
  await vi.waitFor(() => expect(said.textContent).toBe('TENTH: 10 % off.'))
  expect(field.applied()).toEqual({ code: 'TENTH', ...TENTH })
  expect(placed).not.toHaveBeenCalled()
})

test('DE-50 the sum of the checkout says what the code takes off', async () => {
  const { form, summary, input, use } = openForm()
  const item = { item_id: 'A', item_name: 'Boots', price: 60, quantity: 1 }
  const basket = openBasket(window)
  basket.add({ item, image: '/a.svg', link: '/a' })
  mountCheckoutForm(form, summary, basket)
  expect(summary.textContent).toMatch(/Goods\s*£60\.00[\s\S]*Delivery\s*free[\s\S]*Together\s*£60\.00/)
  input.value = 'TENTH'
  use.click()
  await vi.waitFor(() =>
    expect(summary.textContent).toMatch(/TENTH, 10 % off\s*−£6\.00[\s\S]*Together\s*£54\.00/)
  )
})

test.for(['LATE', 'SILENT'])(
  'DE-52 a code that is not taken (%s) stops the order once, and not twice',
  async code => {
    const { input, said, field } = openField()
    input.value = code
    expect(await field.settle()).toBe(false)
    expect(said.textContent).not.toBe('')
    expect(document.activeElement).toBe(input)
    expect(await field.settle()).toBe(true)
    expect([field.applied(), asked]).toEqual([undefined, [code]])
  }
)

test('DE-51 a code that was typed and not used is used by the order, and one the till takes back is gone', async () => {
  const { input, said, field, onChange } = openField()
  expect(await field.settle()).toBe(true)
  expect(asked).toEqual([])
  input.value = 'TENTH'
  expect(await field.settle()).toBe(true)
  expect(field.applied()?.sum.totalPence).toBe(5400)
  field.refuse('This code has been used already.')
  expect([said.textContent, field.applied()]).toEqual(['This code has been used already.', undefined])
  expect(onChange).toHaveBeenCalledTimes(2)
  expect(await field.settle()).toBe(true)
})
