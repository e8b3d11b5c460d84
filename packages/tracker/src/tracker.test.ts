import 'fake-indexeddb/auto'
import { partsOfEventId } from '@vitrine/protocol'
import { IDBFactory } from 'fake-indexeddb'
import { beforeEach, expect, test } from 'vitest'
import { FakePage } from './testing/fakePage.ts'
import { openFakeTab } from './testing/openFakeTab.ts'

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory()
})

test('TK-1 records what the shop reports, remembers it at once and tells the API soon', async () => {
  const { tracker, clock, api } = openFakeTab()
  const heard: string[] = []
  const undo = tracker.onEvent(({ type }) => heard.push(type))
  await tracker.ready
  tracker.track('add_to_cart', { items: [{ item_id: 'A1', price: '3.50', quantity: 2 }] })
  undo()
  tracker.track('search', { search_term: 'mug' })
  expect(heard).toEqual(['add_to_cart'])
  expect(tracker.events().map(({ type }) => type)).toEqual(['page_view', 'add_to_cart', 'search'])
  await clock.pass(5000)
  expect([...api.stored.values()]).toEqual(tracker.events())
  expect(tracker.outboxState()).toEqual({ waiting: 0, unsaved: 0, sent: 3, dropped: {} })
  expect([...api.visitors]).toEqual([tracker.visitor()])
})

test('TK-1 takes the time at which something happened before we came', () => {
  const { tracker, clock } = openFakeTab({ consent: 'ask' })
  tracker.track('search', { search_term: 'mug' }, clock.now() - 5000)
  expect(tracker.events().map(({ at }) => clock.now() - at)).toEqual([5000, 0])
})

test('TK-2 numbers the events of a tab from 0 without holes, and makes their ids of that', () => {
  const { tracker } = openFakeTab({ consent: 'ask' })
  for (let i = 0; i < 20; i++) tracker.track('custom_thing')
  const parts = tracker.events().map(({ id }) => partsOfEventId(id))
  expect(parts.map(one => one?.seq)).toEqual(Array.from({ length: 21 }, (_, seq) => seq))
  expect(new Set(parts.map(one => one?.tab)).size).toBe(1)
  expect(parts.map(one => one?.at)).toEqual(tracker.events().map(({ at }) => at))
})

test('TK-2 takes what is no time for now', () => {
  const { tracker, clock } = openFakeTab({ consent: 'ask' })
  const wrong = [Number.NaN, -1, 2 ** 48, Number.POSITIVE_INFINITY, 'soon' as unknown as number]
  for (const at of wrong) tracker.track('share', {}, at)
  tracker.track('share', {}, 1.5)
  const times = tracker.events().map(({ id, at }) => [at, partsOfEventId(id)?.at])
  expect(times).toEqual([[1, 1], ...Array(6).fill([clock.now(), clock.now()])])
})

test('TK-3 never throws into the page, and complains once', () => {
  const { tracker, complaints } = openFakeTab({ consent: 'ask' })
  tracker.onEvent(() => {
    throw new Error('listener')
  })
  const poison = {
    get items() {
      throw new Error('getter')
    }
  }
  const hostile = [poison, null, 7, 'x', { items: 'x' }, { items: [null, { item_id: {} }] }]
  for (const payload of hostile) tracker.track('view_item', payload as Record<string, unknown>)
  tracker.track(undefined as unknown as string)
  expect(complaints).toEqual(['VT-08 Error: getter'])
})

/** Sets up a page whose own things we must not change, and says what they are. */
function ownThings(page: FakePage) {
  const layer = page.dataLayer as { push: unknown }
  const { pushState, replaceState } = page.history
  return {
    push: layer.push,
    ownPush: Object.hasOwn(layer, 'push'),
    pushState,
    replaceState,
    own: Object.keys(page.history),
    listening: [...page.listening],
    observers: page.observers.size
  }
}

test.each([true, false])('TK-42 leaves the page as it was (Navigation API: %s)', async hasNavigation => {
  const page = new FakePage('https://shop.example/', { hasNavigation })
  page.dataLayer = []
  const before = ownThings(page)
  const { tracker, clock, api } = openFakeTab({ page })
  await tracker.ready
  expect(ownThings(page)).not.toEqual(before)
  tracker.track('search', { search_term: 'mug' })
  tracker.stop()
  expect(ownThings(page)).toEqual(before)
  await clock.pass(0) // Its last write ends.
  expect(clock.waiting).toBe(0)
  page.history.pushState({}, '', '/a')
  ;(page.dataLayer as unknown[]).push({ event: 'view_cart', ecommerce: {} })
  page.leave()
  await clock.pass(60_000)
  expect(tracker.events().map(({ type }) => type)).toEqual(['page_view', 'search'])
  expect(api.requests).toEqual([])
})

test('TK-42 leaves a patch alone that somebody put over ours, and is silent under it', () => {
  const page = new FakePage('https://shop.example/', { hasNavigation: false })
  const layer: unknown[] = []
  page.dataLayer = layer
  const { tracker } = openFakeTab({ page, consent: 'ask' })
  const ours = [layer.push, page.history.pushState] as const
  const theirs = (...entries: unknown[]) => ours[0].apply(layer, entries)
  layer.push = theirs
  const theirPush: History['pushState'] = (...call) => ours[1].apply(page.history as unknown as History, call)
  page.history.pushState = theirPush
  tracker.stop()
  expect([layer.push, page.history.pushState]).toEqual([theirs, theirPush])
  layer.push({ event: 'view_cart', ecommerce: {} })
  page.history.pushState({}, '', '/a')
  expect(layer).toHaveLength(1)
  expect(page.location.pathname).toBe('/a')
  expect(tracker.events()).toHaveLength(1)
})

const ORDER = {
  event_id: '019a0000-0000-7000-8000-000000000001',
  event: 'purchase',
  timestamp: Date.UTC(2026, 5, 1),
  source: 'pos',
  transaction_id: 'T9',
  currency: 'GBP',
  value: 12.5,
  items: [{ item_id: 'A', price: 12.5, quantity: 1 }]
}

test('TK-41 brings in what the API knows of a person, page by page and once, posts none of it again, and notes the login', async () => {
  const { tracker, clock, api } = openFakeTab()
  const second = { ...ORDER, event_id: ORDER.event_id.replace(/1$/, '2'), timestamp: ORDER.timestamp + 1 }
  const broken = [null, {}, { ...ORDER, event_id: 'x' }, { ...ORDER, timestamp: '1' }]
  api.mine = url =>
    url.includes('since=0') ? { events: [ORDER, ...broken], next: 'c1' } : { events: [second] }
  await clock.pass(5000)
  const news = tracker.identify('token')
  await clock.pass(5000)
  expect(await news).toEqual({ ok: true, value: 2 })
  expect(tracker.events()[0]).toMatchObject({
    id: ORDER.event_id,
    source: 'pos',
    value: 1250,
    transactionId: 'T9'
  })
  const again = tracker.identify('token')
  await clock.pass(5000)
  expect(await again).toEqual({ ok: true, value: 0 })
  expect([...api.stored.values()].map(({ type }) => type)).toEqual(['page_view', 'login'])
  const asked = api.requests.filter(({ url }) => url.includes('/me/events'))
  expect(asked[0]?.url).toBe('https://api.example/v1/me/events?since=0')
  expect(asked[0]?.headers['x-vitrine-visitor']).toBe(tracker.visitor())

  const next = openFakeTab({ clock, api })
  await next.clock.pass(1000)
  expect(next.tracker.events().filter(({ type }) => type === 'purchase')).toHaveLength(2)
})

test('TK-41 answers a failure as a value', async () => {
  const { tracker, clock } = openFakeTab({ world: { fetch: async () => Response.json({}, { status: 401 }) } })
  await clock.pass(1000)
  const answer = tracker.identify('token')
  await clock.pass(1000)
  expect(await answer).toEqual({ ok: false, field: 'token', problem: 'was answered by 401' })
})

test('TK-41 waits with a token for leave to personalise, and does not tell the visitor where measuring is refused', async () => {
  const { tracker, clock, api } = openFakeTab({ consent: 'ask' })
  api.mine = () => ({ events: [ORDER] })
  expect(await tracker.identify('token')).toMatchObject({ ok: false, field: 'consent' })
  expect(api.requests).toEqual([])
  tracker.setConsent({ personalise: 'granted', measure: 'denied' })
  await clock.pass(5000)
  expect(tracker.events().map(({ type }) => type)).toEqual(['purchase', 'page_view', 'login'])
  expect(api.requests.map(({ url }) => url)).toEqual(['https://api.example/v1/me/events?since=0'])
})
