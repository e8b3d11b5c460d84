import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { beforeEach, expect, test } from 'vitest'
import { openPart } from './openPart.ts'
import * as seldom from './seldom.ts'
import * as structured from './structured.ts'
import { FakePage } from './testing/fakePage.ts'
import { type FakeTabOptions, openFakeTab } from './testing/openFakeTab.ts'

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory()
})

const MUG = {
  '@type': 'Product',
  sku: 'M',
  name: 'Mug',
  offers: { '@type': 'Offer', price: '3.50', priceCurrency: 'GBP' }
}

/** A product page whose shop also speaks through its dataLayer. */
function productPage() {
  const page = new FakePage('https://shop.example/products/mug')
  page.draw(MUG)
  page.dataLayer = [
    { event: 'view_item', ecommerce: { items: [{ item_id: 'M' }] } },
    { event: 'add_to_wishlist', ecommerce: { items: [{ item_id: 'M' }] } }
  ]
  return page
}

/** A tab whose reader of structured data comes when the test says so, or fails. */
function openWaiting(options: FakeTabOptions = {}) {
  let asked = 0
  let arrive = () => {}
  let fail = () => {}
  const coming = new Promise<typeof structured>((resolve, reject) => {
    arrive = () => resolve(structured)
    fail = () => reject(new Error('404'))
  })
  const load = () => {
    asked++
    return coming
  }
  const tab = openFakeTab({ structured: load, ...options })
  const heard: string[] = []
  tab.tracker.onEvent(({ type, heard: by }) => heard.push(`${type} ${by?.adapter}`))
  return { ...tab, heard, asked: () => asked, arrive: () => arrive(), fail: () => fail() }
}

test('TK-70 what is reported while the reader of structured data is fetched is read after it, as if it had been there', async () => {
  const whole = openFakeTab({ page: productPage(), consent: 'ask' })
  whole.tracker.track('search', { search_term: 'mug' })
  const late = openWaiting({ page: productPage(), consent: 'ask' })
  const said: Record<string, string> = { search_term: 'mug' }
  late.tracker.track('search', said)
  said['search_term'] = 'changed by the shop'
  await late.clock.pass(200)
  expect(late.heard).toEqual([])
  expect(late.tracker.events().map(({ type }) => type)).toEqual(['page_view'])
  late.arrive()
  await late.clock.pass(0)
  expect(late.heard).toEqual(['view_item json-ld', 'add_to_wishlist datalayer', 'search api'])
  const told = ({ tracker }: typeof whole) =>
    tracker.events().map(({ type, items, searchTerm, heard }) => ({ type, items, searchTerm, heard }))
  expect(new Set(told(late).map(one => JSON.stringify(one)))).toEqual(
    new Set(told(whole).map(one => JSON.stringify(one)))
  )
  expect(late.asked()).toBe(1)
})

test('TK-70, TK-14 a page is ready when its structured data has been read, or after a second', async () => {
  const late = openWaiting({ page: productPage(), consent: 'ask' })
  const when: string[] = []
  void late.tracker.ready.then(() => when.push('ready'))
  await late.clock.pass(100)
  expect(when).toEqual([])
  late.arrive()
  await late.clock.pass(0)
  expect([when, late.tracker.product()?.itemId]).toEqual([['ready'], 'M'])

  const never = openWaiting({ page: productPage(), consent: 'ask' })
  void never.tracker.ready.then(() => when.push('gave up'))
  await never.clock.pass(1000)
  expect(when).toEqual(['ready', 'gave up'])
})

test('TK-70 a page without structured data asks for no reader; one that gets some does, once', async () => {
  const { page, clock, asked, arrive, heard } = openWaiting({ consent: 'ask' })
  await clock.pass(1000)
  expect(asked()).toBe(0)
  page.history.pushState({}, '', '/products/mug')
  page.draw(MUG)
  await clock.pass(1000)
  expect([asked(), heard]).toEqual([1, ['page_view page']])
  arrive()
  await clock.pass(1000)
  page.history.pushState({}, '', '/products/cup')
  page.draw({ ...MUG, sku: 'C', name: 'Cup' })
  await clock.pass(1000)
  expect(heard).toEqual(['page_view page', 'view_item json-ld', 'page_view page', 'view_item json-ld'])
  expect(asked()).toBe(1)
})

test('TK-71 without the reader everything else is read, and it is complained of once', async () => {
  const tab = openWaiting({ page: productPage() })
  tab.tracker.track('search', { search_term: 'mug' })
  tab.fail()
  await tab.clock.pass(5000)
  expect(tab.heard).toEqual(['view_item datalayer', 'add_to_wishlist datalayer', 'search api'])
  expect(tab.api.stored.size).toBe(4)
  expect(tab.complaints).toEqual(['VT-08 Error: 404'])
})

test('TK-70, TK-47 what was tracked waits on the device when the page goes before the reader has come', async () => {
  const one = openWaiting({ page: productPage() })
  const { clock, api } = one
  await clock.pass(100)
  one.tracker.track('add_to_cart', { currency: 'GBP', items: [{ item_id: 'M', price: 5 }] })
  one.page.leave()
  await clock.pass(1000)
  one.tracker.stop()
  one.arrive()
  await clock.pass(1000)
  expect(one.heard).toEqual([])
  const two = openFakeTab({ clock, api })
  await clock.pass(5000)
  expect(two.tracker.events().filter(({ type }) => type === 'add_to_cart')).toHaveLength(1)
  expect([...api.stored.values()].filter(({ type }) => type === 'add_to_cart')).toHaveLength(1)
})

test('TK-73 a reader that hangs keeps reports waiting for a second and no longer, and what it reads is added', async () => {
  const tab = openWaiting({ page: productPage() })
  tab.tracker.track('search', { search_term: 'mug' })
  await tab.clock.pass(999)
  expect(tab.heard).toEqual([])
  await tab.clock.pass(1)
  const told = ['view_item datalayer', 'add_to_wishlist datalayer', 'search api']
  expect(tab.heard).toEqual(told)
  tab.tracker.track('add_to_cart', { items: [{ item_id: 'M' }] })
  expect(tab.heard).toEqual([...told, 'add_to_cart api'])
  await tab.clock.pass(25_000)
  expect([tab.asked(), tab.tracker.product()?.name]).toEqual([1, undefined])
  tab.arrive()
  await tab.clock.pass(0)
  expect([tab.asked(), tab.tracker.product()?.name]).toEqual([1, 'Mug'])
  expect(tab.heard).toEqual([...told, 'add_to_cart api'])
  expect(tab.complaints).toEqual([])
})

test('TK-73 a product that nothing else told of is told when the reader comes late, once', async () => {
  const page = new FakePage('https://shop.example/products/mug')
  page.draw(MUG)
  const tab = openWaiting({ page })
  await tab.clock.pass(5000)
  expect(tab.heard).toEqual([])
  tab.arrive()
  await tab.clock.pass(5000)
  expect(tab.heard).toEqual(['view_item json-ld'])
})

test('TK-73 what the shop’s layer says of consent does not wait for the reader', async () => {
  const page = productPage()
  const layer: unknown[] = [['consent', 'default', { analytics_storage: 'denied' }]]
  page.dataLayer = layer
  const { tracker, clock, heard } = openWaiting({ page, consent: 'cmp' })
  await clock.pass(10)
  expect(tracker.consent().measure).toBe('denied')
  layer.push(['consent', 'update', { analytics_storage: 'granted' }])
  expect(tracker.consent().measure).toBe('granted')
  expect(heard).toEqual([])
})

test('TK-70, TK-47 what was said in the shop’s layer waits there too, as it was said and without addresses', async () => {
  const page = productPage()
  const said: Record<string, unknown> = { search_term: 'for ann@example.org', event_callback: () => {} }
  page.dataLayer = [['event', 'search', said]]
  const one = openWaiting({ page })
  const { clock, api } = one
  await clock.pass(100)
  said['search_term'] = 'changed by the shop'
  page.leave()
  await clock.pass(100)
  one.tracker.stop()
  const two = openFakeTab({ clock, api })
  await clock.pass(5000)
  expect([one, two].flatMap(({ complaints }) => complaints)).toEqual([])
  const found = two.tracker.events().filter(({ type }) => type === 'search')
  expect(found.map(({ searchTerm, heard }) => [searchTerm, heard?.adapter])).toEqual([['for x', 'datalayer']])
})

test('TK-72 knowing a person waits for its file; one that cannot be had is a value, and is asked for again', async () => {
  let isThere = false
  const part = openPart(async () => (isThere ? seldom : Promise.reject(new Error('offline'))))
  const { tracker } = openFakeTab({ seldom: part })
  expect(await tracker.identify('token')).toEqual({
    ok: false,
    field: 'seldom',
    problem: 'could not be loaded'
  })
  isThere = true
  expect(await tracker.identify('token')).toEqual({ ok: true, value: 0 })
})

test('TK-72 a shelf is tidied when the file that can has come, and not before', async () => {
  let asked = 0
  let arrive = () => {}
  const coming = new Promise<typeof seldom>(resolve => {
    arrive = () => resolve(seldom)
  })
  const first = openFakeTab()
  const { clock, api } = first
  await clock.pass(1000)
  api.mood = () => Response.json({}, { status: 403 })
  first.tracker.track('search', { search_term: 'parked' })
  await clock.pass(5000)
  first.tracker.stop()
  api.mood = () => new Response(null, { status: 204 })
  await clock.pass(3_600_000)
  openFakeTab({
    clock,
    api,
    seldom: openPart(() => {
      asked++
      return coming
    })
  })
  await clock.pass(5000)
  const searches = () => [...api.stored.values()].filter(({ type }) => type === 'search').length
  expect([asked, searches()]).toEqual([1, 0])
  arrive()
  await clock.pass(5000)
  expect(searches()).toBe(1)
})
