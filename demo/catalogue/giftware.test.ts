import { expect, test } from 'vitest'
import { coloursOf, withoutColours } from './colourWords.ts'
import { demoText } from './demoFile.ts'
import { giftKind } from './giftKind.ts'
import { parseGiftRows } from './giftRows.ts'
import { giftTitle, plainTitle } from './giftTitle.ts'
import { giftware } from './giftware.ts'
import { lookOf, piecesOf } from './lookWords.ts'
import { whyNotSold } from './whyNotSold.ts'

const rows = parseGiftRows(demoText('catalogue.tsv'))
const { products, notSold } = giftware(rows, new Map(), 0)
const table = (...lines: string[]) =>
  parseGiftRows(['stock_code\tdescription\tmedian_price\tlines', ...lines, ''].join('\n'))

test('DD-7 makes codes that differ only in case one item, as sold most', () => {
  expect(table('85132C\tFIGURES TINS\t1.95\t217', '85132c\tFIGURES TIN\t8.29\t3')).toEqual([
    { itemId: '85132C', title: 'FIGURES TINS', price: '1.95', lineCount: 220 }
  ])
  expect(table('1a\tOLD\t1\t2', '1A\tNEW\t2\t9')[0]).toEqual({
    itemId: '1A',
    title: 'NEW',
    price: '2',
    lineCount: 11
  })
  expect(() => table('1a\tONLY TWO')).toThrow('four fields')
})

test('DD-8 leaves out what is not goods, with the first reason, and accounts for every row', () => {
  const why = (itemId: string, title: string, price = '1.25') => whyNotSold({ itemId, title, price })
  expect(why('POST', 'POSTAGE')).toBe('postage')
  expect(why('M', 'Manual')).toBe('adjustment')
  expect(why('BANK CHARGES', 'Bank Charges')).toBe('fee')
  expect(why('GIFT_0001_10', 'Dotcomgiftshop Gift Voucher £10.00')).toBe('voucher')
  expect(why('85123', 'damages')).toBe('note')
  expect(why('85123', '?')).toBe('note')
  expect(why('85123', 'wet?')).toBe('note')
  expect(why('85123', 'LIGHT', '0.001')).toBe('no price')
  expect(why('85123', 'LIGHT', '0')).toBe('no price')
  expect(why('85123', 'WHITE METAL LANTERN')).toBeNull()

  expect(Object.fromEntries(notSold)).toEqual({
    voucher: 6,
    postage: 5,
    service: 1,
    fee: 3,
    adjustment: 3,
    'no price': 1,
    sample: 1
  })
  const left = [...notSold.values()].reduce((sum, count) => sum + count, 0)
  expect(products.flatMap(({ variants }) => variants).length + left).toBe(rows.length)
})

test('DD-9 writes titles as a shop does', () => {
  expect(giftTitle('SET/6 FROG PRINCE T-LIGHT CANDLES')).toBe('Set of 6 Frog Prince T-Light Candles')
  expect(giftTitle('WHITE METAL LANTERN')).toBe('White Metal Lantern')
  expect(giftTitle('S/4 ANT WHITE HEARTS IN BAG')).toBe('Set of 4 Antique White Hearts in Bag')
  expect(giftTitle("CHILDREN'S 50'S TV DINNER TRAY")).toBe("Children's 50's TV Dinner Tray")
  expect(giftTitle('PINK/WHITE CHRISTMAS TREE 60CM')).toBe('Pink/White Christmas Tree 60cm')
  expect(giftTitle('SET 10 CARDS CHRISTMAS ROBIN 17095')).toBe('Set of 10 Cards Christmas Robin')
  expect(giftTitle('LETTER "W" BLING KEY RING')).toBe('Letter "W" Bling Key Ring')
  expect(giftTitle('DROP EARRINGS W FLOWER')).toBe('Drop Earrings with Flower')
  expect(giftTitle('METAL SIGN,CUPCAKE SINGLE HOOK')).toBe('Metal Sign, Cupcake Single Hook')
  expect(giftTitle('CHARLIE+LOLA RED HOT WATER BOTTLE ')).toBe('Charlie & Lola Red Hot Water Bottle')
})

test('DD-10 knows the kind of all but 3 % of the giftware', () => {
  const unknown = products.filter(({ path }) => path[1] === 'More Gifts')
  expect(unknown.length / products.length).toBeLessThanOrEqual(0.03)
  expect(new Set(products.map(({ path }) => path[1])).size).toBeGreaterThanOrEqual(12)
})

test('DD-10 the first row of the kind table wins, and a season takes a thing to its own department', () => {
  const kindOf = (title: string) => giftKind(title, lookOf(title))
  expect(kindOf('WHITE METAL LANTERN')).toEqual({
    kind: 'lantern',
    path: ['Giftware', 'Lighting', 'Lanterns']
  })
  expect(kindOf('MINI CAKE STAND T-LIGHT HOLDER').kind).toBe('candle holder')
  expect(kindOf('BLUE POLKADOT EGG CUP').kind).toBe('egg cup')
  expect(kindOf('PINK DAISY BAG CHARM').kind).toBe('bag charm')
  expect(kindOf('JIGSAW TREE WITH WATERING CAN').kind).toBe('jigsaw')
  expect(kindOf('CHRISTMAS GINGHAM TREE').path).toEqual(['Giftware', 'Christmas', 'Decorations'])
  expect(kindOf('QWERTY')).toEqual({ kind: 'gift', path: ['Giftware', 'More Gifts'] })
})

test('DD-10 reads colours, pattern, theme, material, occasion and pieces from the title', () => {
  const names = (title: string) => coloursOf(title).map(({ name }) => name)
  expect(names('BLACK/BLUE POLKADOT UMBRELLA')).toEqual(['Black', 'Blue'])
  expect(names('LIGHT BLUE AND RED BOWL')).toEqual(['Light blue', 'Red'])
  expect(names('HOME SWEET HOME BLACKBOARD')).toEqual([])
  expect(names('REDUCED CREDIT')).toEqual([])
  expect(withoutColours('BLACK/BLUE POLKADOT UMBRELLA')).toBe('POLKADOT UMBRELLA')
  expect(lookOf('RED RETROSPOT WOODEN OWL CHRISTMAS')).toEqual({
    pattern: 'polka dot',
    theme: 'owl',
    material: 'wood',
    occasion: 'christmas'
  })
  expect(lookOf('SMALL BOWL')).toEqual({ pattern: null, theme: null, material: null, occasion: null })
  expect(piecesOf(plainTitle('SET/6 RED SPOTTY CUPS'))).toBe(6)
  expect(piecesOf(plainTitle('3 TIER CAKE STAND'))).toBe(1)
  expect(piecesOf(plainTitle('12 PENCILS SMALL TUBE'))).toBe(12)
})

test('DD-11 groups colours of one thing, and nothing else', () => {
  const made = (...lines: string[]) => giftware(table(...lines), new Map(), 0).products
  const [parasol, ...more] = made(
    '15044A\tPINK PAPER PARASOL\t2.95\t9',
    '15044B\tBLUE PAPER PARASOL\t2.95\t9'
  )
  expect(more).toEqual([])
  expect(parasol).toMatchObject({ itemGroupId: 'G15044A', title: 'Paper Parasol' })
  expect(parasol?.variants.map(({ itemId, colours }) => [itemId, ...colours])).toEqual([
    ['15044A', 'Pink'],
    ['15044B', 'Blue']
  ])

  expect(made('15044A\tPINK PAPER PARASOL\t2\t9', '15045B\tBLUE PAPER PARASOL\t2\t9')).toHaveLength(2)
  expect(made('15044A\tPINK PAPER PARASOL\t2\t9', '15044B\tBLUE SILK PARASOL\t2\t9')).toHaveLength(2)
  expect(made('15044A\tPINK PAPER PARASOL\t2\t9', '15044B\tPAPER PARASOL PINK\t2\t9')).toHaveLength(2)
  expect(made('15044A\tPAPER PARASOL\t2\t9', '15044B\tPAPER PARASOL\t2\t9')).toHaveLength(2)

  for (const { itemGroupId, variants } of products) {
    if (variants.length === 1) expect(itemGroupId).toBe(variants[0]?.itemId)
    else expect(new Set(variants.map(({ colours }) => colours.join())).size).toBe(variants.length)
  }
})

test('DD-26 describes a product from its own words, the same every time', () => {
  const [mug] = giftware(table('21071\tPINK POLKADOT CERAMIC MUG\t1.25\t9'), new Map(), 0).products
  expect(mug?.description).toMatch(/^A mug in pink, with polka dots, made with ceramic\. [A-Z].+\.$/)
  const [again] = giftware(table('21071\tPINK POLKADOT CERAMIC MUG\t1.25\t9'), new Map(), 0).products
  expect(again).toEqual(mug)
  for (const { description } of products) {
    expect(description.length).toBeLessThan(220)
    expect(description).not.toMatch(/undefined|null|\s\s/)
  }
})
