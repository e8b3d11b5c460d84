import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { beforeEach, expect, test } from 'vitest'
import { indexedDbShelf } from './indexedDbShelf.ts'
import * as later from './later.ts'
import { FakePage } from './testing/fakePage.ts'
import { type FakeTab, type FakeTabOptions, openFakeTab } from './testing/openFakeTab.ts'

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory()
})

/** A tab whose rest comes when the test says so, or never. */
function openBare(options: FakeTabOptions = {}) {
  let arrive = () => {}
  const coming = new Promise<typeof later>(resolve => {
    arrive = () => resolve(later)
  })
  return { ...openFakeTab({ later: () => coming, ...options }), arrive: () => arrive() }
}

const types = ({ tracker }: Pick<FakeTab, 'tracker'>) => tracker.events().map(({ type }) => type)

async function rows() {
  const shelf = indexedDbShelf('vitrine-demo', () => {})
  const all = await shelf.change('', stored => ({ answer: stored }))
  shelf.close()
  return all
}

test('TK-46 remembers and keeps a page view and a widget’s deed before the rest has come', async () => {
  const tab = openBare()
  await tab.clock.pass(10)
  tab.tracker.record({ type: 'select_item', items: [{ itemId: 'A' }] })
  await tab.clock.pass(0)
  expect(types(tab)).toEqual(['page_view', 'select_item'])
  expect((await rows()).flatMap(({ events = [] }) => events.map(({ type }) => type))).toEqual(types(tab))
  expect(tab.tracker.outboxState()).toEqual({ waiting: 2, sent: 0, dropped: {} })
  expect(tab.tracker.visitor()).toBeDefined()
  tab.arrive()
  await tab.clock.pass(5000)
  expect([...tab.api.stored.values()]).toEqual(tab.tracker.events())
})

test('TK-46 reads what was tracked before the rest had come, as it was said then, with its own time and page, in order', async () => {
  const tab = openBare({ page: new FakePage('https://shop.example/a') })
  const { tracker, clock, page, api } = tab
  const began = clock.now()
  const heard: string[] = []
  tracker.onEvent(({ type }) => heard.push(type))
  const items = [{ item_id: 'A' }]
  tracker.track('add_to_cart', { items })
  items[0] = { item_id: 'B' }
  await clock.pass(400)
  page.history.pushState({}, '', '/b')
  await clock.pass(500)
  tracker.track('search', { search_term: 'jo@mail.com mug' })
  tracker.record({ type: 'dislike', items: [{ itemId: 'C' }] })
  expect(heard).toEqual(['page_view', 'dislike'])
  tab.arrive()
  await clock.pass(1)
  expect(heard).toEqual(['page_view', 'dislike', 'add_to_cart', 'search'])
  expect(
    tracker.events().map(({ type, at, page }) => [type, at - began, new URL(page?.url ?? '').pathname])
  ).toEqual([
    ['page_view', 0, '/a'],
    ['add_to_cart', 0, '/a'],
    ['page_view', 400, '/b'],
    ['dislike', 900, '/b'],
    ['search', 900, '/b']
  ])
  expect(tracker.events()[1]?.items).toEqual([{ itemId: 'A' }])
  expect(tracker.events()[4]?.searchTerm).toBe('x mug')
  await clock.pass(5000)
  expect(api.stored.size).toBe(5)
})

test('TK-46, TK-16, TK-26 reads the dataLayer and its consent when the rest comes', async () => {
  const page = new FakePage('https://shop.example/products/mug')
  const consent = { personalization_storage: 'granted', analytics_storage: 'granted' }
  page.dataLayer = [
    { 0: 'consent', 1: 'update', 2: consent, length: 3 },
    { event: 'view_item', ecommerce: { items: [{ item_id: 'M' }] } }
  ]
  const tab = openBare({ page, consent: 'cmp' })
  await tab.clock.pass(1000)
  expect(tab.tracker.consent().personalise).toBe('pending')
  expect(await indexedDB.databases()).toEqual([])
  tab.arrive()
  await tab.clock.pass(5000)
  expect(tab.tracker.consent()).toMatchObject({ personalise: 'granted', measure: 'granted' })
  expect(types(tab)).toEqual(['page_view', 'view_item'])
  expect(tab.tracker.product()?.itemId).toBe('M')
  expect(tab.api.stored.size).toBe(2)
})

test('TK-47 keeps what was tracked when the page goes before the rest has come; the next page reads it once and tells it', async () => {
  const one = openBare({ page: new FakePage('https://shop.example/products/mug') })
  const { clock, api } = one
  const began = clock.now()
  await clock.pass(1000)
  one.tracker.track('add_to_cart', { currency: 'GBP', items: [{ item_id: 'A', price: 5 }] })
  one.page.leave()
  await clock.pass(1000)
  one.tracker.stop()
  expect(api.posts).toEqual([])
  const two = openFakeTab({ clock, api })
  await clock.pass(5000)
  const added = two.tracker.events().filter(({ type }) => type === 'add_to_cart')
  expect(added).toMatchObject([
    {
      at: began + 1000,
      page: { url: 'https://shop.example/products/mug' },
      items: [{ itemId: 'A', price: 500 }],
      heard: { adapter: 'api' }
    }
  ])
  expect(two.tracker.pageEvents().map(({ type }) => type)).toEqual(['page_view'])
  const three = openFakeTab({ clock, api })
  await clock.pass(5000)
  expect(types(three)).toEqual(['page_view', 'add_to_cart', 'page_view', 'page_view'])
  expect([...api.stored.values()].map(({ type }) => type).sort()).toEqual([...types(three)].sort())
  expect(api.doubled).toBe(0)
  expect((await rows()).filter(({ reports }) => reports)).toEqual([])
})

test('TK-47, TK-4 reads it itself when the page that seemed to go stays, once, whichever page is first', async () => {
  const one = openBare()
  const { clock, api } = one
  await clock.pass(1000)
  one.tracker.track('search', { search_term: 'jo@mail.com mug' })
  one.page.hide()
  await clock.pass(1000)
  const [kept] = (await rows()).flatMap(({ reports = [] }) => reports)
  expect(kept?.payload).toEqual({ search_term: 'x mug' })
  one.arrive()
  one.page.show()
  const two = openFakeTab({ clock, api })
  await clock.pass(5000)
  expect([...api.stored.values()].filter(({ type }) => type === 'search')).toHaveLength(1)
  expect(two.complaints).toEqual([])
})

test.each(['ask', 'denied'] as const)(
  'TK-47, TK-22 stores nothing of it while consent is %s',
  async consent => {
    const tab = openBare({ consent })
    await tab.clock.pass(1000)
    tab.tracker.track('search', { search_term: 'mug' })
    tab.page.hide()
    await tab.clock.pass(1000)
    expect(await indexedDB.databases()).toEqual([])
    tab.arrive()
    await tab.clock.pass(10)
    expect(types(tab)).toEqual(['page_view', 'search'])
    expect(tab.api.requests).toEqual([])
  }
)

test('TK-46, TK-24 forgets with everything else what has not been read', async () => {
  const tab = openBare()
  await tab.clock.pass(1000)
  const visitor = tab.tracker.visitor()
  tab.tracker.track('search', { search_term: 'mug' })
  tab.tracker.setConsent({ personalise: 'denied', measure: 'denied' })
  await tab.clock.pass(10)
  expect(tab.api.forgotten).toEqual([visitor])
  tab.arrive()
  await tab.clock.pass(5000)
  expect(tab.tracker.events()).toEqual([])
})

/** Calls everything a tracker can do. */
async function callAll({ tracker, clock }: FakeTab) {
  tracker.track('search', { search_term: 'mug' })
  tracker.record({ type: 'share' })
  tracker.setConsent({ message: 'granted' })
  tracker.onConsent(() => {})()
  tracker.onEvent(() => {})()
  const asked = [tracker.events(), tracker.pageEvents(), tracker.product(), tracker.productReport()]
  const more = [tracker.notHeard(), tracker.page(), tracker.visitor(), tracker.storage(), tracker.consent()]
  const identified = tracker.identify('token')
  await clock.pass(1000)
  void tracker.forget()
  await clock.pass(1000)
  return { asked: [...asked, ...more, tracker.outboxState()], identified }
}

test('TK-48 answers every call before the rest has come, without it, and after it has stopped', async () => {
  const early = openBare()
  const { asked } = await callAll(early)
  expect(asked.slice(2, 5)).toEqual([null, null, []])
  early.tracker.stop()
  early.arrive()
  await callAll(early)
  early.page.leave()
  await early.clock.pass(60_000)
  expect(early.api.posts).toEqual([])
  expect(early.clock.waiting).toBe(0)
  expect(await indexedDB.databases()).toEqual([])

  const without = openBare({ later: () => Promise.reject(new Error('404')) })
  const { identified } = await callAll(without)
  expect(await identified).toEqual({ ok: false, field: 'later', problem: 'could not be loaded' })
  expect(without.complaints).toEqual(['VT-08 Error: 404'])

  const whole = openFakeTab()
  await whole.clock.pass(1000)
  whole.tracker.stop()
  await callAll(whole)
  await whole.clock.pass(60_000)
  expect([early, whole].flatMap(({ complaints }) => complaints)).toEqual([])
})

test('TK-14 knows the page’s type by theme and address until the rest has come, then by what it says', async () => {
  const page = new FakePage('https://shop.example/mugs')
  page.draw({ '@type': 'CollectionPage' })
  const tab = openBare({ page })
  expect(tab.tracker.page().type).toBe('other')
  tab.arrive()
  await tab.tracker.ready
  expect(tab.tracker.page().type).toBe('category')
  const other = openBare({ page: new FakePage('https://shop.example/collections/mugs') })
  expect(other.tracker.page().type).toBe('category')
})

test('TK-42 a rest that comes after the end touches nothing', async () => {
  const page = new FakePage()
  const layer: unknown[] = []
  page.dataLayer = layer
  const tab = openBare({ page })
  await tab.clock.pass(1000)
  tab.tracker.stop()
  tab.arrive()
  await tab.clock.pass(1000)
  expect(Object.hasOwn(layer, 'push')).toBe(false)
  expect([page.observers.size, page.listening.length]).toEqual([0, 0])
})

test('TK-22, TK-46 brings what came before it within 200 events', async () => {
  const tab = openBare({ consent: 'ask' })
  for (let i = 0; i < 250; i++) tab.tracker.record({ type: 'view_item_list', listId: `l${i}` })
  expect(tab.tracker.events()).toHaveLength(251)
  tab.arrive()
  await tab.clock.pass(10)
  expect(tab.tracker.events()).toHaveLength(200)
  expect(tab.tracker.outboxState().dropped).toEqual({ memory_full: 51 })
})

test('TK-46 asks again for a rest that could not be had', async () => {
  let isThere = false
  const tab = openBare({ later: async () => (isThere ? later : Promise.reject(new Error('offline'))) })
  tab.tracker.track('search', { search_term: 'mug' })
  await tab.clock.pass(1000)
  expect(types(tab)).toEqual(['page_view'])
  isThere = true
  tab.page.dispatchEvent(new Event('online'))
  await tab.clock.pass(5000)
  expect(types(tab)).toEqual(['page_view', 'search'])
  expect(tab.api.stored.size).toBe(2)
})
