import { expect, test } from 'vitest'
import { FakePage } from '../testing/fakePage.ts'
import { openFakeTab } from '../testing/openFakeTab.ts'

/** What gtag.js's own helper does: it pushes its arguments object. */
function gtag(page: FakePage, ...command: unknown[]) {
  const entry = Object.assign(Object.create({}), { ...command, length: command.length })
  ;(page.dataLayer as unknown[]).push(entry)
}

function open(dataLayer: unknown, page = new FakePage('https://shop.example/products/mug')) {
  page.dataLayer = dataLayer
  const tab = openFakeTab({ page, consent: 'ask' })
  const heard = () =>
    tab.tracker
      .events()
      .slice(1)
      .map(({ type, items }) => [type, ...(items ?? []).map(({ itemId }) => itemId)])
  const push = (...entries: unknown[]) => (page.dataLayer as unknown[]).push(...entries)
  return { ...tab, heard, push }
}

const add = (item_id: unknown, more = {}) => ({
  event: 'add_to_cart',
  ecommerce: { items: [{ item_id, ...more }] }
})

test('TK-16 hears what was pushed before and after, in both of GA4’s forms, as loosely as shops write it', () => {
  const page = new FakePage('https://shop.example/products/mug')
  const { heard, push, tracker } = open(
    [
      { 'gtm.start': 1, event: 'gtm.js' },
      { ecommerce: null },
      {
        event: 'view_item',
        ecommerce: { currency: 'EUR', value: '18', items: [{ item_id: 42, price: '18.00' }] }
      }
    ],
    page
  )
  push({ ecommerce: null }, add('42', { quantity: '2' }))
  gtag(page, 'event', 'begin_checkout', { items: [{ id: 'old', name: 'Old' }] })
  gtag(page, 'js', new Date())
  push(null, 7, 'x', { event: 'scroll' }, { event: 'page_view' }, { event: 'generate_lead' }, { event: {} })
  expect(heard()).toEqual([
    ['view_item', '42'],
    ['add_to_cart', '42'],
    ['begin_checkout', 'old']
  ])
  expect(tracker.events()[1]).toMatchObject({
    heard: { adapter: 'datalayer', confidence: 0.95 },
    currency: 'EUR',
    value: 1800,
    items: [{ itemId: '42', price: 1800 }]
  })
  expect(tracker.events()[2]?.items?.[0]?.quantity).toBe(2)
})

test('TK-16 hears a dataLayer that the shop makes, or replaces, after us', async () => {
  const { heard, page, clock } = open(undefined)
  expect(page.dataLayer).toBeUndefined()
  page.dataLayer = [add('A')]
  page.draw()
  await clock.pass(1000)
  page.dataLayer = [add('B')]
  page.leave()
  expect(heard()).toEqual([
    ['add_to_cart', 'A'],
    ['add_to_cart', 'B']
  ])
})

test('TK-17 leaves the shop’s push as it was: first, with its answer, and unharmed when we fail', () => {
  const layer: unknown[] = []
  const seen: unknown[] = []
  Object.assign(layer, {
    push(...entries: unknown[]) {
      seen.push(...entries)
      return 'theirs'
    }
  })
  const { push, complaints } = open(layer)
  const poison = {
    get event() {
      throw new Error('poison')
    }
  }
  expect(push(poison)).toBe('theirs')
  expect(push(poison)).toBe('theirs')
  expect(seen).toHaveLength(2)
  expect(complaints).toEqual(['VT-08 Error: poison'])
})

test('TK-18 views a product once for each page view, whoever says so and under whichever of its ids', async () => {
  const page = new FakePage('https://shop.example/products/mug')
  page.draw({ '@type': 'Product', sku: 'SKU-1', name: 'Blue mug' })
  const { heard, push, tracker, clock } = open([], page)
  const view = (item: object) => push({ event: 'view_item', ecommerce: { items: [item] } })
  view({ item_id: 901, item_name: 'Blue Mug' })
  view({ item_id: 'V2', item_group_id: 'SKU-1' })
  tracker.track('view_item', { items: [{ item_id: 'SKU-1' }] })
  view({ item_id: 'other', item_name: 'Other' })
  await clock.pass(10_000)
  view({ item_id: 'SKU-1' })
  expect(heard()).toEqual([
    ['view_item', 'SKU-1'],
    ['view_item', 'other']
  ])
})

test('TK-19 takes one deed told by two adapters within two seconds for one, and told twice by one for two', async () => {
  const { heard, push, tracker, clock } = open([])
  push(add('A'))
  tracker.track('add_to_cart', { items: [{ item_id: 'A' }] })
  tracker.track('add_to_cart', { items: [{ item_id: 'B' }] })
  expect(heard()).toEqual([
    ['add_to_cart', 'A'],
    ['add_to_cart', 'B']
  ])
  push(add('A'))
  await clock.pass(2001)
  tracker.track('add_to_cart', { items: [{ item_id: 'A' }] })
  expect(heard()).toHaveLength(4)
})

test('TK-20 hears an order once on a page, however often its confirmation tells it', () => {
  const { heard, push, tracker } = open([])
  const purchase = { transaction_id: 'T1', value: 9, currency: 'EUR', items: [{ item_id: 'A' }] }
  push({ event: 'purchase', ecommerce: purchase }, { event: 'purchase', ecommerce: purchase })
  tracker.track('purchase', purchase)
  tracker.track('purchase', { ...purchase, transaction_id: 'T2' })
  expect(heard()).toEqual([
    ['purchase', 'A'],
    ['purchase', 'A']
  ])
  const [, first] = tracker.events()
  expect(tracker.record({ type: 'purchase', transactionId: 'T1' })).toBe(first)
})

test('TK-21 puts the product together from all who speak of it, and says who said what and what nobody said', () => {
  const page = new FakePage('https://shop.example/products/mug')
  page.draw({
    '@type': 'Product',
    sku: 'M',
    name: 'Mug',
    material: 'Clay',
    offers: { price: 5, priceCurrency: 'GBP' }
  })
  const { tracker, push } = open([], page)
  expect(tracker.notHeard().map(({ field }) => field)).toEqual(['availability'])
  push({
    event: 'view_item',
    ecommerce: { currency: 'GBP', items: [{ item_id: 'M', item_name: 'The mug', price: 4 }] }
  })
  const { sources, ...report } = tracker.productReport() ?? {}
  expect(report).toMatchObject({
    item_id: 'M',
    item_name: 'The mug',
    material: 'Clay',
    price: 4,
    currency: 'GBP'
  })
  expect(sources).toMatchObject({
    price: { adapter: 'datalayer', confidence: 0.95 },
    material: { adapter: 'json-ld', confidence: 0.9 },
    item_name: { adapter: 'datalayer' }
  })
  expect(tracker.product()).toMatchObject({ itemId: 'M', price: 400 })
})
