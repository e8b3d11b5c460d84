import { beforeAll, expect, test } from 'vitest'
import { DRAWN_KINDS } from '../pictures/drawProduct.ts'
import { HOUSE_LABEL } from './clothing.ts'
import { demoCustomers } from './customers.ts'
import type { DemoProduct } from './demoProduct.ts'
import { feedItems, feedLines } from './feed.ts'
import { inventStock } from './inventStock.ts'
import { type OrderLine, orderLines } from './orders.ts'
import { type DemoCatalogue, demoCatalogue } from './products.ts'
import { inventSizes, wornKind } from './wornKinds.ts'

const NOW = Date.UTC(2026, 10, 21)
let catalogue: DemoCatalogue
let products: readonly DemoProduct[]

beforeAll(async () => {
  catalogue = await demoCatalogue(NOW)
  products = catalogue.products
}, 60_000)

const variants = () => products.flatMap(product => product.variants)
const find = (title: string) => products.find(product => product.title === title)

test('DD-12 no id stands for two things', () => {
  const items = variants().map(({ itemId }) => itemId)
  expect(new Set(items).size).toBe(items.length)
  expect(new Set(products.map(({ itemGroupId }) => itemGroupId)).size).toBe(products.length)
  for (const id of items) expect(id).toMatch(/^[A-Z0-9_-]+$/)
})

test('DD-13 invents sizes by kind and gender', () => {
  expect(inventSizes('letters', 'male')).toEqual(['XS', 'S', 'M', 'L', 'XL'])
  expect(inventSizes('shoes', 'female')).toEqual(['UK 3', 'UK 4', 'UK 5', 'UK 6', 'UK 7', 'UK 8'])
  expect(inventSizes('shoes', 'male')[0]).toBe('UK 6')
  expect(inventSizes('shoes', 'male').at(-1)).toBe('UK 12')
  expect(inventSizes('shoes', 'unisex')).toHaveLength(10)
  expect(inventSizes('one size', 'unisex')).toEqual(['One size'])
  const boots = products.find(({ kind, gender }) => kind === 'boots' && gender === 'female')
  expect(boots?.variants.map(({ size }) => size)).toEqual(inventSizes('shoes', 'female'))
  expect(
    products
      .filter(({ department }) => department === 'Giftware')
      .every(({ variants }) => variants.every(({ size }) => size === null))
  ).toBe(true)
})

test('DD-14 invents stock from the id alone; some has run out and some is low', () => {
  expect(variants().every(({ itemId, stock }) => stock === inventStock(itemId))).toBe(true)
  const share = (of: (stock: number) => boolean) =>
    variants().filter(({ stock }) => of(stock)).length / variants().length
  expect(share(stock => stock === 0)).toBeGreaterThan(0.04)
  expect(share(stock => stock === 0)).toBeLessThan(0.09)
  expect(share(stock => stock >= 1 && stock <= 3)).toBeGreaterThan(0.07)
  expect(variants().every(({ stock }) => Number.isInteger(stock) && stock >= 0)).toBe(true)
})

test('DD-15 invents a sale price below the price for a few', () => {
  const onSale = variants().filter(({ salePricePence }) => salePricePence !== null)
  expect(onSale.length / variants().length).toBeGreaterThan(0.03)
  expect(onSale.length / variants().length).toBeLessThan(0.12)
  for (const { pricePence, salePricePence } of onSale) {
    expect(salePricePence).toBeLessThan(pricePence)
    expect(salePricePence).toBeGreaterThanOrEqual(Math.ceil(pricePence * 0.6))
  }
})

test('DD-16 leaves out what nobody wears and what names a maker', () => {
  expect(wornKind('Urban Glide Electric Skateboard')).toBe('not worn')
  expect(wornKind('Cozy Teal Ribbed Throw Blanket')).toBe('not worn')
  expect(wornKind('Crimson Blaze Air Jordans')).toBe('names a maker')
  expect(wornKind('Highland Plaid Wool Overcoat')).toMatchObject({ kind: 'jacket' })
  expect(wornKind('Classic White Dress Shirt')).toMatchObject({ kind: 'shirt' })
  expect(catalogue.notSold['names a maker']).toBe(2)
  const worn = products.filter(({ department }) => department === 'Clothing & Footwear')
  expect(worn.length + (catalogue.notSold['not worn'] ?? 0) + 2).toBe(647)
  expect(new Set(worn.map(({ brand }) => brand))).toEqual(new Set([HOUSE_LABEL]))
})

test('DD-17 says each variant in Google Merchant words with absolute addresses and no empty field', async () => {
  const lantern = find('White Metal Lantern')
  const [item] = lantern ? feedItems(lantern, 'http://shop.example') : []
  expect(item).toMatchObject({
    product_type: 'Giftware > Lighting > Lanterns',
    color: 'White',
    material: 'metal',
    custom_label_0: 'lantern',
    link: `http://shop.example/product/white-metal-lantern-${lantern?.itemGroupId}`,
    image_link: `http://shop.example/picture/${lantern?.itemGroupId}.svg`
  })
  expect(item?.price).toMatch(/^\d+\.\d\d GBP$/)

  let lines = 0
  for await (const text of feedLines('http://shop.example', NOW)) {
    lines += 1
    const entry: Record<string, unknown> = JSON.parse(text)
    expect(Object.values(entry).every(value => value !== '' && value !== null && value !== undefined)).toBe(
      true
    )
    expect(entry['availability']).toBe(entry['quantity'] === 0 ? 'out_of_stock' : 'in_stock')
  }
  expect(lines).toBe(variants().length)
}, 60_000)

test('DD-17 gives each colour of a product its own picture, and each size the same one', () => {
  const parasol = products.find(({ itemGroupId }) => itemGroupId === 'G15044A')
  const boots = products.find(({ kind }) => kind === 'boots')
  const pictures = (product?: DemoProduct) =>
    new Set(product && feedItems(product, 'http://a').map(item => item.image_link)).size
  expect(pictures(parasol)).toBe(parasol?.variants.length)
  expect(pictures(boots)).toBe(1)
})

test('DD-18 nothing arrived after now, and not everything on one day', () => {
  const days = new Set(variants().map(({ availableSince }) => Math.floor(availableSince / 86_400_000)))
  expect(variants().every(({ availableSince }) => availableSince <= NOW)).toBe(true)
  expect(days.size).toBeGreaterThan(200)
})

test('DD-19 chooses different real customers and counts what it says of them', async () => {
  const customers = await demoCustomers(8, NOW)
  expect(customers).toHaveLength(8)
  expect(new Set(customers.map(({ id }) => id)).size).toBe(8)
  expect(new Set(customers.map(({ role }) => role)).size).toBe(8)
  expect(await demoCustomers(3, NOW)).toEqual(customers.slice(0, 3))

  const lines = new Map(customers.map(({ id }) => [id, [] as OrderLine[]]))
  for await (const line of orderLines(NOW)) {
    if (line.kind !== 'refused') lines.get(line.customer ?? '')?.push(line)
  }
  for (const { id, description } of customers) {
    const bought = (lines.get(id) ?? []).filter(({ kind }) => kind === 'purchase')
    const newest = bought.map(({ at }) => at).sort((a, b) => b - a)[0] ?? 0
    expect(description).toContain(`${new Set(bought.map(({ invoice }) => invoice)).size} order`)
    expect(description).toContain(`${new Set(bought.map(({ itemId }) => itemId)).size} different items`)
    expect(description).toContain(`last order ${Math.floor((NOW - newest) / 86_400_000)} day`)
    expect(description.includes('return')).toBe(bought.length < (lines.get(id)?.length ?? 0))
  }
}, 120_000)

test('DD-22 every kind in the catalogue has a drawing', () => {
  const missing = [...new Set(products.map(({ kind }) => kind))].filter(kind => !DRAWN_KINDS.includes(kind))
  expect(missing).toEqual([])
  expect(DRAWN_KINDS.length).toBeGreaterThanOrEqual(45)
})
