import { expect, test } from 'vitest'
import * as later from '../later.ts'
import { FakePage } from '../testing/fakePage.ts'
import { type FakeTab, openFakeTab } from '../testing/openFakeTab.ts'

const MUG = 'https://shop.example/products/mug'

function hear(jsonLd: readonly unknown[], url = MUG, title = 'A page') {
  const page = new FakePage(url)
  page.document.title = title
  page.draw(...jsonLd)
  const { tracker } = openFakeTab({ page, consent: 'ask' })
  return {
    tracker,
    product: tracker.productReport(),
    views: tracker.events().filter(one => one.type === 'view_item')
  }
}

test('TK-10 views the product of a page from its JSON-LD, with price, words and place in the shop', () => {
  const { tracker, views, product } = hear([
    {
      '@context': 'https://schema.org/',
      '@graph': [
        {
          '@type': 'BreadcrumbList',
          itemListElement: [
            { '@type': 'ListItem', position: 2, name: 'Kitchen &amp; Bar' },
            { '@type': 'ListItem', position: 1, item: { name: 'Home' } },
            { '@type': 'ListItem', position: 3, name: 'Mugs' },
            { '@type': 'ListItem', position: 4, name: 'Blue mug' }
          ]
        },
        {
          '@type': ['Product', 'Thing'],
          sku: 'M-1',
          name: 'Blue mug',
          brand: { '@type': 'Brand', name: 'Wheel' },
          color: 'Blue',
          size: { '@type': 'SizeSpecification', name: 'L' },
          material: 'Clay',
          image: ['/mug.jpg'],
          offers: [
            {
              '@type': 'Offer',
              price: '12.50',
              priceCurrency: 'gbp',
              availability: 'https://schema.org/InStock',
              priceSpecification: [{ priceType: 'https://schema.org/ListPrice', price: 15 }]
            }
          ]
        }
      ]
    }
  ])
  expect(views).toHaveLength(1)
  expect(views[0]).toMatchObject({
    heard: { adapter: 'json-ld', confidence: 0.9 },
    page: { type: 'product', url: MUG },
    currency: 'GBP',
    value: 1250,
    items: [
      {
        itemId: 'M-1',
        name: 'Blue mug',
        brand: 'Wheel',
        category: ['Kitchen & Bar', 'Mugs'],
        color: 'Blue',
        size: 'L',
        material: 'Clay',
        price: 1250,
        listPrice: 1500,
        availability: 'in_stock'
      }
    ]
  })
  expect(product).toMatchObject({ item_id: 'M-1', price: 12.5, image: 'https://shop.example/mug.jpg' })
  expect(tracker.notHeard()).toEqual([])
})

test('TK-10 takes of several offers the lowest that can be bought, and tells the range', () => {
  const offer = (price: unknown, availability: string) => ({ price, availability, priceCurrency: 'EUR' })
  const { product } = hear([
    {
      '@type': 'https://schema.org/Product',
      productID: 7,
      name: 'Mug',
      Offers: {
        offers: [offer('9,50 €', 'SoldOut'), offer(14, 'OnlineOnly'), offer(12, 'https://schema.org/InStock')]
      }
    }
  ])
  expect(product).toMatchObject({ item_id: '7', price: 12, currency: 'EUR', availability: 'in_stock' })
  expect(product?.['price_range']).toEqual({ min: 9.5, max: 14 })
})

test('TK-10 reads an AggregateOffer and the shop’s currency where the offer names none', () => {
  const { product } = hear([
    { '@type': 'Product', sku: 'M', name: 'Mug', offers: { lowPrice: '8', highPrice: '11.00' } }
  ])
  expect(product).toMatchObject({ price: 8, currency: 'GBP', price_range: { min: 8, max: 11 } })
})

const GROUP = {
  '@type': 'ProductGroup',
  productGroupID: 'SHIRT',
  name: 'Shirt',
  category: 'Clothing > Shirts',
  hasVariant: [
    {
      '@type': 'Product',
      sku: 'S-R',
      name: 'Shirt red',
      color: 'Red',
      offers: {
        url: '/products/shirt?variant=1',
        price: 20,
        priceCurrency: 'GBP',
        availability: 'OutOfStock'
      }
    },
    {
      '@type': 'Product',
      sku: 'S-B',
      name: 'Shirt blue',
      color: 'Blue',
      offers: { url: '/products/shirt?variant=2', price: 25, priceCurrency: 'GBP', availability: 'InStock' }
    }
  ]
}

test('TK-10 views a group by its own id while no variant is chosen, and else the variant of the address', () => {
  const open = hear([GROUP], 'https://shop.example/products/shirt').product
  expect(open).toMatchObject({
    item_id: 'SHIRT',
    item_group_id: 'SHIRT',
    item_name: 'Shirt',
    price: 25,
    availability: 'in_stock',
    item_category: ['Clothing', 'Shirts']
  })
  const chosen = hear([GROUP], 'https://shop.example/products/shirt?variant=1&utm_source=mail').product
  expect(chosen).toMatchObject({
    item_id: 'S-R',
    item_group_id: 'SHIRT',
    color: 'Red',
    price: 20,
    availability: 'out_of_stock'
  })
})

const two = (first: object, second: object) => [
  { '@type': 'Product', sku: 'A', name: 'Anvil', ...first },
  { '@type': 'Product', sku: 'B', name: 'Bell', ...second }
]

test('TK-12 chooses among several products the one of this address, else the one in the title', () => {
  expect(hear(two({ url: '/products/anvil' }, { url: `${MUG}/` })).product).toMatchObject({ item_id: 'B' })
  expect(hear(two({}, {}), MUG, 'Anvil: a fine one').product).toMatchObject({ item_id: 'A' })
})

test('TK-12 views nothing on a page of many products', () => {
  const { product, views, tracker } = hear(
    [...two({}, {}), { '@type': 'CollectionPage', name: 'All' }],
    'https://shop.example/all-things'
  )
  expect([product, views]).toEqual([null, []])
  expect(tracker.page().type).toBe('category')
})

test('TK-11 stands what is no JSON, no product, or meant to break us', () => {
  const deep = (key: string) => `${`{"@type":"Product","sku":"M","${key}":`.repeat(3000)}1${'}'.repeat(3000)}`
  const hostile = [
    '{ not json',
    '',
    'null',
    '[[[]]]',
    '{"@type":"Product"}',
    '{"@type":"Product","__proto__":{"x":1},"sku":{"name":{}},"offers":[null,1,"x",{"price":{}}]}',
    ...['@graph', 'offers', 'hasVariant', 'name'].map(deep),
    JSON.stringify({ '@type': 'BreadcrumbList', itemListElement: 'x' }),
    '<!-- {"@type":"Product","sku":"OK","name":"<b>Mug</b>\n two","url":"javascript:alert(1)","image":"javascript:alert(1)"} -->'
  ]
  const page = new FakePage(MUG)
  page.document.title = '<b>Mug</b>'
  page.draw(...hostile)
  const { tracker, complaints } = openFakeTab({ page, consent: 'ask' })
  expect(complaints).toEqual([])
  expect(tracker.notHeard()).toContainEqual({
    field: 'script[type="application/ld+json"]',
    why: '2 of 12 are no JSON'
  })

  const alone = hear([hostile.at(-1)]).product
  expect(alone).toMatchObject({ item_id: 'OK', item_name: '<b>Mug</b>  two' })
  expect(Object.keys(alone ?? {})).not.toContain('url')
  expect(Object.keys(alone ?? {})).not.toContain('image')
})

test('TK-15 views a routed page’s product once it is drawn, and never the last page’s again', async () => {
  const page = new FakePage(MUG)
  page.draw({ '@type': 'Product', sku: 'M', name: 'Mug' })
  const { tracker, clock } = openFakeTab({ page, consent: 'ask' })
  page.history.pushState({}, '', '/products/bell')
  await clock.pass(1000)
  expect(tracker.product()).toBeNull()
  page.draw({ '@type': 'Product', sku: 'B', name: 'Bell' })
  page.draw({ '@type': 'Product', sku: 'B', name: 'Bell' })
  await clock.pass(1000)
  page.history.pushState({}, '', '/cart')
  expect(tracker.page().type).toBe('cart')
  page.draw()
  await clock.pass(1000)
  const heard = tracker.events().map(({ type, items, page }) => [type, items?.[0]?.itemId, page?.type])
  expect(heard).toEqual([
    ['page_view', undefined, 'product'],
    ['view_item', 'M', 'product'],
    ['page_view', undefined, 'product'],
    ['view_item', 'B', 'product'],
    ['page_view', undefined, 'cart']
  ])
})

test('TK-10, TK-11 is ready when structured data has been read, waits a second at most, and does without', async () => {
  const page = new FakePage(MUG)
  page.draw({ '@type': 'Product', sku: 'M', name: 'Mug' })
  const types = ({ tracker }: FakeTab) => tracker.events().map(({ type }) => type)
  const late = openFakeTab({ page, consent: 'ask', later: async () => later })
  expect(types(late)).toEqual(['page_view'])
  await late.tracker.ready
  expect(types(late)).toEqual(['page_view', 'view_item'])

  const slow = openFakeTab({ page, consent: 'ask', later: () => new Promise(() => {}) })
  let isReady = false
  void slow.tracker.ready.then(() => {
    isReady = true
  })
  await slow.clock.pass(999)
  expect(isReady).toBe(false)
  await slow.clock.pass(1)
  expect(isReady).toBe(true)

  const absent = openFakeTab({ page, consent: 'ask', later: () => Promise.reject(new Error('404')) })
  await absent.tracker.ready
  expect(types(absent)).toEqual(['page_view'])
  expect(absent.complaints).toEqual(['VT-08 Error: 404'])
})

const CRUMBS = {
  '@type': 'BreadcrumbList',
  itemListElement: [{ name: 'Home' }, { name: 'Kitchen' }, { name: 'Mugs' }]
}

test('TK-49 tells a category page’s place in the shop by its breadcrumbs, else by what all its products share', () => {
  const category = (jsonLd: readonly unknown[], url: string) => hear(jsonLd, url).tracker.page().category
  expect(category([CRUMBS], 'https://shop.example/collections/mugs')).toEqual(['Kitchen', 'Mugs'])
  expect(category([CRUMBS, { '@type': 'Product', sku: 'M', name: 'Mug' }], MUG)).toBeUndefined()
  expect(category([], 'https://shop.example/collections/mugs')).toBeUndefined()
  const { tracker } = hear([], 'https://shop.example/collections/mugs')
  const item = (item_id: string, ...levels: string[]) => ({ item_id, item_category: levels })
  const list = (...items: object[]) => tracker.track('view_item_list', { items })
  list(item('A', 'Kitchen', 'Mugs', 'Tall'), item('B', 'Kitchen', 'Mugs', 'Small'))
  list(item('C', 'Garden', 'Pots'), item('D', 'Garden', 'Pots'))
  tracker.track('share')
  expect(tracker.page()).toMatchObject({ type: 'category', category: ['Kitchen', 'Mugs'] })
  expect(Object.keys(tracker.record({ type: 'share' }).page ?? {})).toEqual(['url', 'type'])
})
