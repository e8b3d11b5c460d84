import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { CarouselEventMap } from '../carousel/events.ts'
import { itemOf, itemsOf } from '../testing/items.ts'
import { all, emptyPage, frames, one } from '../testing/mount.ts'
import { violations } from '../testing/violations.ts'
import { defineRestock } from './defineRestock.ts'
import type { RestockEventMap } from './events.ts'
import type { RestockElement } from './RestockElement.tsx'

let undo: (() => void)[] = []
beforeEach(async () => {
  emptyPage()
  await page.viewport(1000, 700)
})
afterEach(() => {
  for (const stop of undo) stop()
  undo = []
  vi.useRealTimers()
})

/** A form in the page, drawn. */
async function mount(properties: Partial<RestockElement> = {}): Promise<RestockElement> {
  defineRestock()
  const element = document.createElement('vitrine-restock')
  Object.assign(element, { variant: 'mug-green', product: 'Enamel mug', placement: 'product', ...properties })
  document.body.append(element)
  await frames()
  return element
}

/** What is told by an event's name from now on. */
function hear<Name extends keyof RestockEventMap | keyof CarouselEventMap>(name: Name) {
  const heard: (RestockEventMap & CarouselEventMap)[Name]['detail'][] = []
  const listener = (event: Event) => event instanceof CustomEvent && heard.push(event.detail)
  document.addEventListener(name, listener)
  undo.push(() => document.removeEventListener(name, listener))
  return heard
}

function field(element: Element): HTMLInputElement {
  const input = one(element, '[name=email]')
  if (!(input instanceof HTMLInputElement)) throw new Error('no field')
  return input
}

const textOf = (element: Element, selector: string) => one(element, selector).textContent
const focused = (element: Element) => element.shadowRoot?.activeElement
const regions = (element: Element) => [textOf(element, '[role=alert]'), textOf(element, '[role=status]')]

async function signUp(element: RestockElement, address = 'ann@example.com'): Promise<void> {
  field(element).focus()
  await userEvent.keyboard(`${address}{Enter}`)
  await frames()
}

test('RS-1 draws nothing without a variant, and shows what the page put into it', async () => {
  const element = await mount({ variant: '', innerHTML: '<p>Sold out</p>', reserve: '420px' })
  const ours = element.querySelector('p')
  expect(ours?.checkVisibility()).toBe(true)
  expect(all(element, 'form')).toHaveLength(0)
  expect(element.getBoundingClientRect().height).toBe(420)
  element.variant = 'mug-green'
  element.substitute = itemOf(0)
  await frames()
  expect(ours?.checkVisibility()).toBe(false)
  expect(all(element, 'form')).toHaveLength(1)
  element.variant = ''
  await frames()
  expect(ours?.checkVisibility()).toBe(true)
})

test('RS-1 nothing moves where its room is reserved, nor from state to state', async () => {
  const element = await mount({ variant: '', reserve: '480px', marketing: true })
  const tops: number[] = []
  const next = document.createElement('p')
  element.after(next)
  const look = async () => {
    await frames()
    tops.push(next.getBoundingClientRect().top)
  }
  await look()
  element.variant = 'mug-green'
  await look()
  element.substitute = itemOf(0)
  await look()
  expect(new Set(tops).size).toBe(1)

  element.reserve = ''
  tops.length = 0
  for (const status of ['idle', 'sending', 'pending', 'failed', 'idle'] as const) {
    element.status = status
    await look()
  }
  expect(new Set(tops).size).toBe(1)
})

/** A product page as a shop's server sends it: the parser has the element inside the cart's own form. */
async function shopForm(): Promise<{ form: HTMLFormElement; element: RestockElement; posted: FormData[] }> {
  defineRestock()
  const html = `<form action="/cart"><input name="id" value="mug-green"><input name="quantity" value="1">
    <vitrine-restock variant="mug-green" product="Enamel mug"></vitrine-restock><button name="buy" value="1">Buy</button></form>`
  document.body.innerHTML = html
  await frames()
  const [form, element] = [document.querySelector('form'), document.querySelector('vitrine-restock')]
  if (!form || !element) throw new Error('not parsed')
  const posted: FormData[] = []
  form.addEventListener('submit', event => {
    event.preventDefault()
    posted.push(new FormData(form))
  })
  return { form, element, posted }
}

test('RS-2 is a form of its own inside the shop’s: Enter sends only it, and the cart never gets the address', async () => {
  const signups = hear('vitrine:restock')
  const { form, element, posted } = await shopForm()
  await signUp(element)
  expect(signups.map(({ email, itemId }) => [email, itemId])).toEqual([['ann@example.com', 'mug-green']])
  expect(posted).toEqual([])

  await userEvent.click(form.querySelector('button') ?? form)
  expect(posted.map(data => [...data.keys()])).toEqual([['id', 'quantity']])
  expect(form.querySelector('button')?.form).toBe(form)
})

test('RS-3 says what is wrong with an address by the field, which gets the focus, and sends nothing', async () => {
  const signups = hear('vitrine:restock')
  const element = await mount()
  await userEvent.click(one(element, '[part~=send]'))
  await frames()
  expect(textOf(element, '[role=alert]')).toBe('Enter your email address.')
  expect(focused(element)).toBe(field(element))
  expect([field(element).ariaInvalid, field(element).getAttribute('aria-describedby')]).toEqual([
    'true',
    one(element, '[role=alert]').id
  ])
  for (const wrong of ['ann', 'ann@', '@example.com', 'ann@localhost', 'a b@example.com']) {
    field(element).value = wrong
    await signUp(element, '')
    expect(textOf(element, '[role=alert]')).toBe('Enter an email address like name@example.com.')
  }
  expect(signups).toEqual([])
})

test('RS-3 corrects nobody who is still writing, and whoever has tried when they leave the field', async () => {
  const element = await mount()
  field(element).focus()
  await userEvent.keyboard('ann')
  await userEvent.tab()
  await frames()
  expect([field(element).ariaInvalid, textOf(element, '[role=alert]')]).toEqual(['false', ''])

  await signUp(element, '')
  expect(field(element).ariaInvalid).toBe('true')
  await userEvent.keyboard('@example.com')
  await frames()
  expect(field(element).ariaInvalid).toBe('true')
  await userEvent.tab()
  await frames()
  expect([field(element).ariaInvalid, textOf(element, '[role=alert]')]).toEqual(['false', ''])
})

test('RS-3 asks for the address as browsers and phones know it', async () => {
  const { type, required, autocomplete, inputMode, validity } = field(await mount())
  expect([type, required, autocomplete, inputMode, validity.valueMissing]).toEqual([
    'email',
    true,
    'email',
    'email',
    true
  ])
})

test('RS-4 says by the button what the address is for, and tells what stood there', async () => {
  const signups = hear('vitrine:restock')
  const element = await mount({ locale: 'en' })
  const purpose = textOf(element, '[part=purpose]') ?? ''
  expect(purpose).toContain('when Enamel mug can be bought again')
  expect(one(element, '[part~=send]').getAttribute('aria-describedby')).toBe(
    one(element, '[part=purpose]').id
  )
  expect(all(element, '[type=checkbox]')).toHaveLength(0)
  await signUp(element)
  expect(signups).toEqual([
    {
      placement: 'product',
      itemId: 'mug-green',
      email: 'ann@example.com',
      marketing: false,
      consent: purpose
    }
  ])
})

test('RS-4 offers news by a box of its own that nobody ticked', async () => {
  const signups = hear('vitrine:restock')
  const texts = { 'restock.purpose': 'Wir schreiben wegen {product}.', 'restock.news': 'Auch Neuigkeiten.' }
  const element = await mount({ marketing: true, texts, product: '' })
  expect(one(element, '[type=checkbox]').matches(':checked')).toBe(false)
  await signUp(element)
  element.status = 'failed'
  await frames()
  one(element, '[type=checkbox]').focus()
  await userEvent.keyboard(' ')
  await signUp(element, '')
  expect(signups.map(({ marketing, consent }) => [marketing, consent])).toEqual([
    [false, 'Wir schreiben wegen this product.'],
    [true, 'Wir schreiben wegen this product.\nAuch Neuigkeiten.']
  ])
})

test('RS-5 is sent once, however often it is pressed', async () => {
  const signups = hear('vitrine:restock')
  const element = await mount()
  field(element).value = 'ann@example.com'
  const send = one(element, '[part~=send]')
  await userEvent.dblClick(send)
  send.click()
  await frames()
  await signUp(element, '')
  expect(signups).toHaveLength(1)
  expect([element.status, send.ariaDisabled, send.textContent]).toEqual(['sending', 'true', 'Sending…'])
  expect(textOf(element, '[role=status]')).toBe('Sending…')
})

test('RS-5 can be answered while it is being told', async () => {
  document.addEventListener(
    'vitrine:restock',
    ({ target }) => target && Object.assign(target, { status: 'pending' }),
    {
      once: true
    }
  )
  const element = await mount()
  await signUp(element)
  expect(element.status).toBe('pending')
})

test('RS-6 asks to look into the inbox, whoever it was, and keeps no address', async () => {
  const element = await mount({ marketing: true })
  one(element, '[type=checkbox]').click()
  await signUp(element)
  element.status = 'pending'
  await frames()
  const [, said] = regions(element)
  expect(said).toMatch(/^Check your inbox/)
  expect(said).not.toContain('ann')
  expect(element.shadowRoot?.innerHTML).not.toContain('ann@example.com')
  expect([field(element).value, one(element, '[type=checkbox]').matches(':checked')]).toEqual(['', false])
  expect(field(element).checkVisibility({ visibilityProperty: true })).toBe(false)
  expect(focused(element)).toBe(one(element, '[part=again]'))

  await userEvent.keyboard('{Enter}')
  await frames()
  expect([element.status, focused(element)]).toEqual(['idle', field(element)])
  expect(regions(element)).toEqual(['', ''])
})

test('RS-6 takes no focus that is elsewhere', async () => {
  const element = await mount()
  const elsewhere = document.createElement('button')
  document.body.append(elsewhere)
  elsewhere.focus()
  element.status = 'pending'
  await frames()
  expect(document.activeElement).toBe(elsewhere)
})

test('RS-7 says what to do where it failed, and keeps the address', async () => {
  const signups = hear('vitrine:restock')
  const element = await mount()
  await signUp(element)
  element.status = 'failed'
  await frames()
  expect(textOf(element, '[role=alert]')).toBe('That did not work. Please try again in a moment.')
  element.problem = 'Too many at once. Try again in a minute.'
  await frames()
  expect(textOf(element, '[role=alert]')).toBe('Too many at once. Try again in a minute.')
  expect(field(element).value).toBe('ann@example.com')
  await signUp(element, '')
  expect(signups).toHaveLength(2)
  expect([element.problem, element.status, textOf(element, '[role=alert]')]).toEqual(['', 'sending', ''])
})

test('RS-8 has its regions, empty, before it says anything, and keeps them', async () => {
  const element = await mount()
  const nodes = all(element, '[role=alert], [role=status]')
  expect(nodes.map(it => it.textContent)).toEqual(['', ''])
  for (const status of ['sending', 'pending', 'failed', 'idle'] as const) {
    element.status = status
    await frames()
    expect(all(element, '[role=alert], [role=status]')).toEqual(nodes)
  }
})

test('RS-9 shows one product that can be bought instead, with what its card does', async () => {
  const [selected, added] = [hear('vitrine:select'), hear('vitrine:add')]
  document.addEventListener('vitrine:select', event => event.preventDefault(), { once: true })
  document.addEventListener('vitrine:add', event => event.preventDefault(), { once: true })
  const element = await mount({ substitute: itemOf(0), currency: 'GBP', locale: 'en-GB' })
  expect(textOf(element, '[part=price]')).toBe('£12.50')
  one(element, '[part=link]').click()
  one(element, '[part~=add]').click()
  await frames()
  expect(selected).toEqual([{ item: element.substitute, position: 0 }])
  expect(added).toEqual([{ item: element.substitute, variantId: 'p0', quantity: 1 }])
  expect(textOf(element, '[role=status]')).toBe('Added: Paper chain kit p0')
  element.substitute = itemOf(0, { link: 'javascript:alert(1)' })
  await frames()
  expect(all(element, 'li')).toHaveLength(0)
})

test('RS-10 tells once of each variant that its form was seen, and of the substitute', async () => {
  const seen = hear('vitrine:impression')
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const element = await mount()
  vi.advanceTimersByTime(999)
  expect(seen).toEqual([])
  vi.advanceTimersByTime(1)
  element.substitute = itemOf(0)
  await frames()
  vi.advanceTimersByTime(1000)
  element.variant = 'mug-red'
  await frames()
  vi.advanceTimersByTime(1000)
  element.variant = 'mug-green'
  await frames()
  vi.advanceTimersByTime(1000)
  expect(seen).toEqual([
    { placement: 'product', items: [] },
    { placement: 'product', items: [element.substitute] },
    { placement: 'product', items: [element.substitute] }
  ])
  element.remove()
  await frames()
})

test('RS-15 keeps texts texts', async () => {
  const markup = '<img src=x onerror="globalThis.broken = true">'
  const element = await mount({
    product: markup,
    heading: markup,
    problem: markup,
    status: 'failed',
    marketing: true,
    texts: { 'restock.news': markup }
  })
  for (const part of ['heading', 'error', 'news']) expect(textOf(element, `[part=${part}]`)).toBe(markup)
  expect(textOf(element, '[part=purpose]')).toContain(markup)
  expect(all(element, 'img')).toHaveLength(0)
  expect(Reflect.get(globalThis, 'broken')).toBeUndefined()
})

test('RS-16 begins anew with another variant, and keeps what is being written', async () => {
  const element = await mount()
  element.status = 'pending'
  element.variant = 'mug-red'
  await frames()
  expect(element.status).toBe('idle')
  await signUp(element, 'ann')
  element.variant = 'mug-blue'
  await frames()
  expect([textOf(element, '[role=alert]'), field(element).value]).toEqual(['', 'ann'])
})

const STATES: Readonly<Record<string, (element: RestockElement) => void>> = {
  idle: () => {},
  'offering news and a substitute': element => {
    Object.assign(element, { marketing: true, substitute: itemsOf(3)[1] })
  },
  sending: element => {
    element.status = 'sending'
  },
  pending: element => {
    Object.assign(element, { status: 'pending', substitute: itemsOf(3)[2] })
  },
  failed: element => {
    element.status = 'failed'
  },
  invalid: element => one(element, '[part~=send]').click()
}
const LOOKS = ['ltr', 'rtl', 'dark'] as const

test.each(Object.keys(STATES).flatMap(state => LOOKS.map(look => [state, look] as const)))(
  'RS-12 axe finds nothing when it is %s, %s',
  async (state, look) => {
    if (look === 'dark') document.documentElement.style.colorScheme = 'dark'
    else document.documentElement.dir = look
    const element = await mount()
    STATES[state]?.(element)
    await frames()
    expect(await violations(element)).toEqual([])
  }
)

test('RS-12 axe finds what is wrong', async () => {
  const element = await mount()
  one(element, '[part=label]').remove()
  expect(await violations(element)).not.toEqual([])
})

test('RS-12 the keyboard reaches every control in the order of reading', async () => {
  const element = await mount({ marketing: true, substitute: itemOf(0) })
  const wanted = all(element, 'a, button, input, summary')
  const reached: unknown[] = []
  for (const _ of wanted) {
    await userEvent.tab()
    reached.push(focused(element))
  }
  expect(reached).toEqual(wanted)
})

test.each([
  [280, 100],
  [390, 200],
  [768, 100],
  [2560, 100]
])('RS-13 fits a page of %i pixels with text of %i %%, with controls of 44', async (width, size) => {
  await page.viewport(width, 900)
  document.documentElement.style.fontSize = `${size}%`
  undo.push(() => document.documentElement.style.removeProperty('font-size'))
  const element = await mount({ marketing: true, substitute: itemsOf(3)[2] ?? itemOf(2) })
  for (const state of Object.values(STATES)) {
    state(element)
    await frames()
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width)
    const frame = one(element, '[part=content]').getBoundingClientRect()
    const shown = all(element, 'button, summary, [part=input], [part=news], p:not(.sr *), h2').filter(it =>
      it.checkVisibility({ visibilityProperty: true })
    )
    for (const it of shown) {
      const box = it.getBoundingClientRect()
      expect(box.left).toBeGreaterThanOrEqual(frame.left)
      expect(box.right).toBeLessThanOrEqual(frame.right + 0.5)
      if (!it.matches('p, h2')) expect(box.height).toBeGreaterThanOrEqual(44)
    }
  }
})
