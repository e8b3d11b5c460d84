import { describe, expect, test } from 'vitest'
import { aProduct, aVariant, BOOTS } from '../testing/products.ts'
import { listProducts, parseListView } from './listProducts.ts'
import { openRange } from './openRange.ts'
import { openStock, parseStockChanges } from './openStock.ts'
import { pounds, priceOf } from './priceOf.ts'
import { searchRange } from './searchRange.ts'

const many = Array.from({ length: 50 }, (_, at) =>
  aProduct({
    itemGroupId: `P${at}`,
    title: `Thing ${at}`,
    variants: [
      aVariant({
        itemId: `P${at}`,
        pricePence: 100 + ((at * 7) % 50),
        availableSince: at,
        colours: at < 5 ? ['Blue'] : ['Red']
      })
    ]
  })
)
const range = openRange(
  [...many, BOOTS],
  new Map([
    ['P7', 9],
    ['WBOOTS', 3]
  ])
)

describe('lists', () => {
  test('DE-15 an aisle holds all below it, most sold first', () => {
    const aisle = range.aisle('giftware/kitchen-dining')
    expect(aisle).toMatchObject({ name: 'Kitchen & Dining', count: 50 })
    expect(aisle && range.inAisle(aisle)[0]?.itemGroupId).toBe('P7')
    expect(range.departments.map(({ name, count }) => [name, count])).toEqual([
      ['Giftware', 50],
      ['Clothing & Footwear', 1]
    ])
  })

  test.each([
    ['cheapest', (a: number, b: number) => a - b],
    ['dearest', (a: number, b: number) => b - a]
  ])('DE-15 %s first', (sort, order) => {
    const prices = listProducts(many, parseListView({ sort })).products.map(one => priceOf(one).now)
    expect(prices).toEqual([...prices].sort(order))
    expect(prices).toHaveLength(24)
  })

  test('DE-15 newest first, a colour alone, and pages that all exist', () => {
    expect(listProducts(many, parseListView({ sort: 'newest' })).products[0]?.itemGroupId).toBe('P49')
    expect(listProducts(many, parseListView({ colour: 'Blue' }))).toMatchObject({ total: 5, pages: 1 })
    expect(listProducts(many, parseListView({ page: '99' }))).toMatchObject({ page: 3, pages: 3 })
    for (const page of ['0', '-1', 'x', '1e9']) expect(parseListView({ page }).page).toBe(1)
    expect(parseListView({ sort: 'constructor' }).order).toBe('popular')
    expect(listProducts([], parseListView({}))).toMatchObject({ total: 0, pages: 1, products: [] })
  })
})

test('DE-16 a search finds every word in any form, titles first', () => {
  const shop = openRange(
    [
      aProduct({
        itemGroupId: 'A',
        title: 'Tea Tray',
        path: ['Giftware', 'Kitchen & Dining', 'Mugs & Cups']
      }),
      aProduct({ itemGroupId: 'B', title: 'Red Mug', variants: [aVariant({ itemId: 'B' })] }),
      BOOTS
    ],
    new Map([['A', 99]])
  )
  const found = (query: string) => searchRange(shop, query).map(({ itemGroupId }) => itemGroupId)
  expect(found('mugs')).toEqual(['B', 'A'])
  expect(found('MÚG red')).toEqual(['B', 'A'])
  expect(found('boot winter')).toEqual(['WBOOTS'])
  expect(found('zeppelin')).toEqual([])
  expect(found('  ')).toEqual([])
})

test('DE-17 a price is the lowest of the variants, with what it was and whether others cost more', () => {
  expect(priceOf(BOOTS)).toEqual({ now: 6000, before: 9000, from: true })
  expect(priceOf(aProduct())).toEqual({ now: 850 })
  expect(pounds(123456)).toBe('£1,234.56')
})

test('DE-18 stock is remembered as it differs from the first delivery, and never below nothing', () => {
  const kept: unknown[] = []
  const stock = openStock([{ id: 'WBOOTS-10', quantity: 1 }], changes => kept.push(changes))
  const [, nine, ten] = BOOTS.variants
  if (!nine || !ten) throw new Error('boots have three sizes')
  expect([stock.of(nine), stock.of(ten)]).toEqual([2, 1])
  stock.set('WBOOTS-9', -3)
  expect(stock.of(nine)).toBe(0)
  expect(stock.isSoldOut(BOOTS)).toBe(false)
  stock.set('WBOOTS-10', 0)
  expect(stock.isSoldOut(BOOTS)).toBe(true)
  expect(kept.at(-1)).toEqual([
    { id: 'WBOOTS-10', quantity: 0 },
    { id: 'WBOOTS-9', quantity: 0 }
  ])
  expect(parseStockChanges([{ id: 'A', quantity: 1 }, { id: 2 }, null, 'x'])).toEqual([
    { id: 'A', quantity: 1 }
  ])
  expect(parseStockChanges('x')).toEqual([])
})
