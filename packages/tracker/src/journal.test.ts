import 'fake-indexeddb/auto'
import { eventId, type ShopEvent } from '@vitrine/protocol'
import { IDBFactory } from 'fake-indexeddb'
import { beforeEach, expect, test } from 'vitest'
import { indexedDbShelf } from './indexedDbShelf.ts'
import { rowsOf } from './rowsOf.ts'
import type { Row, Shelf } from './shelf.ts'
import { FakePage } from './testing/fakePage.ts'
import { openFakeTab } from './testing/openFakeTab.ts'

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory()
})

const DAY_MS = 86_400_000
const down = () => 'down' as const

async function stored(): Promise<readonly Row[]> {
  const shelf = indexedDbShelf('vitrine-demo', () => {})
  const rows = await shelf.change('', all => ({ answer: all }))
  shelf.close()
  return rows
}

async function storedTypes() {
  return (await stored()).flatMap(({ events }) => events ?? []).map(({ type }) => type)
}

test('TK-33 writes what happens at once, what comes meanwhile together right after, and all of it when the page goes', async () => {
  const { tracker, clock, api, page } = openFakeTab()
  api.mood = down
  await clock.pass(5000)
  tracker.track('search', { search_term: 'a' })
  await clock.pass(0)
  expect(await storedTypes()).toEqual(['page_view', 'search'])
  const before = (await stored()).length
  for (const search_term of ['b', 'c', 'd']) tracker.track('search', { search_term })
  await clock.pass(0)
  expect(await storedTypes()).toHaveLength(5)
  expect((await stored()).length - before).toBe(2)
  tracker.track('search', { search_term: 'd' })
  page.leave()
  await clock.pass(0)
  expect(await storedTypes()).toHaveLength(6)
})

test('TK-30 two tabs remember what each other did, and neither writes over the other', async () => {
  const one = openFakeTab()
  const two = openFakeTab({ clock: one.clock, api: one.api })
  await one.clock.pass(1000)
  one.tracker.track('add_to_cart', { items: [{ item_id: 'A' }] })
  two.tracker.track('add_to_cart', { items: [{ item_id: 'B' }] })
  await one.clock.pass(5000)
  one.page.hide()
  one.page.show()
  await one.clock.pass(5000)
  const ids = one.tracker.events().flatMap(({ items = [] }) => items.map(({ itemId }) => itemId))
  expect(ids.sort()).toEqual(['A', 'B'])
  expect(one.tracker.visitor()).toBe(two.tracker.visitor())
  expect(one.api.stored.size).toBe(4)
})

test('TK-60, TK-61 what one tab has saved is known to another as soon as that one refreshes', async () => {
  const one = openFakeTab()
  const two = openFakeTab({ clock: one.clock, api: one.api })
  await one.clock.pass(1000)
  const shown = one.tracker.record({ type: 'view_promotion', ref: { placement: 'exit', resultId: 'r1' } })
  const saved = one.tracker.saved()
  expect(two.tracker.events().map(({ id }) => id)).not.toContain(shown.id)
  await saved
  const later = two.tracker.record({ type: 'search' })
  await two.tracker.refresh()
  expect(two.tracker.events().map(({ id }) => id)).toEqual(expect.arrayContaining([shown.id, later.id]))
  expect(two.tracker.events()).toHaveLength(4)
})

test('TK-61 saving waits for a shelf that is still being opened, and for a page that is not shown yet', async () => {
  const page = new FakePage()
  page.document.prerendering = true
  const { tracker, clock } = openFakeTab({ page })
  let isSaved = false
  tracker.record({ type: 'share' })
  void tracker.saved().then(() => {
    isSaved = true
  })
  await clock.pass(1000)
  expect(isSaved).toBe(false)
  page.document.prerendering = false
  page.document.dispatchEvent(new Event('prerenderingchange'))
  await clock.pass(0)
  expect(isSaved).toBe(true)
  expect(await storedTypes()).toContain('share')
})

test.each([{ consent: 'ask' as const }, { world: { openShelf: () => broken('refuses') } }])(
  'TK-60, TK-61 without a shelf, what is recorded is saved and refreshed at once and stays: %o',
  async options => {
    const { tracker } = openFakeTab(options)
    const share = tracker.record({ type: 'share' })
    await tracker.saved()
    await tracker.refresh()
    expect(tracker.events()).toContainEqual(share)
    expect(tracker.storage()).toBe('memory')
  }
)

/** A shelf that fails in one way or another. */
function broken(how: 'refuses' | 'throws' | 'is silent'): Shelf {
  const answer = (): Promise<never> => {
    if (how === 'throws') throw new Error('SecurityError')
    return how === 'refuses' ? Promise.reject(new Error('refused')) : new Promise(() => {})
  }
  return {
    kind: 'indexeddb',
    change: async () => answer(),
    write: async () => answer(),
    destroy: async () => answer(),
    close() {}
  }
}

test.each(['refuses', 'throws', 'is silent'] as const)(
  'TK-31 goes on in memory, and tells the API all the same, when the browser %s',
  async how => {
    const { tracker, clock, api, complaints } = openFakeTab({ world: { openShelf: () => broken(how) } })
    tracker.track('add_to_cart', { items: [{ item_id: 'A' }] })
    await clock.pass(10_000)
    expect(tracker.storage()).toBe('memory')
    expect(tracker.visitor()).toBeDefined()
    expect([...api.stored.values()].map(({ type }) => type)).toEqual(['page_view', 'add_to_cart'])
    expect(api.doubled).toBe(0)
    expect(complaints).toHaveLength(1)
    expect(complaints[0]).toMatch(/^VT-04/)
  }
)

test('TK-31 goes on in memory with what is unsent when the disk refuses later', async () => {
  let isFull = false
  const { tracker, clock, api } = openFakeTab({
    world: {
      openShelf(name, onGone) {
        const shelf = indexedDbShelf(name, onGone)
        const write: Shelf['write'] = async rows => {
          if (isFull) throw new Error('QuotaExceededError')
          await shelf.write(rows)
        }
        return { ...shelf, write }
      }
    }
  })
  api.mood = down
  await clock.pass(1000)
  isFull = true
  tracker.track('add_to_cart', { items: [{ item_id: 'A' }] })
  await clock.pass(1000)
  expect(tracker.storage()).toBe('memory')
  api.mood = () => new Response(null, { status: 204 })
  await clock.pass(600_000)
  expect([...api.stored.values()].map(({ type }) => type)).toEqual(['page_view', 'add_to_cart'])
  expect(tracker.events()).toHaveLength(2)
})

test('TK-20 knows an order of an earlier visit when its confirmation is opened again', async () => {
  const purchase = { transaction_id: 'T1', value: 5, currency: 'GBP' }
  const first = openFakeTab()
  first.tracker.track('purchase', purchase)
  await first.clock.pass(5000)
  const { clock, api } = first
  clock.pass(DAY_MS)
  const second = openFakeTab({ clock, api })
  second.tracker.track('purchase', purchase)
  await clock.pass(5000)
  second.tracker.track('purchase', purchase)
  await clock.pass(5000)
  const orders = (events: Iterable<ShopEvent>) => [...events].filter(({ type }) => type === 'purchase').length
  expect([orders(second.tracker.events()), orders(api.stored.values())]).toEqual([1, 1])
})

/** Events of an old tab, one an hour before `now`. */
function past(count: number, now: number, type: ShopEvent['type'], tab = 'aaaaaaaaaaaa'): ShopEvent[] {
  return Array.from({ length: count }, (_, seq) => {
    const at = now - seq * 1000
    return { id: eventId({ at, tab, seq }), at, type, source: 'web' }
  })
}

async function fill(rows: readonly Row[]) {
  const shelf = indexedDbShelf('vitrine-demo', () => {})
  await shelf.write(rows)
  shelf.close()
}

test('TK-32 remembers at most 5,000 events, impressions shortest, money longest, and counts what it gives up unsent', async () => {
  const { clock } = openFakeTab({ consent: 'ask' })
  const now = clock.now() - 1000
  await fill([
    ...rowsOf('h', past(3000, now, 'view_item_list', 'aaaaaaaaaaaa')),
    ...rowsOf('h', past(1000, now, 'purchase', 'bbbbbbbbbbbb')),
    ...rowsOf('uw', past(1100, now, 'view_promotion', 'cccccccccccc')),
    ...rowsOf('uw', past(1000, now, 'add_to_cart', 'dddddddddddd'))
  ])
  const { tracker, api } = openFakeTab({ clock })
  await tracker.ready
  const count = (type: string) => tracker.events().filter(event => event.type === type).length
  expect(count('view_item_list')).toBe(1899)
  expect(count('view_promotion')).toBe(1100)
  expect([count('purchase'), count('add_to_cart')]).toEqual([1000, 1000])
  await clock.pass(60_000)
  expect(api.stored.size).toBe(2101)
})

test('TK-32, TK-40 counts what was too much to be sent, and tells the API how much', async () => {
  const { clock } = openFakeTab({ consent: 'ask' })
  const now = clock.now() - 1000
  await fill([
    ...rowsOf('h', past(4000, now, 'purchase', 'bbbbbbbbbbbb')),
    ...rowsOf('uw', past(1200, now, 'view_promotion', 'cccccccccccc'))
  ])
  const { tracker, api } = openFakeTab({ clock })
  await tracker.ready
  expect(tracker.outboxState().dropped).toEqual({ full: 201 })
  await clock.pass(60_000)
  expect(api.dropped).toEqual({ full: 201 })
  expect(api.stored.size).toBe(1000)
})

test('TK-32 lets go of what is older than thirteen months, and of what could not be sent in a week', async () => {
  const { clock } = openFakeTab({ consent: 'ask' })
  const now = clock.now()
  await fill([
    ...rowsOf('h', past(1, now - 396 * DAY_MS, 'purchase', 'aaaaaaaaaaaa')),
    ...rowsOf('h', past(1, now - 394 * DAY_MS, 'refund', 'bbbbbbbbbbbb')),
    ...rowsOf('uw', past(1, now - 8 * DAY_MS, 'search', 'cccccccccccc')),
    ...rowsOf('uw', past(1, now - 6 * DAY_MS, 'share', 'dddddddddddd'))
  ])
  const { tracker, api } = openFakeTab({ clock })
  await tracker.ready
  expect(tracker.events().map(({ type }) => type)).toEqual(['refund', 'share', 'page_view'])
  await clock.pass(60_000)
  expect(api.dropped).toEqual({ too_old: 1 })
})

test('TK-32 joins many small rows of history into few', async () => {
  const { clock } = openFakeTab({ consent: 'ask' })
  await fill(past(40, clock.now() - 1000, 'search').flatMap(event => rowsOf('h', [event])))
  const { tracker } = openFakeTab({ clock })
  await tracker.ready
  expect(tracker.events()).toHaveLength(41)
  expect((await stored()).filter(({ key }) => key.startsWith('h'))).toHaveLength(1)
})
