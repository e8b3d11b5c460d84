import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { cdp, page, userEvent } from 'vitest/browser'
import { all, emptyPage, frames, one } from '../testing/mount.ts'
import { hearPromos, mountPopup, OFFER, openPopup, PROMO } from '../testing/promos.ts'
import { shiftDuring } from '../testing/shift.ts'
import { violations } from '../testing/violations.ts'
import type { PopupElement } from './PopupElement.tsx'

const undo: (() => void)[] = []
let before: string | undefined

beforeEach(async () => {
  document.body.replaceWith(document.createElement('body'))
  emptyPage()
  await page.viewport(1000, 700)
  document.body.innerHTML = `<main><h1>A shop</h1><button id="opener">Leave</button>${'<p>Words.</p>'.repeat(60)}</main>`
  before = pageState()
})
afterEach(async () => {
  for (const popup of document.querySelectorAll('vitrine-popup')) popup.remove()
  await frames(1)
  for (const stop of undo.splice(0)) stop()
})

const opener = () => document.querySelector<HTMLElement>('#opener')
const dialog = (element: Element) => one(element, 'dialog') as HTMLDialogElement
const isShown = (element: PopupElement) => element.open && dialog(element).open
/** Until it has come all the way in. */
const settled = (element: Element) =>
  Promise.all(
    dialog(element)
      .getAnimations()
      .map(it => it.finished)
  )
const focusIn = (element: PopupElement) => element.shadowRoot?.activeElement

function pageState(): string {
  const { documentElement: root, body } = document
  return [root, body].map(it => it.outerHTML.split('>')[0]).join()
}

test('PO-1 is a dialog with the name of its title, or of its text', async () => {
  const element = await openPopup()
  await expect.element(page.getByRole('dialog', { name: PROMO.title ?? '' })).toBeInTheDocument()
  element.content = { text: 'Still thinking?' }
  await frames()
  await expect.element(page.getByRole('dialog', { name: 'Still thinking?' })).toBeInTheDocument()
  expect(dialog(element).matches(':modal')).toBe(true)
})

test('PO-1 is not there before it is shown, nor without words', async () => {
  const heard = hearPromos()
  const element = await mountPopup({ content: { image: PROMO.image } })
  element.show()
  await frames()
  expect([element.open, dialog(element).open, element.getBoundingClientRect().height]).toEqual([
    false,
    false,
    0
  ])
  element.content = PROMO
  await frames()
  expect(all(element, 'h2, img')).toEqual([])
  expect(heard).toEqual([])
})

test('PO-2 the focus goes to the heading, or to the first control where there is none, and comes back', async () => {
  opener()?.focus()
  const element = await openPopup()
  expect(focusIn(element)).toBe(one(element, 'h2'))
  element.close('close')
  expect(document.activeElement).toBe(opener())
  element.content = { text: 'Still thinking?' }
  element.show()
  await frames()
  expect(focusIn(element)).toBe(one(element, '[part=close]'))
  element.close('close')
  expect(document.activeElement).toBe(opener())
})

test('PO-2 the focus comes back into a shadow root, and to nothing that has gone', async () => {
  const host = document.createElement('div')
  const inner = document.createElement('button')
  host.attachShadow({ mode: 'open' }).append(inner)
  document.body.append(host)
  inner.focus()
  const element = await openPopup()
  element.close('close')
  expect(host.shadowRoot?.activeElement).toBe(inner)
  element.show()
  await frames()
  host.remove()
  element.close('close')
  await frames()
  expect(document.activeElement).toBe(document.body)
})

test('PO-3 Tab goes through every control and never to the page', async () => {
  const element = await openPopup({
    content: { ...PROMO, decline: 'No, thank you' },
    offer: OFFER,
    reason: 'A first visit.'
  })
  const wanted = all(element, 'a, button, summary')
  expect(wanted.map(it => it.part.value)).toEqual(['close', 'copy', 'button', 'decline', 'why'])
  const reached = new Set<unknown>()
  for (let i = 0; i < 12; i++) {
    await userEvent.tab()
    reached.add(focusIn(element))
    expect([...wanted, null]).toContain(focusIn(element))
    expect([document.body, element]).toContain(document.activeElement)
  }
  expect(wanted.filter(it => !reached.has(it))).toEqual([])
})

test('PO-4 Escape closes it', async () => {
  const heard = hearPromos()
  opener()?.focus()
  const element = await openPopup()
  await userEvent.keyboard('{Escape}')
  await expect.poll(() => isShown(element)).toBe(false)
  expect(heard.slice(1)).toEqual([
    ['vitrine:dismiss', { placement: 'leaving', reason: 'escape' }],
    ['vitrine:close', { placement: 'leaving', reason: 'escape' }]
  ])
  expect(document.activeElement).toBe(opener())
  expect(pageState()).toBe(before)
})

test('PO-5 the page behind it cannot be pressed, and a press there closes it', async () => {
  const heard = hearPromos()
  const pressed = vi.fn()
  opener()?.addEventListener('click', pressed)
  const element = await openPopup()
  await cdpClick(5, 5)
  await expect.poll(() => isShown(element)).toBe(false)
  expect(pressed).not.toHaveBeenCalled()
  expect(heard.at(-1)).toEqual(['vitrine:close', { placement: 'leaving', reason: 'backdrop' }])
})

test('PO-5 a press that began inside, or ends there, leaves it open', async () => {
  const element = await openPopup()
  const press = (on: Element, type: string) =>
    on.dispatchEvent(new PointerEvent(type, { bubbles: true, composed: true }))
  press(one(element, '[part=text]'), 'pointerdown')
  press(dialog(element), 'click')
  expect(isShown(element)).toBe(true)
  press(dialog(element), 'pointerdown')
  press(one(element, '[part=text]'), 'click')
  expect(isShown(element)).toBe(true)
  press(dialog(element), 'pointerdown')
  press(dialog(element), 'click')
  expect(isShown(element)).toBe(false)
})

/** A press of the real mouse, somewhere in this page. */
async function cdpClick(x: number, y: number): Promise<void> {
  const spot = document.createElement('i')
  spot.style.cssText = `position:fixed;left:${x}px;top:${y}px;width:1px;height:1px`
  document.body.append(spot)
  await userEvent.click(spot, { force: true })
  spot.remove()
}

test('PO-6 the page behind it neither scrolls nor moves, and scrolls again afterwards', async () => {
  scrollTo(0, 200)
  const element = await mountPopup()
  const top = opener()?.getBoundingClientRect().top
  const shift = await shiftDuring(() => element.show())
  expect([shift, opener()?.getBoundingClientRect().top]).toEqual([0, top])
  await userEvent.wheel(document.body, { delta: { y: 300 } }).catch(() => {})
  await userEvent.keyboard('{PageDown}')
  await frames(12)
  expect(scrollY).toBe(200)
  element.close()
  await frames()
  expect([scrollY, pageState()]).toEqual([200, before])
  await userEvent.wheel(document.body, { delta: { y: 300 } })
  await expect.poll(() => scrollY).toBe(500)
})

test.each(['html', 'body'])(
  'PO-6 leaves a %s that has its own word on scrolling where it stands',
  async name => {
    const scroller = name === 'html' ? document.documentElement : document.body
    const sheet = document.createElement('style')
    sheet.textContent = `body { height: 100% } html { height: 100% } ${name} { overflow-x: hidden; overflow-y: auto }`
    document.head.append(sheet)
    undo.push(() => sheet.remove())
    scrollTo(0, 200)
    const element = await openPopup()
    expect([scrollY, document.body.scrollTop, scroller.style.overflow]).toEqual([200, 0, 'hidden'])
    element.close()
    expect([scrollY, pageState()]).toEqual([200, before])
  }
)

test.each([
  [0, 1],
  [1, 0]
])('PO-7 of two, closed in the order %i, %i, each gives back what it took', async (first, second) => {
  document.documentElement.style.overflow = 'clip'
  undo.push(() => document.documentElement.removeAttribute('style'))
  opener()?.focus()
  const two = [await openPopup(), await openPopup({ content: { title: 'Another' } })]
  expect(two.map(isShown)).toEqual([true, true])
  two[first]?.close('close')
  expect(document.documentElement.style.overflow).toBe('hidden')
  two[second]?.close('close')
  expect(document.documentElement.style.overflow).toBe('clip')
  expect(two.map(isShown)).toEqual([false, false])
})

test('PO-7 Escape closes one at a time, the newest first', async () => {
  const content = { ...PROMO, layout: 'corner' }
  const two = [await openPopup({ content }), await openPopup({ content })]
  await userEvent.keyboard('{Escape}')
  expect(two.map(isShown)).toEqual([true, false])
  const modal = await openPopup()
  await userEvent.keyboard('{Escape}')
  await expect.poll(() => isShown(modal)).toBe(false)
  expect(two.map(isShown)).toEqual([true, false])
  await userEvent.keyboard('{Escape}')
  expect(two.map(isShown)).toEqual([false, false])
})

test('PO-7 Escape in a dialog of the page’s own closes only that', async () => {
  const element = await openPopup({ content: { ...PROMO, layout: 'corner' } })
  const own = document.createElement('dialog')
  own.append(document.createElement('button'))
  document.body.append(own)
  own.showModal()
  await userEvent.keyboard('{Escape}')
  await expect.poll(() => own.open).toBe(false)
  expect(isShown(element)).toBe(true)
})

test('PO-8 every button is at least 44 pixels wide and high, and closing has one that can be seen', async () => {
  const element = await openPopup({
    content: { ...PROMO, decline: 'No' },
    offer: OFFER,
    reason: 'A first visit.'
  })
  await settled(element)
  for (const control of all(element, 'a, button, summary')) {
    const { width, height } = control.getBoundingClientRect()
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(44)
  }
  expect(one(element, '[part=close]').ariaLabel).toBe('Close')
  await userEvent.click(one(element, '[part=close]'))
  expect(isShown(element)).toBe(false)
})

test('PO-9 a corner takes no focus, is announced, and can be reached and left by keyboard', async () => {
  const heard = hearPromos()
  opener()?.focus()
  const element = await mountPopup({ content: { ...PROMO, layout: 'corner' } })
  const status = one(element, '[role=status]')
  element.show()
  await frames()
  expect(document.activeElement).toBe(opener())
  expect([dialog(element).matches(':modal'), pageState()]).toEqual([false, before])
  expect(status).toBe(one(element, '[role=status]'))
  await expect.poll(() => status.textContent).toBe(`${PROMO.title}. ${PROMO.text}`)
  await userEvent.tab()
  expect(focusIn(element)).toBe(one(element, '[part=close]'))
  await userEvent.keyboard('{Escape}')
  expect(isShown(element)).toBe(false)
  expect(heard.at(-1)).toEqual(['vitrine:close', { placement: 'leaving', reason: 'escape' }])
  expect(document.activeElement).toBe(opener())
  await frames()
  expect(status.textContent).toBe('')
})

test('PO-9 closing a corner leaves the focus where the shopper has it', async () => {
  const element = await openPopup({ content: { ...PROMO, layout: 'corner' } })
  opener()?.focus()
  element.close('close')
  expect(document.activeElement).toBe(opener())
})

test.each([
  [390, 844],
  [360, 640],
  [280, 653]
])(
  'PO-10 in a window of %i × %i it is small, holds nothing up, and keeps inside it',
  async (width, height) => {
    await page.viewport(width, height)
    for (const size of ['', '200%']) {
      document.documentElement.style.fontSize = size
      undo.push(() => document.documentElement.removeAttribute('style'))
      const element = await openPopup({
        content: { ...PROMO, decline: 'No, thank you' },
        offer: OFFER,
        reason: 'A first visit.'
      })
      expect(dialog(element).matches(':modal')).toBe(false)
      await settled(element)
      const box = dialog(element).getBoundingClientRect()
      expect(box.height).toBeLessThanOrEqual(0.3 * height)
      expect([box.left >= 0, box.right <= width, box.bottom <= height]).toEqual([true, true, true])
      expect(document.documentElement.scrollWidth).toBe(width)
      element.remove()
    }
  }
)

test('PO-10 gives all that does not fit, and shows what has the focus', async () => {
  await page.viewport(320, 568)
  const element = await openPopup({
    content: { ...PROMO, decline: 'No, thank you' },
    offer: OFFER,
    reason: 'A first visit.'
  })
  for (const control of all(element, 'button, a, summary')) {
    control.focus()
    await frames()
    const box = control.getBoundingClientRect()
    const over = element.shadowRoot?.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2)
    expect(control.contains(over ?? null)).toBe(true)
  }
})

test('PO-11 a corner keeps away from what has the focus', async () => {
  await page.viewport(390, 700)
  const field = document.createElement('input')
  field.style.cssText = 'position:fixed;bottom:10px;left:10px'
  document.body.append(field)
  field.focus()
  const element = await openPopup()
  const isOver = () => {
    const [one, two] = [dialog(element).getBoundingClientRect(), field.getBoundingClientRect()]
    return one.top < two.bottom && two.top < one.bottom
  }
  expect(isOver()).toBe(false)
  opener()?.focus()
  await frames()
  expect(isOver()).toBe(true)
  field.focus()
  await frames()
  expect(isOver()).toBe(false)
  one(element, 'a').focus()
  await frames()
  expect(isOver()).toBe(false)
})

test('PO-12 shows a code that can be selected and copied, says so, and until when it holds', async () => {
  const written: string[] = []
  vi.spyOn(navigator.clipboard, 'writeText').mockImplementation(async text => void written.push(text))
  undo.push(() => vi.restoreAllMocks())
  const element = await openPopup({ offer: OFFER })
  const status = one(element, 'dialog [role=status]')
  expect(one(element, '[part=ticket]').textContent).toMatch(/^Your code: HELLO-7K2P/)
  expect(getComputedStyle(one(element, '[part=code]')).userSelect).toBe('all')
  expect(one(element, '[part=expires]').textContent).toBe(OFFER.expires)
  expect(status.textContent).toBe('')
  await userEvent.click(one(element, '[part=copy]'))
  await expect.poll(() => status.textContent).toBe('Copied')
  expect(one(element, '[part=copy]').textContent).toBe('Copied')
  expect(written).toEqual(['HELLO-7K2P'])
  element.close()
  element.show()
  await frames()
  expect(one(element, '[part=copy]').textContent).toBe('Copy')
})

test('PO-12 leaves the code selected where the browser does not copy', async () => {
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('no', 'NotAllowedError'))
  undo.push(() => vi.restoreAllMocks())
  const element = await openPopup({ offer: { ...OFFER, expires: '' } })
  expect(all(element, '[part=expires]')).toEqual([])
  await userEvent.click(one(element, '[part=copy]'))
  await frames()
  expect(String(getSelection())).toBe('HELLO-7K2P')
  expect(one(element, 'dialog [role=status]').textContent).toBe('')
})

const WAYS: readonly [string, (element: PopupElement) => unknown, string[]][] = [
  ['close', element => one(element, '[part=close]').click(), ['vitrine:dismiss', 'vitrine:close']],
  ['decline', element => one(element, '[part=decline]').click(), ['vitrine:dismiss', 'vitrine:close']],
  ['select', element => one(element, '[part=button]').click(), ['vitrine:select', 'vitrine:close']],
  ['page', element => element.close(), ['vitrine:close']],
  ['page', element => element.removeAttribute('open'), ['vitrine:close']],
  ['page', element => Object.assign(element, { content: undefined }), ['vitrine:close']],
  ['select', element => element.close('select'), ['vitrine:close']]
]

test.each(WAYS)('PO-13 tells what became of it, last that it is gone: %s', async (reason, act, names) => {
  const heard = hearPromos(true)
  opener()?.focus()
  const element = await openPopup({ content: { ...PROMO, decline: 'No, thank you' } })
  expect(heard.splice(0)).toEqual([['vitrine:impression', { placement: 'leaving', items: [] }]])
  act(element)
  await frames()
  expect(heard.map(([name]) => name)).toEqual(names)
  expect(heard.at(-1)?.[1]).toEqual({ placement: 'leaving', reason })
  expect([isShown(element), element.hasAttribute('open'), pageState()]).toEqual([false, false, before])
  expect(document.activeElement).toBe(opener())
  element.close()
  await frames()
  expect(heard).toHaveLength(names.length)
})

const EARLY: readonly [string, (element: PopupElement) => unknown][] = [
  ['page', element => element.close()],
  ['close', element => element.close('close')],
  ['page', element => element.removeAttribute('open')],
  ['page', element => element.remove()],
  ['page', element => Object.assign(element, { content: undefined })]
]

test.each(EARLY)(
  'PO-13 tells that it is gone though it was never drawn, and only that: %s',
  async (reason, act) => {
    const heard: [string, unknown][] = []
    const element = await mountPopup()
    for (const name of ['vitrine:impression', 'vitrine:dismiss', 'vitrine:close'] as const)
      element.addEventListener(name, event => heard.push([name, event.detail]))
    element.show()
    act(element)
    await frames()
    expect(heard).toEqual([['vitrine:close', { placement: 'leaving', reason }]])
    expect([element.open, pageState()]).toEqual([false, before])
  }
)

test('PO-13 tells once for each time it was to be shown that it is gone, though drawing fails', async () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => {})
  undo.push(() => vi.restoreAllMocks())
  const heard = hearPromos()
  const gone = ['vitrine:close', { placement: 'leaving', reason: 'page' }]
  const broken = {
    expires: '',
    get code(): string {
      throw new Error('broken')
    }
  }
  const element = await mountPopup({ offer: broken })
  element.show()
  await frames()
  expect(heard.splice(0)).toEqual([gone])
  element.reason = 'Again'
  await frames()
  expect(heard.splice(0)).toEqual([])
  element.show()
  await frames()
  expect(heard.splice(0)).toEqual([gone])
  expect(said).toHaveBeenCalledTimes(1)

  const other = await openPopup()
  other.offer = broken
  await frames()
  expect(heard.map(([name]) => name)).toEqual(['vitrine:impression', 'vitrine:close'])
  expect(pageState()).toBe(before)
})

test('PO-13 follows a real link, unless the page prevents it', async () => {
  hearPromos(true)
  const element = await openPopup()
  const click = new MouseEvent('click', { bubbles: true, cancelable: true, composed: true })
  expect(one(element, 'a').getAttribute('href')).toBe('/new')
  expect(one(element, 'a').dispatchEvent(click)).toBe(false)
})

test.each(['modal', 'corner'])(
  'PO-14 taken out of the page, a %s gives back the focus and the scrolling',
  async layout => {
    const heard: string[] = []
    opener()?.focus()
    const element = await openPopup({ content: { ...PROMO, layout } })
    element.addEventListener('vitrine:close', event => heard.push(event.detail.reason))
    one(element, '[part=close]').focus()
    element.remove()
    await frames()
    expect([heard, element.open, pageState()]).toEqual([['page'], false, before])
    expect(document.activeElement).toBe(opener())
    document.body.append(element)
    await frames()
    expect(isShown(element)).toBe(false)
    element.show()
    await frames()
    expect(isShown(element)).toBe(true)
  }
)

test.each(['modal', 'corner'])('PO-14 moved about in the page, a %s stays what it was', async layout => {
  const heard = hearPromos()
  opener()?.focus()
  const element = await openPopup({ content: { ...PROMO, layout } })
  document.querySelector('main')?.append(element)
  await frames()
  expect(isShown(element)).toBe(true)
  expect(dialog(element).matches(':modal')).toBe(layout === 'modal')
  expect(focusIn(element) === one(element, 'h2')).toBe(layout === 'modal')
  expect(heard.map(([name]) => name)).toEqual(['vitrine:impression'])
  element.close('close')
  expect(document.activeElement).toBe(opener())
})

test('PO-14 shown twice it is shown once, and can be shown again at once', async () => {
  const heard = hearPromos()
  const element = await openPopup()
  element.show()
  await frames()
  element.close('close')
  element.show()
  await frames(6)
  expect(isShown(element)).toBe(true)
  expect(heard.map(([name]) => name)).toEqual([
    'vitrine:impression',
    'vitrine:dismiss',
    'vitrine:close',
    'vitrine:impression'
  ])
})

test('PO-15 text stays text, and a link that leads nowhere is a button that closes', async () => {
  const title = '<img src=x onerror="globalThis.broken = true">'
  for (const link of ['javascript:globalThis.broken = true', undefined]) {
    const heard = hearPromos()
    const element = await openPopup({
      content: { title, text: '<b>', button: '<i>', link, decline: '<u>' },
      offer: { code: '<s>', expires: '<p>' },
      reason: '<q>'
    })
    const said =
      '[part=heading], [part=text], [part=code], [part=expires], [part=button], [part=decline], [part=panel]'
    expect(all(element, said).map(it => it.textContent)).toEqual([
      title,
      '<b>',
      '<s>',
      '<p>',
      '<i>',
      '<u>',
      '<q>'
    ])
    expect(all(element, 'a')).toEqual([])
    one(element, '[part=button]').click()
    expect(heard.at(-1)).toEqual(['vitrine:close', { placement: 'leaving', reason: 'select' }])
    element.remove()
  }
  expect(Reflect.get(globalThis, 'broken')).toBeUndefined()
})

test('PO-16 leaves the history alone', async () => {
  const { length, state } = history
  const element = await openPopup()
  element.close('close')
  expect([history.length, history.state]).toEqual([length, state])
})

test('PO-17 whoever asks is told why they see it', async () => {
  const element = await openPopup({ reason: 'A first visit.' })
  one(element, 'summary').focus()
  await userEvent.keyboard('{Enter}')
  await frames()
  expect(one(element, '[part=panel]').checkVisibility()).toBe(true)
  expect(one(element, '[part=panel]').textContent).toBe('A first visit.')
  element.reason = ''
  await frames()
  expect(all(element, 'details')).toEqual([])
})

const LOOKS: Readonly<Record<string, () => unknown>> = {
  'as the shop has it': () => {},
  'written from right to left': () => {
    document.documentElement.dir = 'rtl'
  },
  dark: () => {
    document.documentElement.style.colorScheme = 'dark'
  },
  'in the reader’s own colours': () => {
    undo.push(() => void emulate('none'))
    return emulate('active')
  },
  'on a phone': () => page.viewport(390, 844)
}

function emulate(value: 'active' | 'none'): Promise<unknown> {
  return Reflect.get(cdp(), 'send').call(cdp(), 'Emulation.setEmulatedMedia', {
    features: [{ name: 'forced-colors', value }]
  })
}

test.each(['modal', 'corner'].flatMap(layout => Object.keys(LOOKS).map(look => [layout, look] as const)))(
  'PO-18 axe finds nothing in a %s %s',
  async (layout, look) => {
    await LOOKS[look]?.()
    const content = { ...PROMO, layout, decline: 'No, thank you' }
    const element = await openPopup({ content, offer: OFFER, reason: 'A first visit.' })
    await settled(element)
    expect(await violations(element)).toEqual([])
    one(element, 'summary').click()
    await frames()
    expect(await violations(element)).toEqual([])
    element.content = { text: 'Still thinking?', layout }
    element.offer = undefined
    await frames()
    expect(await violations(element)).toEqual([])
  }
)

test('PO-18 axe finds what is wrong', async () => {
  const element = await openPopup()
  one(element, '[part=close]').removeAttribute('aria-label')
  one(element, '[part=close]').textContent = ''
  expect(await violations(element)).not.toEqual([])
})

test('PO-19 comes at once for those who asked for less motion', async () => {
  const element = await mountPopup()
  const [sheet] = element.shadowRoot?.adoptedStyleSheets ?? []
  const moving = [...(sheet?.cssRules ?? [])].filter(rule =>
    /\b(transition|animation|scroll-behavior)\b/.test(rule.cssText)
  )
  expect(moving.map(rule => rule instanceof CSSMediaRule && rule.conditionText)).toEqual([
    '(prefers-reduced-motion: no-preference)'
  ])
})

test('PO-20 says everything in the shop’s own words', async () => {
  const texts = {
    'popup.close': 'Zu',
    'popup.why': 'Warum?',
    'popup.code': 'Ihr Code',
    'popup.copy': 'Kopieren',
    'popup.copied': 'Kopiert'
  }
  const element = await openPopup({ offer: OFFER, reason: 'Darum.', texts })
  expect(one(element, '[part=close]').ariaLabel).toBe('Zu')
  expect(one(element, 'summary').textContent).toBe('Warum?')
  expect(one(element, '[part=ticket]').textContent).toBe('Ihr Code: HELLO-7K2P Kopieren')
})
