import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { beforeEach, expect, test } from 'vitest'
import { indexedDbShelf } from './indexedDbShelf.ts'
import type { Shelf } from './shelf.ts'
import { FakePage } from './testing/fakePage.ts'
import { type FakeTab, openFakeTab } from './testing/openFakeTab.ts'

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory()
})

const GRANTED = { personalise: 'granted', measure: 'granted' } as const
const DENIED = { personalise: 'denied', measure: 'denied' } as const

async function databases() {
  return (await indexedDB.databases()).map(({ name }) => name)
}

async function rows() {
  const shelf = indexedDbShelf('vitrine-demo', () => {})
  const all = await shelf.change('', stored => ({ answer: stored }))
  shelf.close()
  return all
}

async function shop({ tracker, clock, page }: FakeTab) {
  tracker.track('add_to_cart', { items: [{ item_id: 'A' }] })
  await clock.pass(10_000)
  page.leave()
  await clock.pass(10_000)
}

test.each(['ask', 'denied', 'cmp'] as const)(
  'TK-22 stores nothing, makes no id and sends nothing while consent is %s',
  async consent => {
    const tab = openFakeTab({ consent })
    await shop(tab)
    expect(await databases()).toEqual([])
    expect(tab.api.requests).toEqual([])
    expect(tab.tracker.visitor()).toBeUndefined()
    expect(tab.tracker.events().map(({ type }) => type)).toEqual(['page_view', 'add_to_cart'])
  }
)

test('TK-22 keeps at most 200 events in memory meanwhile, impressions shortest and money longest, and counts the rest', async () => {
  const { tracker, clock, api } = openFakeTab({ consent: 'ask' })
  tracker.track('purchase', { transaction_id: 'T' })
  for (let i = 0; i < 150; i++) tracker.track('view_item_list', { item_list_id: `l${i}` })
  for (let i = 0; i < 150; i++) tracker.track('search', { search_term: `s${i}` })
  expect(tracker.events()).toHaveLength(200)
  const kept = tracker.events().map(({ type }) => type)
  expect(kept.filter(type => type === 'view_item_list')).toHaveLength(49)
  expect(kept).toContain('purchase')
  tracker.setConsent(GRANTED)
  await clock.pass(5000)
  expect(api.stored.size).toBe(200)
  expect(api.dropped).toEqual({ memory_full: 102 })
})

test('TK-23 moves memory to disk and to the API when granted, with its own times, and keeps why', async () => {
  const { tracker, clock, api } = openFakeTab({ consent: 'ask' })
  const began = clock.now()
  tracker.track('search', { search_term: 'mug' })
  await clock.pass(60_000)
  tracker.setConsent(GRANTED)
  await tracker.ready
  await clock.pass(5000)
  expect([...api.stored.values()].map(({ at }) => at - began)).toEqual([0, 0])
  const stored = await rows()
  expect(
    stored
      .flatMap(({ events }) => events ?? [])
      .map(({ type }) => type)
      .sort()
  ).toEqual(['page_view', 'search'])
  expect(stored.find(({ consent }) => consent)?.consent).toMatchObject({ ...GRANTED, by: 'shop' })
  expect(stored.find(({ visitor }) => visitor)?.visitor).toBe(tracker.visitor())
})

test.each([
  ['refuses', (tab: FakeTab) => tab.tracker.setConsent(DENIED)],
  [
    'takes half of it back',
    (tab: FakeTab) => tab.tracker.setConsent({ measure: 'denied', personalise: 'denied' }, 'shopper')
  ]
])('TK-24 empties device and memory and tells the API when the shopper %s', async (_how, act) => {
  const tab = openFakeTab()
  await shop(tab)
  const visitor = tab.tracker.visitor()
  act(tab)
  expect(tab.tracker.events()).toEqual([])
  await tab.clock.pass(1000)
  expect(await databases()).toEqual([])
  expect(tab.api.forgotten).toEqual([visitor])
  expect(tab.tracker.visitor()).toBeUndefined()
  const { length } = tab.api.requests
  await shop(tab)
  expect(tab.api.requests).toHaveLength(length)
  expect(await databases()).toEqual([])
})

test('TK-24 forgets on request, and begins anew as somebody else where consent still stands', async () => {
  const tab = openFakeTab()
  await shop(tab)
  const visitor = tab.tracker.visitor()
  await tab.tracker.forget()
  expect(tab.api.forgotten).toEqual([visitor])
  expect(tab.tracker.events()).toEqual([])
  expect(tab.tracker.visitor()).not.toBe(visitor)
  await shop(tab)
  expect((await rows()).flatMap(({ events }) => events ?? []).map(({ type }) => type)).toEqual([
    'add_to_cart'
  ])
})

test('TK-24 empties a device that an earlier visit filled when this one begins with a refusal', async () => {
  await shop(openFakeTab())
  expect(await databases()).toEqual(['vitrine-demo'])
  const { clock } = openFakeTab({ consent: 'denied' })
  await clock.pass(1000)
  expect(await databases()).toEqual([])
})

test('TK-24 does not remember what is still being read when the shopper refuses', async () => {
  await shop(openFakeTab())
  let release = () => {}
  const held = new Promise<void>(resolve => {
    release = resolve
  })
  const openShelf = (name: string, onGone: () => void): Shelf => {
    const shelf = indexedDbShelf(name, onGone)
    const change: Shelf['change'] = async (...asked) => {
      const answer = await shelf.change(...asked)
      await held
      return answer
    }
    return { ...shelf, change }
  }
  const { tracker, clock } = openFakeTab({ world: { openShelf } })
  await clock.pass(10)
  tracker.setConsent(DENIED)
  release()
  await clock.pass(1000)
  expect(tracker.events()).toEqual([])
})

test('TK-25 takes Global Privacy Control for a refusal unless the shopper says otherwise', async () => {
  const page = new FakePage()
  page.navigator.globalPrivacyControl = true
  const { tracker, clock } = openFakeTab({ page })
  await clock.pass(1000)
  expect(tracker.consent()).toMatchObject({ ...DENIED, by: 'gpc' })
  tracker.setConsent(GRANTED)
  expect(tracker.consent()).toMatchObject(DENIED)
  tracker.setConsent(GRANTED, 'shopper')
  expect(tracker.consent()).toMatchObject(GRANTED)
})

const mode = (action: string, fields: object) => ({ 0: 'consent', 1: action, 2: fields, length: 3 })

test('TK-26 reads Google Consent Mode where the shop says so, and only there', () => {
  const page = new FakePage()
  page.dataLayer = [mode('default', { personalization_storage: 'denied', analytics_storage: 'granted' })]
  const { tracker } = openFakeTab({ page, consent: 'cmp' })
  expect(tracker.consent()).toMatchObject({
    personalise: 'denied',
    measure: 'granted',
    message: 'pending',
    by: 'consent_mode'
  })
  ;(page.dataLayer as unknown[]).push(mode('update', { personalization_storage: 'granted' }))
  expect(tracker.consent()).toMatchObject({ personalise: 'granted', measure: 'granted' })
  const other = new FakePage()
  other.dataLayer = page.dataLayer
  expect(openFakeTab({ page: other, consent: 'ask' }).tracker.consent().measure).toBe('pending')
})

test('TK-26 takes a default for some regions, or one that waits, only where it refuses', () => {
  const page = new FakePage()
  const both = { personalization_storage: 'granted', analytics_storage: 'denied' }
  page.dataLayer = [
    mode('default', { ...both, region: ['GB'] }),
    mode('default', { ...both, wait_for_update: 500 })
  ]
  const { tracker } = openFakeTab({ page, consent: 'cmp' })
  expect(tracker.consent()).toMatchObject({ personalise: 'pending', measure: 'denied' })
})

test('TK-27 sends nothing without leave to measure, and remembers all the same', async () => {
  const tab = openFakeTab({ consent: 'ask' })
  tab.tracker.setConsent({ personalise: 'granted', measure: 'denied' })
  await shop(tab)
  expect(tab.api.requests).toEqual([])
  expect((await rows()).flatMap(({ events }) => events ?? [])).toHaveLength(2)
  expect(tab.tracker.visitor()).toBeDefined()
  tab.tracker.setConsent({ measure: 'granted' })
  await tab.clock.pass(5000)
  expect(tab.api.stored.size).toBe(0)
})

test('TK-27 makes no id without leave to personalise, and keeps nothing once it is told', async () => {
  const tab = openFakeTab({ consent: 'ask' })
  tab.tracker.setConsent({ personalise: 'denied', measure: 'granted' })
  await shop(tab)
  expect(tab.api.stored.size).toBe(2)
  expect([...tab.api.visitors]).toEqual([undefined])
  expect(tab.tracker.visitor()).toBeUndefined()
  expect(await rows()).toEqual([])
})

test('TK-28 keeps and sends nothing more in this tab when another tab has erased everything, until it is told anew', async () => {
  const one = openFakeTab()
  await one.clock.pass(5000)
  const two = openFakeTab({ clock: one.clock, api: one.api })
  await two.clock.pass(5000)
  two.tracker.setConsent(DENIED)
  await two.clock.pass(1000)
  expect(one.tracker.consent().personalise).toBe('pending')
  expect(one.tracker.events()).toEqual([])
  const { length } = one.api.requests
  await shop(one)
  expect(one.api.requests).toHaveLength(length)
  expect(await databases()).toEqual([])
  one.tracker.setConsent(GRANTED)
  await one.clock.pass(5000)
  expect(one.api.requests.length).toBeGreaterThan(length)
})
