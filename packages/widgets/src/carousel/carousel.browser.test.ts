import { beforeEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { itemOf, itemsOf } from '../testing/items.ts'
import { all, emptyPage, frames, mount, one, statusOf } from '../testing/mount.ts'
import { violations } from '../testing/violations.ts'
import type { CarouselElement } from './CarouselElement.tsx'

beforeEach(async () => {
  emptyPage()
  await page.viewport(1000, 700)
})

async function shiftDuring(change: () => Promise<void>): Promise<number> {
  let shift = 0
  const observer = new PerformanceObserver(list => {
    for (const entry of list.getEntries()) if ('value' in entry) shift += Number(entry.value)
  })
  observer.observe({ type: 'layout-shift' })
  await change()
  await frames(6)
  observer.disconnect()
  return shift
}

async function after(element: Element): Promise<HTMLElement> {
  const next = document.createElement('p')
  next.textContent = 'What comes after it'
  element.after(next)
  await frames()
  return next
}

test.each(['row', 'grid'])('WD-9 nothing moves when the products of a %s arrive', async layout => {
  const element = await mount({ layout, limit: 6 })
  const next = await after(element)
  const before = next.getBoundingClientRect().top
  const shift = await shiftDuring(async () => {
    element.items = itemsOf(6)
    await frames()
  })
  expect(next.getBoundingClientRect().top).toBe(before)
  expect(shift).toBe(0)
})

test('WD-9 measures a shift where there is one', async () => {
  const element = await mount({ items: itemsOf(2) })
  await after(element)
  const shift = await shiftDuring(async () => {
    element.style.marginTop = '200px'
    await frames()
  })
  expect(shift).toBeGreaterThan(0)
})

test('WD-10 shows nothing and takes no room when it is empty from the start', async () => {
  const element = await mount({ items: [] })
  expect(element.getBoundingClientRect().height).toBe(0)
  element.heading = 'Later'
  await frames()
  expect(element.getBoundingClientRect().height).toBe(0)
})

test('WD-10 keeps its room when it turns out empty in view, and gives it up below', async () => {
  const element = await mount()
  const { height } = element.getBoundingClientRect()
  element.items = []
  await frames()
  expect(element.getBoundingClientRect().height).toBe(height)
  expect(all(element, 'section')).toHaveLength(0)
  element.heading = 'Later'
  await frames()
  expect(element.getBoundingClientRect().height).toBe(height)

  document.body.style.paddingTop = '2000px'
  element.items = []
  await frames()
  document.body.style.paddingTop = ''
  expect(element.getBoundingClientRect().height).toBe(0)
})

test('WD-10 keeps what is reserved for it, unless that is 0', async () => {
  const element = await mount({ reserve: '333px', items: [] })
  expect(element.getBoundingClientRect().height).toBe(333)
  element.reserve = '0'
  await frames()
  expect(element.getBoundingClientRect().height).toBe(0)
})

const OURS = '<p>Whatever is left</p><a href="/best-sellers">Our best sellers</a>'

function isShown(element: Element): boolean {
  const link = element.querySelector('a')
  return link?.checkVisibility({ visibilityProperty: true }) === true && link.offsetHeight > 0
}

test('WD-28 shows what the page put into it when there is nothing to show, and only then', async () => {
  const element = await mount({ innerHTML: OURS, items: itemsOf(3) })
  expect(isShown(element)).toBe(false)
  element.items = []
  await frames()
  expect(isShown(element)).toBe(true)
  expect(await violations(element)).toEqual([])
  element.items = [itemOf(0, { link: 'javascript:alert(1)' })]
  await frames()
  expect(isShown(element)).toBe(true)
  element.items = itemsOf(3)
  await frames()
  expect(isShown(element)).toBe(false)
  expect(all(element, 'li')).toHaveLength(3)
})

test('WD-28, WD-10 takes the room of its own content when empty from the start, and moves nothing after blanks', async () => {
  const fromStart = await mount({ innerHTML: OURS, items: [] })
  expect(isShown(fromStart)).toBe(true)
  expect(fromStart.getBoundingClientRect().height).toBeGreaterThan(0)
  fromStart.remove()

  const element = await mount({ innerHTML: OURS })
  const next = await after(element)
  const before = next.getBoundingClientRect().top
  const shift = await shiftDuring(async () => {
    element.items = []
    await frames()
  })
  expect(isShown(element)).toBe(true)
  expect([next.getBoundingClientRect().top, shift]).toEqual([before, 0])
})

test('WD-11 shows at most so many, and text stays text', async () => {
  const title = '<img src=x onerror="globalThis.broken = true">'
  const element = await mount({
    items: [itemOf(0, { title, brand: '<b>' }), ...itemsOf(9).slice(1)],
    limit: 4
  })
  expect(all(element, 'ul > li')).toHaveLength(4)
  expect(one(element, 'a').textContent).toBe(`<b> ${title}`)
  expect(Reflect.get(globalThis, 'broken')).toBeUndefined()
})

test.each([
  'javascript:alert(1)',
  ' javascript:alert(1)',
  'java\nscript:alert(1)',
  'JAVASCRIPT:alert(1)',
  'data:text/html,hi',
  'vbscript:x'
])('WD-11 does not show a product whose link is %j', async link => {
  const element = await mount({ items: [itemOf(0, { link }), itemOf(1)] })
  expect(all(element, 'a').map(it => it.getAttribute('href'))).toEqual(['/products/p1'])
})

async function settled(element: CarouselElement): Promise<number> {
  const list = one(element, 'ul')
  let last = Number.NaN
  while (last !== list.scrollLeft) {
    last = list.scrollLeft
    await frames(4)
  }
  return last
}

test.each(['ltr', 'rtl'])('WD-20 turns pages from button to button when writing goes %s', async dir => {
  document.documentElement.dir = dir
  const sign = dir === 'rtl' ? -1 : 1
  const element = await mount({ items: itemsOf(10) })
  const [previous, next] = [one(element, '[part~=previous]'), one(element, '[part~=next]')]
  expect([previous, next].map(it => it.ariaDisabled)).toEqual(['true', 'false'])

  await userEvent.click(next)
  expect(Math.abs((await settled(element)) - sign * (1000 - 32 + gapOf(element)))).toBeLessThan(1)
  expect(statusOf(element)).toBe('5–8 of 10')
  expect([previous, next].map(it => it.ariaDisabled)).toEqual(['false', 'false'])

  await userEvent.click(next)
  await settled(element)
  expect(statusOf(element)).toBe('7–10 of 10')
  expect([previous, next].map(it => it.ariaDisabled)).toEqual(['false', 'true'])
  const end = one(element, 'ul').scrollLeft
  next.click()
  expect(await settled(element)).toBe(end)

  await userEvent.click(previous)
  await settled(element)
  expect(statusOf(element)).toBe('3–6 of 10')
})

function gapOf(element: CarouselElement): number {
  return Number.parseFloat(getComputedStyle(one(element, 'ul')).columnGap)
}

test('WD-20 has no buttons to see where everything is in view, nor in a grid', async () => {
  const element = await mount({ items: itemsOf(3) })
  const isSeen = () => one(element, '[part~=next]').checkVisibility({ visibilityProperty: true })
  expect(isSeen()).toBe(false)
  element.items = itemsOf(9)
  await frames()
  expect(isSeen()).toBe(true)
  element.layout = 'grid'
  await frames()
  expect(isSeen()).toBe(false)
})

test.each([320, 420, 800])(
  'WD-21 reaches every control by keyboard, each in view, in a page of %i pixels',
  async width => {
    await page.viewport(width, 700)
    const element = await mount({ items: itemsOf(6) })
    const wanted = all(element, 'a, button:not(:disabled), summary').filter(it => it.checkVisibility())
    const reached: Element[] = []
    for (let i = 0; i < wanted.length; i++) {
      await userEvent.tab()
      await frames(4)
      const active = element.shadowRoot?.activeElement
      if (!active) break
      reached.push(active)
      await settled(element)
      expect(shareInView(active, one(element, 'ul'))).toBeGreaterThan(0.5)
    }
    expect(reached).toEqual(wanted)
  }
)

function shareInView(control: Element, list: Element): number {
  const box = control.getBoundingClientRect()
  const frame = list.contains(control) ? list.getBoundingClientRect() : new DOMRect(0, 0, innerWidth, 9999)
  const width = Math.min(box.right, frame.right, innerWidth) - Math.max(box.left, frame.left, 0)
  const height = Math.min(box.bottom, innerHeight) - Math.max(box.top, 0)
  return (Math.max(0, width) * Math.max(0, height)) / (box.width * box.height)
}

const STATES: Readonly<Record<string, (element: CarouselElement) => void>> = {
  loading: () => {},
  loaded: element => {
    element.items = itemsOf(8)
  },
  'loaded as a grid': element => {
    element.layout = 'grid'
    element.items = itemsOf(8)
  },
  empty: element => {
    element.items = []
  },
  'written from right to left': element => {
    document.documentElement.dir = 'rtl'
    element.items = itemsOf(8)
  },
  dark: element => {
    document.documentElement.style.colorScheme = 'dark'
    element.items = itemsOf(8)
  }
}

test.each(Object.keys(STATES))('WD-22 axe finds nothing when it is %s', async state => {
  const element = await mount()
  STATES[state]?.(element)
  await frames()
  expect(await violations(element)).toEqual([])
})

test.each(['[part~=add]', '[part~=why]', '[part~=dislike]'])(
  'WD-22 axe finds nothing after %s',
  async part => {
    const element = await mount({ items: itemsOf(8) })
    all(element, part)[1]?.click()
    await frames()
    expect(await violations(element)).toEqual([])
  }
)

test('WD-22 axe finds what is wrong', async () => {
  const element = await mount({ items: itemsOf(2) })
  one(element, '[part~=add]').setAttribute('aria-label', '')
  one(element, '[part~=add]').textContent = ''
  expect(await violations(element)).not.toEqual([])
})

test('WD-23 says everything in the shop’s own words', async () => {
  const element = await mount({
    items: itemsOf(9),
    texts: { 'card.add': 'In den Korb', 'carousel.range': '{count}: {from}-{to}' }
  })
  expect(one(element, '[part~=add]').textContent).toBe('In den Korb')
  expect(one(element, '[part~=why]').textContent).toBe('Why this?')
  one(element, '[part~=next]').click()
  await frames()
  expect(statusOf(element)).toBe('9: 5-8')
})

test('WD-24 scrolls at once for those who asked for less motion', async () => {
  const element = await mount()
  const [sheet] = element.shadowRoot?.adoptedStyleSheets ?? []
  const moving = [...(sheet?.cssRules ?? [])].filter(rule =>
    /\bscroll-behavior|transition|animation/.test(rule.cssText)
  )
  expect(moving.map(rule => rule instanceof CSSMediaRule && rule.conditionText)).toEqual([
    '(prefers-reduced-motion: no-preference)'
  ])
})

test('WD-26 has controls of at least 44 pixels', async () => {
  const element = await mount({ items: itemsOf(9) })
  one(element, '[part~=add]').click()
  await frames()
  const heights = all(element, 'button, summary').map(it => it.getBoundingClientRect().height)
  expect(Math.min(...heights)).toBeGreaterThanOrEqual(44)
})

test('WD-27 has a heading of the level asked for', async () => {
  const element = await mount()
  expect(one(element, 'h2').getAttribute('aria-level')).toBeNull()
  element.level = 3
  await frames()
  expect(one(element, 'h2').getAttribute('aria-level')).toBe('3')
})
