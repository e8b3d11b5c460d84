import { afterEach, beforeEach, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { CarouselEventMap } from '../carousel/events.ts'
import { itemOf, itemsOf, PICTURE } from '../testing/items.ts'
import { all, emptyPage, frames, mount, one, statusOf } from '../testing/mount.ts'

let undo: (() => void)[] = []
beforeEach(emptyPage)
afterEach(() => {
  for (const stop of undo) stop()
  undo = []
})

function hear<Name extends keyof CarouselEventMap>(name: Name, prevent = false) {
  const heard: CarouselEventMap[Name]['detail'][] = []
  const listener = (event: CarouselEventMap[Name]) => {
    heard.push(event.detail)
    if (prevent) event.preventDefault()
  }
  document.addEventListener(name, listener as EventListener)
  undo.push(() => document.removeEventListener(name, listener as EventListener))
  return heard
}

const focused = (element: Element) => element.shadowRoot?.activeElement

test('WD-12 writes prices as the language and the currency have them', async () => {
  const items = [itemOf(0, { price: 125000, listPrice: 150000 })]
  const element = await mount({ items, locale: 'de-DE', currency: 'EUR' })
  expect(one(element, '[part=sale]').textContent).toBe('1.250,00\u00a0€')
  expect(one(element, 's').textContent).toBe('1.500,00\u00a0€')
  expect(one(element, '[part=price] .sr').textContent).toBe('Now 1.250,00\u00a0€, was 1.500,00\u00a0€')
  element.currency = 'JPY'
  element.locale = 'not a language'
  await frames()
  expect(one(element, '[part=sale]').textContent).toMatch(/125,000/)
  element.currency = ''
  await frames()
  expect(one(element, '[part=price]').textContent).toBe('')
})

test('WD-13 shows initials in the same room where a picture is missing or broken', async () => {
  const items = [
    itemOf(0, { image: PICTURE }),
    itemOf(1, { title: 'Émile’s café', image: '/no-such-picture.png' }),
    itemOf(2, { title: '50s tin' }),
    itemOf(3)
  ].map((item, at) => (at === 2 ? { ...item, card: { ...item.card, image: '' } } : item))
  const element = await mount({ items, layout: 'grid' })
  await expect.poll(() => all(element, 'img[hidden]').length).toBe(1)
  const seen = all(element, '[part=initials]').map(it => getComputedStyle(it).display !== 'none')
  expect(seen).toEqual([false, true, true, false])
  expect(all(element, '[part=initials]')[1]?.textContent).toBe('És')
  const boxes = all(element, '[part=media]').map(it => it.getBoundingClientRect())
  for (const { width, height } of boxes) expect(height).toBeCloseTo(width, 0)
  expect(all(element, 'img').every(it => it.getAttribute('loading') === 'lazy')).toBe(true)
})

test('WD-14 adds a product without variants by one press, and says so once it is taken', async () => {
  const heard = hear('vitrine:add', true)
  const element = await mount({ items: itemsOf(1) })
  await userEvent.click(one(element, '[part~=add]'))
  expect(heard).toEqual([{ item: element.items?.[0], variantId: 'p0', quantity: 1 }])
  await expect.poll(() => statusOf(element)).toBe('Added: Paper chain kit p0')
  expect(one(element, '[part~=added]').textContent).toBe('Added')
})

test('WD-14 offers the one variant there is, and says nothing where nobody takes it', async () => {
  const heard = hear('vitrine:add')
  const element = await mount({ items: [itemOf(0, { variants: [{ id: 'only', ok: true }] })] })
  one(element, '[part~=add]').click()
  await frames()
  expect(heard[0]?.variantId).toBe('only')
  expect(statusOf(element)).toBe('')
  expect(all(element, '[part~=added]')).toHaveLength(0)
})

test('WD-15 lets a size be chosen by keyboard, and gives the focus back', async () => {
  const heard = hear('vitrine:add', true)
  const element = await mount({ items: [itemsOf(2)[1] ?? itemOf(1)] })
  one(element, '[part~=add]').focus()
  await userEvent.keyboard('{Enter}')
  const choices = all(element, '[part~=choice]')
  expect(choices.map(it => it.textContent?.trim())).toEqual(['S', 'M Sold out', 'L · Olive £14.50'])
  expect(choices.map(it => it.matches(':disabled'))).toEqual([false, true, false])
  await userEvent.tab()
  await userEvent.tab()
  expect(focused(element)).toBe(choices[2])
  await userEvent.keyboard('{Enter}')
  await frames()
  expect(heard.map(({ variantId }) => variantId)).toEqual(['p1-l'])
  expect(all(element, 'details[open]')).toHaveLength(0)
  expect(focused(element)).toBe(one(element, '[part~=add]'))
})

test('WD-15 cannot add what is sold out', async () => {
  const soldOut = [
    itemOf(0, { availability: 'out_of_stock' }),
    itemOf(1, {
      variants: [
        { id: 'a', size: 'S', ok: false },
        { id: 'b', size: 'M', ok: false }
      ]
    })
  ]
  const element = await mount({ items: soldOut })
  const buttons = all(element, '[part~=add]')
  expect(buttons.map(it => [it.textContent, it.matches(':disabled')])).toEqual([
    ['Sold out', true],
    ['Sold out', true]
  ])
})

test('WD-16 says why a product is shown, to whoever asks', async () => {
  const heard = hear('vitrine:why')
  const items = itemsOf(2)
  const element = await mount({ items: [...items.slice(0, 1), { ...itemOf(1), reason: '' }] })
  expect(all(element, '[part~=why]')).toHaveLength(1)
  const why = one(element, '[part~=why]')
  why.focus()
  await userEvent.keyboard(' ')
  await frames()
  expect(one(element, '[part=panel]').checkVisibility()).toBe(true)
  expect(one(element, '[part=panel]').textContent).toBe('Often bought with it.')
  await userEvent.keyboard(' ')
  await frames()
  expect(one(element, '[part=panel]').checkVisibility()).toBe(false)
  expect(heard).toEqual([{ item: items[0] }])
})

test('WD-17 puts away what is not for the shopper, and brings it back', async () => {
  const [gone, back] = [hear('vitrine:dislike'), hear('vitrine:undo-dislike')]
  const element = await mount({ items: itemsOf(3) })
  const before = one(element, 'ul').getBoundingClientRect().height
  const dislike = all(element, '[part~=dislike]')[1]
  dislike?.focus()
  await userEvent.keyboard('{Enter}')
  await frames()
  expect(one(element, '[part=note]').textContent).toBe('We won’t show this again.Undo')
  expect(focused(element)).toBe(one(element, '[part~=undo]'))
  expect(all(element, 'a')[1]?.checkVisibility({ visibilityProperty: true })).toBe(false)
  expect(one(element, 'ul').getBoundingClientRect().height).toBe(before)
  expect(gone).toEqual([{ item: element.items?.[1] }])

  await userEvent.keyboard('{Enter}')
  await frames()
  expect(all(element, '[part=note]')).toHaveLength(0)
  expect(focused(element)).toBe(dislike)
  expect(back).toEqual([{ item: element.items?.[1] }])
})

test('WD-18 follows a real link, unless the page prevents it', async () => {
  const heard = hear('vitrine:select', true)
  const element = await mount({ items: itemsOf(2) })
  const link = all(element, 'a')[1]
  expect(link?.getAttribute('href')).toBe('/products/p1')
  const click = new MouseEvent('click', { bubbles: true, cancelable: true, composed: true })
  expect(link?.dispatchEvent(click)).toBe(false)
  expect(heard).toEqual([{ item: element.items?.[1], position: 1 }])
})
