import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { FakePage } from '../testing/fakePage.ts'
import { openFakeTab } from '../testing/openFakeTab.ts'

const HOME = 'https://shop.example/'

/** A tab that keeps nothing, for these tests are about listening. */
function open(page: FakePage) {
  const tab = openFakeTab({ page, consent: 'ask' })
  const views = () =>
    tab.tracker
      .events()
      .filter(({ type }) => type === 'page_view')
      .map(({ page }) => new URL(page?.url ?? '').pathname)
  return { ...tab, views }
}

test('TK-5 counts a loaded page once, with its title and where the visitor came from', async () => {
  const page = new FakePage(HOME)
  page.document.referrer = 'https://search.example/?q=mug'
  const { tracker, views, clock } = open(page)
  await clock.pass(10_000)
  expect(views()).toEqual(['/'])
  expect(tracker.events()[0]?.page).toEqual({
    url: HOME,
    type: 'home',
    title: 'A page',
    referrer: 'https://search.example/?q=mug'
  })
})

test('TK-5 counts a page that is left before it is parsed', () => {
  const page = new FakePage(HOME)
  page.document.readyState = 'loading'
  const { views } = open(page)
  expect(views()).toEqual([])
  page.leave()
  expect(views()).toEqual(['/'])
  page.document.dispatchEvent(new Event('DOMContentLoaded'))
  expect(views()).toEqual(['/'])
})

test('TK-6 counts a prerendered page when it is shown, and neither hears nor stores before', async () => {
  const page = new FakePage(HOME)
  page.document.prerendering = true
  page.dataLayer = [{ event: 'view_cart', ecommerce: {} }]
  const { tracker, clock } = openFakeTab({ page })
  tracker.track('search', { search_term: 'mug' })
  page.document.dispatchEvent(new Event('DOMContentLoaded'))
  await clock.pass(10_000)
  page.leave()
  expect(tracker.events()).toEqual([])
  expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain('vitrine-demo')
  page.document.prerendering = false
  page.document.dispatchEvent(new Event('prerenderingchange'))
  expect(tracker.events().map(({ type }) => type)).toEqual(['page_view', 'view_cart', 'search'])
})

test('TK-7 counts a page again when it returns from the back/forward cache, and its product with it', async () => {
  const page = new FakePage('https://shop.example/products/mug')
  page.document.jsonLd = [JSON.stringify({ '@type': 'Product', sku: 'M1', name: 'Mug' })]
  const { tracker, clock } = open(page)
  page.leave()
  await clock.pass(60_000)
  page.restore()
  expect(tracker.events().map(({ type }) => type)).toEqual([
    'page_view',
    'view_item',
    'page_view',
    'view_item'
  ])
  expect(tracker.pageEvents().map(({ type }) => type)).toEqual(['page_view', 'view_item'])
})

for (const hasNavigation of [true, false]) {
  const how = hasNavigation ? 'by the Navigation API' : 'by a patched history'

  test(`TK-8 counts a new path, pushed, replaced or gone back to, ${how}`, async () => {
    const page = new FakePage(HOME, { hasNavigation })
    const { views, tracker, clock } = open(page)
    page.history.pushState({}, '', '/a')
    await clock.pass(1000)
    page.history.replaceState({}, '', '/b')
    await clock.pass(1000)
    page.history.back()
    await clock.pass(1000)
    expect(views()).toEqual(['/', '/a', '/b', '/'])
    expect(tracker.events().map(({ page }) => page?.referrer)).toEqual([
      undefined,
      HOME,
      'https://shop.example/a',
      'https://shop.example/b'
    ])
  })

  test(`TK-9 does not count the same path again, whatever its query or hash, ${how}`, async () => {
    const page = new FakePage(HOME, { hasNavigation })
    const { views, clock } = open(page)
    page.history.pushState({}, '', '/')
    page.history.replaceState({}, '', '/?filter=1')
    page.history.pushState({}, '', '/?filter=1#reviews')
    await clock.pass(1000)
    expect(views()).toEqual(['/'])
  })

  test(`TK-8 counts each of two routes that follow at once, ${how}`, async () => {
    const page = new FakePage(HOME, { hasNavigation })
    const { views } = open(page)
    page.history.pushState({}, '', '/a')
    page.history.pushState({}, '', '/b')
    page.leave()
    expect(views()).toEqual(['/', '/a', '/b'])
  })
}
