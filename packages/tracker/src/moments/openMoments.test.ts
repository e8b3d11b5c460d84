import type { Moment } from '@vitrine/protocol'
import { expect, test } from 'vitest'
import { FakeClock } from '../testing/fakeClock.ts'
import { FakeGlass } from '../testing/fakeGlass.ts'
import { openMoments } from './openMoments.ts'

function open(moments: readonly Moment[] = []) {
  const glass = new FakeGlass()
  const clock = new FakeClock()
  const calls: number[] = []
  const begun = clock.now()
  const sensor = openMoments({
    window: glass.window,
    now: clock.now,
    setTimer: clock.setTimer,
    moments,
    onMoment: () => calls.push(clock.now() - begun)
  })
  return { glass, clock, calls, sensor }
}

test('MO-5 each time that a trigger names is told once, when it has come', async () => {
  const { clock, calls, sensor } = open([
    { when: 'delay', atLeast: 3000 },
    { when: 'idle', atLeast: 7000 },
    { when: 'delay', atLeast: 20_000 }
  ])
  await clock.pass(60_000)
  expect(calls).toEqual([3000, 7000, 20_000])
  expect(sensor.read()).toMatchObject({ dwellMs: 60_000, idleMs: 60_000, activeMs: 5000 })
})

test('MO-5 stillness is told again after every pause, and not while something is done', async () => {
  const { glass, clock, calls } = open([{ when: 'idle', atLeast: 4000 }])
  for (let second = 0; second < 10; second++) {
    await clock.pass(1000)
    glass.fire('wheel')
  }
  expect(calls).toEqual([])
  await clock.pass(30_000)
  glass.fire('keydown')
  await clock.pass(4000)
  expect(calls).toEqual([14_000, 44_000])
})

test('MO-5 attention lasts five seconds after the last sign of life and stops in a hidden page', async () => {
  const { glass, clock, calls, sensor } = open([{ when: 'activeTime', atLeast: 10_000 }])
  await clock.pass(60_000)
  expect([sensor.read().activeMs, clock.waiting]).toEqual([5000, 0])
  glass.fire('touchmove')
  await clock.pass(2000)
  glass.hide()
  await clock.pass(60_000)
  expect(sensor.read().activeMs).toBe(7000)
  glass.show()
  await clock.pass(60_000)
  expect(calls).toEqual([125_000])
})

test('MO-5 nothing is timed that no trigger names, and nothing in a hidden page', async () => {
  const { clock, glass } = open([
    { when: 'clicks', atLeast: 2 },
    { when: 'scrollDepth', atLeast: 0.5 },
    { when: 'exitIntent' }
  ])
  glass.fire('pointermove', { pointerType: 'mouse', clientY: 300 })
  expect(clock.waiting).toBe(0)
  const timed = open([{ when: 'delay', atLeast: 9000 }])
  expect(timed.clock.waiting).toBe(1)
  timed.glass.hide()
  await timed.clock.pass(20_000)
  expect(timed.calls).toEqual([])
  timed.glass.show()
  expect(timed.calls).toEqual([20_000])
})

test('MO-5 depth is how far the page was scrolled, of what there is to scroll, and a list within it is not the page', () => {
  const { glass, calls, sensor } = open([{ when: 'scrollDepth', atLeast: 0.5 }])
  glass.fire('scroll', { target: {} })
  glass.scrollTo(900)
  expect([sensor.read().scrollDepth, calls.length]).toEqual([0.25, 0])
  glass.scrollTo(1800)
  glass.scrollTo(0)
  expect([sensor.read().scrollDepth, calls.length]).toEqual([0.5, 1])
  glass.scrollTo(99_999)
  expect([sensor.read().scrollDepth, calls.length]).toEqual([1, 1])
})

test('MO-5 clicks are the shopper’s, not the page’s own', () => {
  const { glass, calls, sensor } = open([{ when: 'clicks', atLeast: 2 }])
  for (const isTrusted of [true, false, false, true, true]) glass.fire('click', { isTrusted })
  expect([sensor.read().clicks, calls.length]).toEqual([3, 1])
})

test('MO-5 a return counts after five seconds elsewhere', async () => {
  const { glass, clock, calls, sensor } = open([{ when: 'tabReturn' }])
  for (const ms of [4000, 5000]) {
    glass.hide()
    await clock.pass(ms)
    glass.show()
    expect(sensor.read().tabReturn).toBe(ms === 5000)
  }
  expect(calls).toEqual([9000])
})

test('MO-4 says the first seconds, the hidden page, the click and the checkout', async () => {
  const { glass, clock, sensor } = open()
  expect(sensor.busy('home')).toBe('early')
  await clock.pass(5000)
  expect(sensor.busy('home')).toBeUndefined()
  expect([sensor.busy('checkout'), sensor.busy('order_confirmation')]).toEqual(['checkout', 'checkout'])
  for (const doing of [
    () => glass.fire('click', { isTrusted: true }),
    () => glass.fire('pointermove', { pointerType: 'mouse', buttons: 1 }),
    () => glass.fire('drag'),
    () => glass.fire('dragend'),
    () => glass.fire('pointerup')
  ]) {
    doing()
    await clock.pass(1999)
    expect(sensor.busy('home')).toBe('clicked')
    await clock.pass(1)
    expect(sensor.busy('home')).toBeUndefined()
  }
  glass.fire('pointermove', { pointerType: 'touch', buttons: 1 })
  glass.fire('click', { isTrusted: false })
  expect(sensor.busy('home')).toBeUndefined()
  glass.hide()
  expect(sensor.busy('home')).toBe('hidden')
})

test('MO-4 whoever was told to wait is called once when it has passed, and nobody else', async () => {
  const { clock, calls, sensor, glass } = open()
  await clock.pass(2000)
  sensor.busy('home')
  sensor.busy('home')
  await clock.pass(60_000)
  expect(calls).toEqual([5000])
  sensor.busy('checkout')
  await clock.pass(60_000)
  glass.fire('click', { isTrusted: true })
  await clock.pass(60_000)
  expect(calls).toEqual([5000])
})

/** Moves a mouse up the page and out. */
function leave(glass: FakeGlass, over: object = {}) {
  for (const clientY of [400, 300, 200, 90]) glass.fire('pointermove', { pointerType: 'mouse', clientY })
  glass.fire('mouseout', { relatedTarget: null, buttons: 0, clientY: -5, ...over })
}

test('MO-1, MO-9 an exit is told after a moment and counts until something is done, two seconds at least', async () => {
  const { glass, clock, calls, sensor } = open([{ when: 'exitIntent' }])
  await clock.pass(10_000)
  leave(glass)
  await clock.pass(149)
  expect([sensor.read().exitIntent, calls.length]).toEqual([false, 0])
  await clock.pass(1)
  expect([sensor.read().exitIntent, calls.length]).toEqual([true, 1])
  await clock.pass(60_000)
  expect(sensor.read().exitIntent).toBe(true)
  glass.fire('pointermove', { pointerType: 'mouse', clientY: 50 })
  expect(sensor.read().exitIntent).toBe(false)
  leave(glass)
  await clock.pass(150)
  glass.fire('pointermove', { pointerType: 'mouse', clientY: 50 })
  await clock.pass(1999)
  expect(sensor.read().exitIntent).toBe(true)
  await clock.pass(1)
  expect([sensor.read().exitIntent, calls.length]).toEqual([false, 2])
})

test.each([
  ['to another element', { relatedTarget: {} }],
  ['with a button down', { buttons: 1 }],
  ['lower than the edge', { clientY: 21 }]
])('MO-1 no exit %s', async (_how, over) => {
  const { glass, clock, calls } = open([{ when: 'exitIntent' }])
  await clock.pass(10_000)
  leave(glass, over)
  await clock.pass(1000)
  expect(calls).toEqual([])
})

test('MO-1 no exit of a finger, of a pointer that sinks or was never seen to rise, nor of one that hides the page', async () => {
  const { glass, clock, calls } = open([{ when: 'exitIntent' }])
  await clock.pass(10_000)
  const out = () => {
    glass.fire('mouseout', { relatedTarget: null, buttons: 0, clientY: -5 })
    return clock.pass(1000)
  }
  await out()
  for (const clientY of [500, 100]) glass.fire('pointermove', { pointerType: 'touch', clientY })
  await out()
  for (const clientY of [500, 10, 12]) glass.fire('pointermove', { pointerType: 'mouse', clientY })
  await out()
  leave(glass)
  glass.hide()
  await clock.pass(1000)
  glass.show()
  await clock.pass(1000)
  expect(calls).toEqual([])
})

test('MO-3 a return to a touch screen and then nothing is an exit, with a mouse it is none', async () => {
  for (const pointerType of ['touch', 'mouse']) {
    const { glass, clock, calls } = open([{ when: 'exitIntent' }])
    glass.fire('pointermove', { pointerType })
    glass.hide()
    await clock.pass(20_000)
    glass.show()
    await clock.pass(60_000)
    expect(calls).toEqual(pointerType === 'touch' ? [35_000] : [])
  }
})

test('MO-7 a new view begins anew', async () => {
  const { glass, clock, calls, sensor } = open([
    { when: 'delay', atLeast: 8000 },
    { when: 'clicks', atLeast: 1 },
    { when: 'tabReturn' }
  ])
  glass.fire('click', { isTrusted: true })
  glass.scrollTo(1800)
  glass.hide()
  await clock.pass(10_000)
  glass.show()
  const before = calls.length
  sensor.turnPage()
  expect(sensor.read()).toEqual({
    dwellMs: 0,
    activeMs: 0,
    idleMs: 0,
    scrollDepth: 0,
    clicks: 0,
    exitIntent: false,
    tabReturn: false,
    visible: []
  })
  expect(sensor.busy('home')).toBe('early')
  await clock.pass(8000)
  expect(calls.slice(before)).toEqual([15_000, 18_000])
})

test('MO-8 listens passively, to nothing that hinders the back/forward cache, and leaves nothing behind', async () => {
  const { glass, clock, sensor } = open([
    { when: 'exitIntent' },
    { when: 'delay', atLeast: 60_000 },
    { when: 'elementVisible', selector: '#late' }
  ])
  expect(
    glass.listening.filter(name => /unload|pagehide|popstate|beforeunload|hashchange/.test(name))
  ).toEqual([])
  expect(glass.areAllPassive).toBe(true)
  sensor.busy('home')
  await clock.pass(6000)
  leave(glass)
  expect(clock.waiting).toBeGreaterThan(1)
  sensor.turnPage()
  leave(glass)
  sensor.stop()
  expect([glass.listening, glass.observing, clock.waiting]).toEqual([[], 0, 0])
})
