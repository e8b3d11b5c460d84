import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { CAROUSEL_PROPERTIES, CarouselElement } from '../carousel/CarouselElement.tsx'
import { defineCarousel } from '../carousel/defineCarousel.ts'
import { itemOf, itemsOf } from '../testing/items.ts'
import { all, emptyPage, frames, mount, one } from '../testing/mount.ts'
import { defineWidget } from './defineWidget.ts'

beforeEach(emptyPage)
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

test('WD-1 keeps what was set before the element was defined', async () => {
  const early = document.createElement('vitrine-early')
  Object.assign(early, { heading: 'Early', items: itemsOf(2) })
  document.body.append(early)

  class Early extends CarouselElement {}
  defineWidget(
    { tag: 'vitrine-early', element: Early, properties: CAROUSEL_PROPERTIES, css: '' },
    customElements
  )
  await frames()

  expect(one(early, 'h2').textContent).toBe('Early')
  expect(all(early, 'li')).toHaveLength(2)
  expect(Object.keys(early)).not.toContain('heading')
})

test('WD-2 is its attributes for texts and numbers, and keeps lists as given', async () => {
  const element = await mount()
  element.limit = 4
  expect(element.getAttribute('limit')).toBe('4')
  element.setAttribute('limit', '7')
  expect(element.limit).toBe(7)
  element.setAttribute('limit', 'many')
  expect(element.limit).toBeUndefined()
  element.limit = undefined
  expect(element.hasAttribute('limit')).toBe(false)

  element.heading = 'New'
  expect(element.getAttribute('heading')).toBe('New')
  element.removeAttribute('heading')
  expect(element.heading).toBe('')
  Reflect.set(element, 'heading', false)
  expect(element.hasAttribute('heading')).toBe(false)
  Reflect.set(element, 'heading', null)
  expect(element.heading).toBe('')

  const items = itemsOf(1)
  element.items = items
  expect(element.items).toBe(items)
  expect(element.hasAttribute('items')).toBe(false)
})

test('WD-3 keeps what is drawn, opened and put away when the element is moved', async () => {
  const element = await mount({ items: itemsOf(3) })
  const list = one(element, 'ul')
  one(element, '[part~=why]').click()
  all(element, '[part~=dislike]')[1]?.click()
  await frames()

  const elsewhere = document.createElement('div')
  document.body.append(elsewhere)
  elsewhere.append(element)
  await frames()

  expect(one(element, 'ul')).toBe(list)
  expect(all(element, 'details[open]')).toHaveLength(1)
  expect(all(element, '[part=note]')).toHaveLength(1)
})

test('WD-4 can be defined twice', () => {
  defineCarousel()
  const before = customElements.get('vitrine-carousel')
  expect(() => defineCarousel()).not.toThrow()
  expect(customElements.get('vitrine-carousel')).toBe(before)
})

test('WD-5 draws once what changed together', async () => {
  const element = await mount({ items: itemsOf(2) })
  const drawn: string[] = []
  const observer = new MutationObserver(() => drawn.push(one(element, 'h2').textContent ?? ''))
  observer.observe(one(element, 'h2'), { childList: true, subtree: true, characterData: true })
  element.heading = 'One'
  element.items = itemsOf(3)
  element.heading = 'Two'
  await frames()
  observer.disconnect()
  expect(drawn).toEqual(['Two'])
  expect(all(element, 'li')).toHaveLength(3)
})

test('WD-6 shows its own content where drawing fails, and says so once', async () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => {})
  const element = await mount({ items: itemsOf(2) })
  element.textContent = 'Our best sellers'
  const broken = itemOf(0)
  Object.defineProperty(broken.card, 'title', {
    get() {
      throw new Error('broken')
    }
  })
  element.items = [broken]
  await frames()
  element.heading = 'Again'
  await frames()
  expect(all(element, 'slot')).toHaveLength(1)
  expect(all(element, 'section')).toHaveLength(0)
  expect(element.textContent).toBe('Our best sellers')
  expect(said).toHaveBeenCalledTimes(1)
  expect(String(said.mock.calls[0]?.[0])).toContain('VT-06')
})

test('WD-7 shares one constructed sheet and puts no style into the page', async () => {
  const [first, second] = [await mount({ items: itemsOf(2) }), await mount()]
  expect(first.shadowRoot?.adoptedStyleSheets).toHaveLength(1)
  expect(first.shadowRoot?.adoptedStyleSheets[0]).toBe(second.shadowRoot?.adoptedStyleSheets[0])
  expect(document.querySelectorAll('vitrine-carousel style')).toHaveLength(0)
  expect(all(first, 'style, [style]:not(section)')).toHaveLength(0)
})

test('WD-8 leaves nothing that watches when it leaves the page', async () => {
  const open = new Set<IntersectionObserver>()
  const Real = IntersectionObserver
  vi.stubGlobal(
    'IntersectionObserver',
    class extends Real {
      override observe(target: Element): void {
        open.add(this)
        super.observe(target)
      }
      override disconnect(): void {
        open.delete(this)
        super.disconnect()
      }
    }
  )
  const element = await mount({ items: itemsOf(3) })
  expect(open.size).toBe(2)
  element.remove()
  await frames()
  expect(open.size).toBe(0)
  document.body.append(element)
  await frames()
  expect(open.size).toBe(2)
  element.items = undefined
  await frames()
  expect(open.size).toBe(0)
})
