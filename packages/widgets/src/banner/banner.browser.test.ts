import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { cdp, page, userEvent } from 'vitest/browser'
import type { PromoEventMap } from '../promo/events.ts'
import { all, emptyPage, frames, one } from '../testing/mount.ts'
import { mountBanner, PROMO } from '../testing/promos.ts'
import { shiftDuring } from '../testing/shift.ts'
import { violations } from '../testing/violations.ts'
import type { BannerElement } from './BannerElement.tsx'

const OWN = '<h2>Lanterns</h2><p>for every evening, <a href="/lanterns">all of them</a></p>'
const undo: (() => void)[] = []

beforeEach(async () => {
  emptyPage()
  await page.viewport(1000, 700)
})
afterEach(() => {
  for (const stop of undo.splice(0)) stop()
})

function hear<Name extends keyof PromoEventMap>(name: Name, prevent = false) {
  const heard: PromoEventMap[Name]['detail'][] = []
  const listener = (event: Event) => {
    heard.push((event as PromoEventMap[Name]).detail)
    if (prevent) event.preventDefault()
  }
  document.addEventListener(name, listener)
  undo.push(() => document.removeEventListener(name, listener))
  return heard
}

/** A click that leads nowhere, because nobody follows it. False when somebody prevented it. */
function click(element: Element | null): boolean {
  let isFree = true
  const stay = (event: Event) => {
    isFree = !event.defaultPrevented
    event.preventDefault()
  }
  window.addEventListener('click', stay, { once: true })
  element?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, composed: true }))
  return isFree
}

async function after(element: Element): Promise<HTMLElement> {
  const next = document.createElement('p')
  next.textContent = 'What comes after it'
  element.after(next)
  await frames()
  return next
}

test.each(['flow-root', 'block'])(
  'BA-1 without content it shows what the page put into it, in a %s as if it were not there',
  async display => {
    document.body.append(document.createElement('p'))
    const plain = document.createElement('div')
    plain.innerHTML = OWN
    plain.style.cssText = `display: ${display}; min-block-size: 300px`
    document.body.append(plain)
    await after(plain)
    const boxes = () =>
      [...document.body.querySelectorAll('vitrine-banner, div, h2, p, a')].map(it => {
        const { x, y, width, height } = it.getBoundingClientRect()
        return [x, y, width, height, getComputedStyle(it).lineHeight]
      })
    const before = boxes()
    const element = await mountBanner({ innerHTML: OWN, reserve: '300px' })
    element.style.display = display
    plain.replaceWith(element)
    await frames()
    expect(boxes()).toEqual(before)
    element.shown = 'welcome/a'
    element.reason = 'You bought lanterns last spring.'
    await frames()
    expect(boxes()).toEqual(before)
    element.content = { title: '', text: '', image: '/a.png' }
    await frames()
    expect(boxes()).toEqual(before)
  }
)

test('BA-1 shows what the page put into it again when the content goes', async () => {
  const element = await mountBanner({ innerHTML: OWN, content: PROMO })
  expect(element.querySelector('h2')?.checkVisibility()).toBe(false)
  element.content = undefined
  await frames()
  expect(element.querySelector('h2')?.checkVisibility()).toBe(true)
})

test.each(['hero', 'bar', 'inline'])(
  'BA-2 nothing moves where a %s comes into reserved room, or never comes',
  async layout => {
    const element = await mountBanner({ innerHTML: OWN, reserve: '400px' })
    const next = await after(element)
    const before = next.getBoundingClientRect().top
    const shift = await shiftDuring(() => {
      element.content = { ...PROMO, layout }
    })
    const back = await shiftDuring(() => {
      element.content = undefined
    })
    expect([shift, back, next.getBoundingClientRect().top]).toEqual([0, 0, before])
    expect(element.getBoundingClientRect().height).toBe(400)
  }
)

test('BA-6 a press anywhere on it follows the link, and a pointer there moves nothing', async () => {
  const element = await mountBanner({ content: { ...PROMO, layout: 'hero' } })
  const shift = await shiftDuring(() => userEvent.hover(one(element, '[part=media]'), { force: true }))
  const box = one(element, '[part=media]').getBoundingClientRect()
  expect(element.shadowRoot?.elementFromPoint(box.left + 9, box.top + 9)).toBe(one(element, 'a'))
  expect(one(element, 'a').matches(':hover')).toBe(true)
  expect(shift).toBe(0)
})

test('BA-2 measures a shift where there is one', async () => {
  const element = await mountBanner({ content: PROMO })
  await after(element)
  const shift = await shiftDuring(() => {
    element.style.marginTop = '200px'
  })
  expect(shift).toBeGreaterThan(0)
})

test('BA-3 has a form for every layout, and inline for any other', async () => {
  const element = await mountBanner()
  for (const [layout, expected] of [
    ['hero', 'hero'],
    ['bar', 'bar'],
    ['inline', 'inline'],
    ['modal', 'inline'],
    [undefined, 'inline']
  ]) {
    element.content = { ...PROMO, layout }
    await frames()
    expect(one(element, 'section').dataset['layout']).toBe(expected)
    expect(all(element, '[part=close]')).toHaveLength(layout === 'bar' ? 1 : 0)
  }
})

test('BA-4 text stays text', async () => {
  const title = '<img src=x onerror="globalThis.broken = true">'
  const element = await mountBanner({ content: { title, text: '<b>', button: '<i>', link: '/x' } })
  expect(all(element, '[part=heading], [part=text], [part=button]').map(it => it.textContent)).toEqual([
    title,
    '<b>',
    '<i>'
  ])
  expect(Reflect.get(globalThis, 'broken')).toBeUndefined()
})

test.each(['javascript:alert(1)', 'java\nscript:alert(1)', 'data:text/html,hi', ''])(
  'BA-4 shows no link that leads to %j, and its words all the same',
  async link => {
    const element = await mountBanner({ content: { ...PROMO, link } })
    expect(all(element, 'a, [part=button]')).toHaveLength(0)
    expect(one(element, '[part=heading]').textContent).toBe(PROMO.title)
  }
)

test('BA-4 links its title where there is no button, and its text where there is neither', async () => {
  const element = await mountBanner({ content: { title: 'New', text: 'in', link: '/new' } })
  expect(all(element, 'a').map(it => it.textContent)).toEqual(['New'])
  element.content = { text: 'in', link: '/new', layout: 'bar' }
  await frames()
  expect(all(element, 'a').map(it => it.textContent)).toEqual(['in'])
})

test('BA-5 is a section with a name and a heading of the level asked for; a bar has none', async () => {
  const element = await mountBanner({ content: PROMO, locale: 'de-AT' })
  expect(one(element, 'section').ariaLabel).toBe(PROMO.title)
  expect(one(element, 'section').lang).toBe('de-AT')
  expect(one(element, 'h2').ariaLevel).toBeNull()
  element.level = 3
  await frames()
  expect(one(element, 'h2').ariaLevel).toBe('3')
  element.content = { text: 'Free delivery', layout: 'bar' }
  await frames()
  expect(all(element, 'h2')).toHaveLength(0)
  expect(one(element, 'section').ariaLabel).toBe('Free delivery')
})

test('BA-6 follows a real link, unless the page prevents it', async () => {
  const element = await mountBanner({ content: PROMO })
  const link = one(element, 'a')
  expect(link.getAttribute('href')).toBe('/new')
  const heard = hear('vitrine:select')
  expect(click(link)).toBe(true)
  hear('vitrine:select', true)
  expect(click(link)).toBe(false)
  expect(heard).toEqual([{ placement: 'home-top' }, { placement: 'home-top' }])
})

test('BA-7 tells once that it was seen, when half of it was in view for a second', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  undo.push(() => vi.useRealTimers())
  const heard = hear('vitrine:impression')
  const element = await mountBanner({ content: PROMO })
  vi.advanceTimersByTime(999)
  expect(heard).toEqual([])
  vi.advanceTimersByTime(1)
  expect(heard).toEqual([{ placement: 'home-top', items: [] }])

  element.remove()
  await frames()
  document.body.append(element)
  element.level = 3
  await frames()
  vi.advanceTimersByTime(5000)
  expect(heard).toHaveLength(1)

  element.content = { ...PROMO }
  await frames()
  vi.advanceTimersByTime(1000)
  expect(heard).toHaveLength(2)
})

test('BA-7 tells nothing below the page, without content, or after it has left the page', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  undo.push(() => vi.useRealTimers())
  const heard = hear('vitrine:impression')
  await mountBanner({ innerHTML: OWN })
  const gone = await mountBanner({ content: PROMO })
  gone.remove()
  document.body.style.paddingTop = '3000px'
  await mountBanner({ content: PROMO })
  vi.advanceTimersByTime(5000)
  document.body.style.paddingTop = ''
  expect(heard).toEqual([])
})

test('BA-8 what the page put in counts as content where it is named as a variant', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  undo.push(() => vi.useRealTimers())
  const seen = hear('vitrine:impression')
  const chosen = hear('vitrine:select')
  const element = await mountBanner({ innerHTML: OWN })
  click(element.querySelector('a'))
  vi.advanceTimersByTime(5000)
  expect([seen, chosen]).toEqual([[], []])

  element.shown = 'welcome/a'
  await frames()
  vi.advanceTimersByTime(1000)
  click(element.querySelector('p'))
  expect([seen.length, chosen.length]).toEqual([1, 0])
  element.querySelector('a')?.append(document.createElement('b'))
  click(element.querySelector('b'))
  expect(chosen).toEqual([{ placement: 'home-top' }])
  hear('vitrine:select', true)
  expect(click(element.querySelector('a'))).toBe(false)

  element.shown = undefined
  await frames()
  element.shown = 'welcome/a'
  await frames()
  vi.advanceTimersByTime(1000)
  expect(seen).toHaveLength(2)
})

test('BA-8 says why the page’s own is shown without moving it', async () => {
  const element = await mountBanner({ innerHTML: OWN, shown: 'welcome/a' })
  const next = await after(element)
  const shift = await shiftDuring(() => {
    element.reason = 'You came from a garden magazine.'
  })
  expect([shift, next.getBoundingClientRect().top - element.getBoundingClientRect().bottom > 0]).toEqual([
    0,
    true
  ])
  expect(one(element, '[part=panel]').textContent).toBe('You came from a garden magazine.')
  expect(await violations(element)).toEqual([])
})

test('BA-9 a bar can be closed, gives up its room, and comes back with other content', async () => {
  const heard = hear('vitrine:dismiss')
  const element = await mountBanner({ content: { ...PROMO, layout: 'bar' }, reserve: '44px', innerHTML: OWN })
  element.style.minBlockSize = '44px'
  one(element, '[part=close]').focus()
  await userEvent.keyboard('{Enter}')
  await frames()
  expect(heard).toEqual([{ placement: 'home-top', reason: 'close' }])
  expect(element.getBoundingClientRect().height).toBe(0)
  element.level = 3
  await frames()
  expect(element.checkVisibility()).toBe(false)

  element.content = { ...PROMO, layout: 'bar' }
  await frames()
  expect(one(element, '[part=close]').checkVisibility()).toBe(true)
  one(element, '[part=close]').click()
  element.content = undefined
  await frames()
  expect(element.querySelector('h2')?.checkVisibility()).toBe(true)
})

test.each(['hero', 'bar', 'inline'])(
  'BA-10 whoever asks is told why they see a %s, and nothing moves for it',
  async layout => {
    const element = await mountBanner({ content: { ...PROMO, layout } })
    expect(all(element, 'details')).toHaveLength(0)
    element.reason = 'You bought <lanterns> last spring.'
    await frames()
    const { height } = element.getBoundingClientRect()
    one(element, 'summary').focus()
    await userEvent.keyboard('{Enter}')
    await frames()
    expect(one(element, '[part=panel]').checkVisibility()).toBe(true)
    expect(one(element, '[part=panel]').textContent).toBe('You bought <lanterns> last spring.')
    expect(element.getBoundingClientRect().height).toBe(height)
  }
)

test.each([280, 390, 1280])('BA-10 what tells why keeps inside a page of %i pixels', async width => {
  await page.viewport(width, 700)
  for (const dir of ['ltr', 'rtl']) {
    document.documentElement.dir = dir
    for (const layout of ['hero', 'bar', 'inline', 'own']) {
      const own = layout === 'own' && { content: undefined, shown: 'welcome/a', innerHTML: OWN }
      const reason = 'You bought garden lanterns last spring, and the spring before.'
      const element = await mountBanner({ content: { ...PROMO, layout }, reason, ...own })
      one(element, 'summary').click()
      await frames()
      const [panel, room] = [one(element, '[part=panel]'), element].map(it => it.getBoundingClientRect())
      if (!panel || !room) throw new Error('both are drawn')
      expect([layout, panel.left >= room.left - 1, panel.right <= room.right + 1]).toEqual([
        layout,
        true,
        true
      ])
      const summary = one(element, 'summary').getBoundingClientRect()
      expect([layout, panel.bottom <= summary.top + 1 || panel.top >= summary.bottom - 1]).toEqual([
        layout,
        true
      ])
      element.remove()
    }
  }
})

test('BA-11 a picture has its room before it comes, and keeps it when it never does', async () => {
  const element = await mountBanner({ content: { ...PROMO, image: '/no-such-picture.png', layout: 'hero' } })
  const { height } = element.getBoundingClientRect()
  await expect.poll(() => all(element, 'img[hidden]').length).toBe(1)
  expect(element.getBoundingClientRect().height).toBe(height)
  expect(one(element, '[part=media]').getBoundingClientRect().height).toBeGreaterThan(100)
})

const STATES: Readonly<Record<string, (element: BannerElement) => void>> = {
  'without content': element => {
    element.content = undefined
  },
  'as the shop has it': () => {},
  'written from right to left': () => {
    document.documentElement.dir = 'rtl'
  },
  dark: () => {
    document.documentElement.style.colorScheme = 'dark'
  },
  'without a button or picture': element => {
    element.content = { title: 'New', link: '/new', layout: element.content?.layout }
  },
  asked: element => {
    one(element, 'summary').click()
  }
}

test.each(
  ['hero', 'bar', 'inline'].flatMap(layout => Object.keys(STATES).map(state => [layout, state] as const))
)('BA-12 axe finds nothing in a %s %s', async (layout, state) => {
  const element = await mountBanner({
    innerHTML: OWN,
    content: { ...PROMO, layout },
    reason: 'You bought lanterns last spring.'
  })
  STATES[state]?.(element)
  await frames()
  expect(await violations(element)).toEqual([])
})

test('BA-12 axe finds nothing where the reader chose the colours, and finds what is wrong', async () => {
  await emulate('active')
  undo.push(() => void emulate('none'))
  expect(matchMedia('(forced-colors: active)').matches).toBe(true)
  const element = await mountBanner({ content: { ...PROMO, layout: 'hero' }, reason: 'You bought lanterns.' })
  expect(await violations(element)).toEqual([])
  expect(getComputedStyle(one(element, '[part=button]')).borderTopColor).not.toBe('rgba(0, 0, 0, 0)')
  one(element, 'a').replaceChildren()
  expect(await violations(element)).not.toEqual([])
})

function emulate(value: 'active' | 'none'): Promise<unknown> {
  return Reflect.get(cdp(), 'send').call(cdp(), 'Emulation.setEmulatedMedia', {
    features: [{ name: 'forced-colors', value }]
  })
}

test.each(['hero', 'bar', 'inline'])(
  'BA-13 every control of a %s is reached by keyboard, each of 44 pixels',
  async layout => {
    const element = await mountBanner({ content: { ...PROMO, layout }, reason: 'You bought lanterns.' })
    const wanted = all(element, 'a, summary, button')
    const reached: unknown[] = []
    for (const _ of wanted) {
      await userEvent.tab()
      reached.push(element.shadowRoot?.activeElement)
    }
    expect(reached).toEqual(wanted)
    for (const control of all(element, '[part=button], summary, button')) {
      const { width, height } = control.getBoundingClientRect()
      expect(Math.min(width, height)).toBeGreaterThanOrEqual(44)
    }
  }
)

test('BA-14 says everything in the shop’s own words', async () => {
  const element = await mountBanner({
    content: { ...PROMO, layout: 'bar' },
    reason: 'Darum.',
    texts: { 'banner.close': 'Weg damit', 'banner.why': 'Warum?' }
  })
  expect(one(element, '[part=close]').ariaLabel).toBe('Weg damit')
  expect(one(element, 'summary').textContent).toBe('Warum?')
})

test.each([280, 390, 800, 1280, 2560])(
  'BA-17 keeps inside its width in a page of %i pixels, in text of twice the size too',
  async width => {
    await page.viewport(width, 700)
    for (const size of ['', '200%']) {
      document.documentElement.style.fontSize = size
      undo.push(() => document.documentElement.style.removeProperty('font-size'))
      for (const layout of ['hero', 'bar', 'inline']) {
        const element = await mountBanner({ content: { ...PROMO, layout }, reason: 'You bought lanterns.' })
        const room = element.getBoundingClientRect()
        for (const part of all(element, '[part]:not([part=panel])')) {
          const box = part.getBoundingClientRect()
          expect([part.part.value, box.left >= room.left - 1 && box.right <= room.right + 1]).toEqual([
            part.part.value,
            true
          ])
          expect([
            part.part.value,
            part.scrollWidth <= part.clientWidth + 1 || part.clientWidth === 0
          ]).toEqual([part.part.value, true])
        }
        element.remove()
      }
    }
  }
)
