import { afterEach, expect, test } from 'vitest'
import { indexedDbShelf } from './indexedDbShelf.ts'
import { openPart } from './openPart.ts'
import { FakeApi } from './testing/fakeApi.ts'
import { SHELF_CONTRACT } from './testing/shelfContract.ts'
import { openTracker, type Tracker, type TrackerOptions } from './tracker.ts'

const name = 'vitrine-demo'
const open = () => indexedDbShelf(name, () => {})
const here = location.href
const trackers: Tracker[] = []

afterEach(async () => {
  for (const tracker of trackers.splice(0)) tracker.stop()
  history.replaceState(null, '', here)
  await open().destroy()
})

function start(options: Partial<TrackerOptions> = {}) {
  const api = new FakeApi()
  const tracker = openTracker({
    shop: 'demo',
    key: 'pk',
    apiUrl: 'https://api.example',
    consent: 'granted',
    later: () => import('./later.ts'),
    seldom: openPart(() => import('./seldom.ts')),
    structured: () => import('./structured.ts'),
    ...options,
    world: {
      window,
      fetch: api.fetch,
      now: () => Date.now(),
      randomHex: bytes =>
        [...crypto.getRandomValues(new Uint8Array(bytes))]
          .map(byte => byte.toString(16).padStart(2, '0'))
          .join('')
    }
  })
  trackers.push(tracker)
  return { tracker, api }
}

for (const [promise, keep] of Object.entries(SHELF_CONTRACT)) {
  test(`TK-29 a shelf in the browser’s own IndexedDB ${promise}`, () => keep(open))
}

test('TK-30 two shelves on one real database keep each other’s rows', async () => {
  const [one, two] = [open(), open()]
  await Promise.all([one.write([{ key: 'a' }]), two.write([{ key: 'b' }])])
  expect(await one.change('', rows => ({ answer: rows.map(({ key }) => key) }))).toEqual(['a', 'b'])
  one.close()
  two.close()
})

test('TK-28 a real database is gone from under a tab when another destroys it', async () => {
  const told = new Promise<void>(resolve => {
    void indexedDbShelf(name, resolve).write([{ key: 'a' }])
  })
  const other = open()
  await other.write([{ key: 'b' }])
  await other.destroy()
  await told
  expect((await indexedDB.databases()).map(database => database.name)).not.toContain(name)
})

async function stored() {
  const shelf = open()
  const rows = await shelf.change('', all => ({ answer: all }))
  shelf.close()
  return rows
}

test('TK-60, TK-61 two tabs on a real database: what one has saved, the other knows once it refreshes', async () => {
  const [a, b] = [start().tracker, start().tracker]
  await Promise.all([a.ready, b.ready])
  for (let round = 0; round < 20; round++) {
    const shown = a.record({ type: 'view_promotion', ref: { placement: 'exit', resultId: `r${round}` } })
    await a.saved()
    await b.refresh()
    expect(b.events().map(({ id }) => id)).toContain(shown.id)
  }
  expect(a.storage()).toBe('indexeddb')
})

test('TK-33 lands on disk what is written while the page goes', async () => {
  const { tracker } = start({ later: await import('./later.ts') })
  await tracker.ready
  for (let i = 0; i < 100; i++) tracker.track(`e${i}`)
  window.dispatchEvent(new PageTransitionEvent('pagehide'))
  const events = (await stored()).flatMap(row => row.events ?? [])
  expect(events.filter(event => event.type === 'custom')).toHaveLength(100)
  expect(tracker.storage()).toBe('indexeddb')
})

test('TK-47 lands on disk what was tracked before the rest has come', async () => {
  const { tracker } = start({ later: () => new Promise(() => {}) })
  await tracker.ready
  for (let i = 0; i < 100; i++) tracker.track(`e${i}`)
  window.dispatchEvent(new PageTransitionEvent('pagehide'))
  const reports = (await stored()).flatMap(row => row.reports ?? [])
  expect(reports.map(({ name }) => name)).toEqual(Array.from({ length: 100 }, (_, i) => `e${i}`))
})

test('TK-8, TK-9 counts routes by the browser’s own navigation and history, and nothing when it has stopped', async () => {
  const { pushState } = history
  const { tracker } = start({ consent: 'ask' })
  const views = () => tracker.events().filter(({ type }) => type === 'page_view').length
  const hurry = () => window.dispatchEvent(new PageTransitionEvent('pagehide'))
  history.pushState(null, '', '/tracker-a')
  hurry()
  expect(views()).toBe(2)
  history.replaceState(null, '', '/tracker-a?filter=1#top')
  hurry()
  expect(views()).toBe(2)
  const back = new Promise(resolve => window.addEventListener('popstate', resolve, { once: true }))
  history.pushState(null, '', '/tracker-b')
  history.back()
  await back
  hurry()
  expect(views()).toBe(4)
  tracker.stop()
  expect(history.pushState).toBe(pushState)
  history.pushState(null, '', '/tracker-c')
  hurry()
  expect(views()).toBe(4)
})

test('TK-22 leaves no trace in any storage of a real browser without leave', async () => {
  const { tracker, api } = start({ consent: 'ask' })
  tracker.track('add_to_cart', { items: [{ item_id: 'A' }] })
  window.dispatchEvent(new PageTransitionEvent('pagehide'))
  await tracker.ready
  expect((await indexedDB.databases()).map(database => database.name)).not.toContain(name)
  expect(
    [Object.keys(localStorage), Object.keys(sessionStorage)].flat().filter(key => key.includes('vitrine'))
  ).toEqual([])
  expect(document.cookie).not.toContain('vitrine')
  expect(api.requests).toEqual([])
})

test('TK-10, TK-15 reads a real document’s structured data when it is put there', async () => {
  const { tracker } = start({ consent: 'ask' })
  const heard = new Promise(resolve => tracker.onEvent(({ type }) => type === 'view_item' && resolve(type)))
  const script = Object.assign(document.createElement('script'), { type: 'application/ld+json' })
  script.textContent = JSON.stringify({
    '@type': 'Product',
    sku: 'M',
    name: 'Mug',
    offers: { price: 5, priceCurrency: 'GBP' }
  })
  document.head.append(script)
  await heard
  script.remove()
  expect(tracker.product()).toMatchObject({ itemId: 'M', price: 500 })
})
