import { IDBFactory } from 'fake-indexeddb'
import 'fake-indexeddb/auto'
import { beforeEach, expect, test } from 'vitest'
import { openFakeTab } from './testing/openFakeTab.ts'

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory()
})

test('TK-1 records what the shop reports, remembers it and tells the API', async () => {
  const { tracker, clock, api } = openFakeTab()
  await tracker.ready
  tracker.track('add_to_cart', { items: [{ item_id: 'A1', price: '3.50', quantity: 2 }] })
  expect(tracker.events().map(({ type }) => type)).toEqual(['page_view', 'add_to_cart'])
  await clock.pass(5000)
  expect([...api.stored.values()].map(({ type }) => type)).toEqual(['page_view', 'add_to_cart'])
  expect(tracker.outboxState()).toEqual({ waiting: 0, sent: 2, dropped: {} })
})
