import { expect, test } from 'vitest'
import { FakePage } from '../testing/fakePage.ts'
import { openFakeTab } from '../testing/openFakeTab.ts'

function typeOf(url: string, dress: (page: FakePage) => void = () => {}) {
  const page = new FakePage(`https://shop.example${url}`)
  dress(page)
  return openFakeTab({ page, consent: 'ask' }).tracker.page().type
}

test.each([
  ['/', 'home'],
  ['/en-gb/', 'home'],
  ['/index.html', 'home'],
  ['/collections/mugs', 'category'],
  ['/department/giftware', 'category'],
  ['/product/blue-mug', 'product'],
  ['/p/123', 'product'],
  ['/search?q=mug', 'search'],
  ['/?s=mug', 'search'],
  ['/cart', 'cart'],
  ['/basket.html', 'cart'],
  ['/checkout', 'checkout'],
  ['/checkout/order-received/12/', 'order_confirmation'],
  ['/thank-you', 'order_confirmation'],
  ['/my-account/', 'account'],
  ['/about', 'other'],
  ['/cartoons', 'other']
])('TK-14 takes the address %s alone for %s', (url, type) => {
  expect(typeOf(url)).toBe(type)
})

test('TK-14 believes the theme before the address, the shop’s reports before the theme, structured data before them', () => {
  const theme = (page: FakePage) => {
    page.document.body.className = 'archive tax-product_cat woocommerce'
  }
  expect(typeOf('/about', theme)).toBe('category')
  const reports = (page: FakePage) => {
    theme(page)
    page.dataLayer = [{ event: 'view_cart', ecommerce: {} }]
  }
  expect(typeOf('/about', reports)).toBe('cart')
  const data = (page: FakePage) => {
    reports(page)
    page.draw({ '@type': 'SearchResultsPage' })
  }
  expect(typeOf('/about', data)).toBe('search')
})

test('TK-14 believes the shop’s own word before everything, if it is a word of ours', () => {
  const said = (word: string) => (page: FakePage) => {
    page.document.body.dataset['vitrinePage'] = word
  }
  expect(typeOf('/cart', said('account'))).toBe('account')
  expect(typeOf('/cart', said('nonsense'))).toBe('cart')
  expect(
    typeOf('/cart', page => {
      page.document.pageMeta = 'home'
    })
  ).toBe('home')
})

test('TK-14 does not take a page for its search results because somebody searches there', () => {
  const heard = (event: string) => (page: FakePage) => {
    page.dataLayer = [{ event, ecommerce: { search_term: 'mug' } }]
  }
  expect(typeOf('/', heard('search'))).toBe('home')
  expect(typeOf('/find', heard('view_search_results'))).toBe('search')
})

test('TK-14 does not take a front page for a product because of a quick view, but a routed one it does', () => {
  const quickView = (page: FakePage) => {
    page.dataLayer = [{ event: 'view_item', ecommerce: { items: [{ item_id: 'A' }] } }]
  }
  expect(typeOf('/?utm_source=mail', quickView)).toBe('home')
  expect(typeOf('/index.php?route=product/product&product_id=3', quickView)).toBe('product')
})

test('TK-14 does not take a front page for a list because it lists products', () => {
  expect(typeOf('/', page => page.draw({ '@type': 'ItemList', itemListElement: [] }))).toBe('home')
  expect(typeOf('/mugs', page => page.draw({ '@type': 'ItemList', itemListElement: [] }))).toBe('category')
})
