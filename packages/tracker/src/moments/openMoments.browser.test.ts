import type { Moment } from '@vitrine/protocol'
import { afterEach, expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { SkipClock } from '../testing/skipClock.ts'
import { type MomentSensor, openMoments } from './openMoments.ts'

let sensor: MomentSensor | undefined

afterEach(() => {
  sensor?.stop()
  document.body.replaceChildren()
  scrollTo(0, 0)
})

/** The senses on this page after its first seconds. */
function open(...moments: readonly Moment[]) {
  const clock = new SkipClock()
  const calls: string[] = []
  const opened = openMoments({
    window,
    now: clock.now,
    setTimer: clock.setTimer,
    moments,
    onMoment: () => void calls.push(opened.read().exitIntent ? 'exit' : 'moment')
  })
  sensor = opened
  clock.pass(6000)
  return { sensor: opened, calls, clock }
}

function put(html: string): HTMLElement {
  const template = document.createElement('template')
  template.innerHTML = html
  document.body.append(template.content)
  return document.body.lastElementChild as HTMLElement
}

test.each([
  '<input>',
  '<input type="search">',
  '<input type="email">',
  '<textarea></textarea>',
  '<p contenteditable>text</p>',
  '<select><option>S</select>',
  '<iframe></iframe>'
])('MO-4 %s with the focus is typing', html => {
  const { sensor } = open()
  const field = put(html)
  expect(sensor.busy('home')).toBeUndefined()
  field.focus()
  expect(sensor.busy('home')).toBe('typing')
  field.blur()
  expect(sensor.busy('home')).toBeUndefined()
})

test.each([
  '<button>Add</button>',
  '<a href="#">Link</a>',
  '<input type="checkbox">',
  '<input type="radio">',
  '<input readonly>'
])('MO-4 %s with the focus is not', html => {
  const { sensor } = open()
  put(html).focus()
  expect(sensor.busy('home')).toBeUndefined()
})

test('MO-4 a field in a shadow root within a shadow root is typing', () => {
  const { sensor } = open()
  const outer = put('<div></div>').attachShadow({ mode: 'open' })
  const host = outer.appendChild(document.createElement('div'))
  host.attachShadow({ mode: 'open' }).innerHTML = '<input>'
  host.shadowRoot?.querySelector('input')?.focus()
  expect(sensor.busy('home')).toBe('typing')
})

test.each<[string, (element: HTMLElement) => void]>([
  ['<dialog>shown</dialog>', element => (element as HTMLDialogElement).show()],
  ['<dialog>modal</dialog>', element => (element as HTMLDialogElement).showModal()],
  ['<div popover>popover</div>', element => element.showPopover()],
  ['<div aria-modal="true" hidden>overlay</div>', element => element.removeAttribute('hidden')],
  ['<div aria-modal="true" style="opacity:0">fades in</div>', element => element.removeAttribute('style')],
  [
    '<div aria-modal="true" style="visibility:hidden">appears</div>',
    element => element.removeAttribute('style')
  ],
  [
    '<div aria-modal="true" style="position:fixed; left:100%; width:300px">drawer</div>',
    element => element.style.setProperty('left', '60%')
  ],
  [
    '<div aria-modal="true" style="position:fixed; top:100%; height:300px">sheet</div>',
    element => element.style.setProperty('top', '60%')
  ]
])('MO-4 %s is a dialog once it is open', (html, show) => {
  const { sensor } = open()
  const element = put(html)
  expect(sensor.busy('home')).toBeUndefined()
  show(element)
  expect(sensor.busy('home')).toBe('dialog')
})

test('MO-4 a dialog in a shadow root is one when it has the focus', () => {
  const { sensor } = open()
  const root = put('<div></div>').attachShadow({ mode: 'open' })
  root.innerHTML = '<dialog><button>Close</button></dialog>'
  root.querySelector('dialog')?.showModal()
  expect(sensor.busy('home')).toBe('dialog')
})

test('MO-4 tells whoever had to wait when the dialog is closed and the field left', async () => {
  const { sensor, calls, clock } = open()
  const dialog = put('<dialog><input></dialog>') as HTMLDialogElement
  dialog.showModal()
  sensor.busy('home')
  clock.pass(60_000)
  expect(calls).toEqual([])
  dialog.close()
  // The browser takes the focus from a hidden field with its next frame.
  await vi.waitFor(() => expect(document.activeElement).toBe(document.body))
  clock.pass(1000)
  expect(calls).toEqual(['moment'])
})

test('MO-4, MO-5 a real click is counted, and no moment to disturb', async () => {
  const { sensor, calls, clock } = open({ when: 'clicks', atLeast: 1 })
  const button = put('<button>Add</button>')
  button.click()
  expect([sensor.read().clicks, sensor.busy('home')]).toEqual([0, undefined])
  await userEvent.click(button)
  expect([sensor.read().clicks, sensor.busy('home'), calls]).toEqual([1, 'clicked', ['moment']])
  clock.pass(2000)
  expect(sensor.busy('home')).toBeUndefined()
})

test('MO-5 a real scroll is depth', async () => {
  const { sensor, calls } = open({ when: 'scrollDepth', atLeast: 0.5 })
  put('<div style="height:5000px"></div>')
  const scrolled = new Promise(resolve => addEventListener('scroll', resolve, { once: true }))
  scrollTo(0, 5000)
  await scrolled
  expect(sensor.read().scrollDepth).toBeCloseTo(1, 1)
  expect(calls).toEqual(['moment'])
})

test('MO-6 an element is seen when it comes into view, also one that is put there later', async () => {
  const { sensor, calls, clock } = open(
    { when: 'elementVisible', selector: '#early' },
    { when: 'elementVisible', selector: '.late' },
    { when: 'elementVisible', selector: '#below' },
    { when: 'elementVisible', selector: 'no ] selector' }
  )
  put('<p id="early">early</p>')
  put('<div style="height:5000px"></div>')
  put('<p id="below">below</p>')
  const seen = async (...selectors: string[]) => {
    await vi.waitFor(() => {
      clock.pass(300)
      expect(sensor.read().visible).toEqual(selectors)
    })
  }
  await seen('#early')
  document.body.prepend(
    Object.assign(document.createElement('p'), { className: 'late', textContent: 'late' })
  )
  await seen('#early', '.late')
  document.querySelector('#below')?.scrollIntoView()
  await seen('#early', '.late', '#below')
  expect(calls).toEqual(['moment', 'moment', 'moment'])
  sensor.turnPage()
  expect(sensor.read().visible).toEqual([])
  await seen('#below')
})

/** What a browser tells of a mouse that rises and leaves. */
function leave() {
  const over = put('<div>Under the mouse</div>')
  for (const clientY of [400, 200, 60])
    over.dispatchEvent(new PointerEvent('pointermove', { pointerType: 'mouse', clientY, bubbles: true }))
  over.dispatchEvent(new MouseEvent('mouseout', { relatedTarget: null, clientY: -8, bubbles: true }))
}

test('MO-1, MO-2 the browser’s own events: an exit, and none while a field has the focus', () => {
  const { calls, clock } = open({ when: 'exitIntent' })
  const field = put('<input>')
  field.focus()
  leave()
  clock.pass(1000)
  expect(calls).toEqual([])
  field.blur()
  leave()
  clock.pass(1000)
  expect(calls).toEqual(['exit'])
})

test('MO-8 touches neither history nor its methods, and hears nothing once it has stopped', () => {
  const { pushState, replaceState, length } = history
  const { sensor, calls, clock } = open({ when: 'exitIntent' }, { when: 'clicks', atLeast: 1 })
  expect([history.pushState, history.replaceState, history.length]).toEqual([pushState, replaceState, length])
  sensor.stop()
  leave()
  clock.pass(60_000)
  expect(calls).toEqual([])
})
