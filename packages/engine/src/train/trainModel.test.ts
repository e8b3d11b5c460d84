import type { Card, ItemFile } from '@vitrine/protocol'
import {
  ItemFile as ItemFileSchema,
  ListFile as ListFileSchema,
  Manifest as ManifestSchema
} from '@vitrine/protocol/schema'
import fc from 'fast-check'
import { Compile } from 'typebox/compile'
import { expect, test, vi } from 'vitest'
import type { Basket, Session } from './session.ts'
import { type TrainInput, trainModel } from './trainModel.ts'
import type { TrainProduct } from './trainProduct.ts'

// Properties train whole models many times: seconds where a machine is busy and coverage is counted.
vi.setConfig({ testTimeout: 30_000 })

const NOW = Date.UTC(2026, 10, 21)
const DAY_MS = 86_400_000

function product(id: string, words = `Thing ${id}`, card: Partial<Card> = {}): TrainProduct {
  const rest = { link: `/p/${id}`, price: 100, category: ['Things'], availability: 'in_stock' as const }
  return { card: { id, title: words, ...rest, ...card }, words }
}

function input(parts: Partial<TrainInput>): TrainInput {
  return { shop: 'demo', currency: 'GBP', products: [], sessions: [], baskets: [], now: NOW, ...parts }
}

function fileOf(files: Iterable<ItemFile>, id: string): ItemFile {
  const found = [...files].find(({ card }) => card.id === id)
  if (!found) throw new Error(`no file of ${id}`)
  return found
}

const IDS = ['a', 'b', 'c', 'd', 'e', 'f']
const someItems = fc.array(fc.constantFrom(...IDS, 'gone'), { minLength: 1, maxLength: 6 })
const someTime = fc.integer({ min: NOW - 90 * DAY_MS, max: NOW + DAY_MS })
const someone = fc.option(fc.constantFrom('ann', 'bob', 'cat'), { nil: undefined })
const someSessions = fc.array(
  fc.record({ items: someItems, at: someTime, who: someone }).map(
    ({ items, at, who }): Session => ({
      items,
      at,
      ...(who !== undefined && { visitor: `visitor-${who}` })
    })
  ),
  { maxLength: 60 }
)
const someBaskets = fc.array(
  fc.record({ items: someItems, at: someTime, who: someone, value: fc.nat(9999) }).map(
    ({ items, at, who, value }): Basket => ({
      items,
      at,
      value,
      ...(who !== undefined && { customer: `customer-${who}` })
    })
  ),
  { maxLength: 40 }
)
const CATALOGUE = IDS.map((id, at) => product(id, `Red ${id} lamp`, { since: NOW - at * DAY_MS }))

function published(parts: TrainInput): string {
  const { manifest, items, lists } = trainModel(parts)
  return JSON.stringify([manifest, [...items], lists])
}

test('TR-1 any order of the same input gives the same files', () => {
  fc.assert(
    fc.property(
      someSessions,
      someBaskets,
      fc.integer({ min: 1, max: 3 }),
      fc.infiniteStream(fc.nat()),
      (sessions, baskets, minSupport, dice) => {
        const mixed = <Value>(values: readonly Value[]) =>
          values
            .map(value => ({ value, order: dice.next().value }))
            .sort((a, b) => a.order - b.order)
            .map(({ value }) => value)
        const one = input({ products: CATALOGUE, sessions, baskets, minSupport })
        const other = input({
          products: mixed(CATALOGUE),
          sessions: mixed(sessions),
          baskets: mixed(baskets),
          minSupport
        })
        expect(published(other)).toBe(published(one))
      }
    ),
    { numRuns: 60 }
  )
})

test('TR-2 the version changes with a price, a pair and a border, and not with the moment', () => {
  const baskets = [
    { items: ['a', 'b'], at: NOW - 2 * DAY_MS },
    { items: ['a', 'b'], at: NOW - DAY_MS }
  ]
  const versionOf = (parts: Partial<TrainInput>) =>
    trainModel(
      input({
        products: CATALOGUE.map(one => ({ ...one, card: { ...one.card, since: 5 } })),
        baskets,
        ...parts
      })
    ).manifest.version
  const version = versionOf({})
  expect(version).toMatch(/^[0-9a-z]{18,}$/)
  expect(versionOf({ baskets: [...baskets].reverse() })).toBe(version)
  const dearer = CATALOGUE.map(one => ({
    ...one,
    card: { ...one.card, since: 5, price: one.card.id === 'f' ? 101 : 100 }
  }))
  expect(versionOf({ products: dearer })).not.toBe(version)
  expect(versionOf({ baskets: [...baskets, { items: ['c', 'd'], at: NOW - DAY_MS }] })).not.toBe(version)
  expect(versionOf({ minSupport: 3 })).not.toBe(version)
  expect(versionOf({ cardsPerRelation: 1 })).not.toBe(version)
  const twice = trainModel(input({ products: [product('a')], now: NOW }))
  const later = trainModel(input({ products: [product('a')], now: NOW + 1 }))
  expect(later.manifest.version).toBe(twice.manifest.version)
  expect(later.manifest.publishedAt).toBe(NOW + 1)
})

test('TR-3, TR-4 what is published is valid and names nobody', () => {
  const manifestIs = Compile(ManifestSchema)
  const itemIs = Compile(ItemFileSchema)
  const listIs = Compile(ListFileSchema)
  fc.assert(
    fc.property(someSessions, someBaskets, (sessions, baskets) => {
      const { manifest, items, lists } = trainModel(
        input({ products: CATALOGUE, sessions, baskets, minSupport: 1 })
      )
      expect([...manifestIs.Errors(manifest)]).toEqual([])
      for (const file of items) expect([...itemIs.Errors(file)]).toEqual([])
      for (const list of lists) expect([...listIs.Errors(list)]).toEqual([])
      expect(JSON.stringify([manifest, [...items], lists])).not.toMatch(/visitor-|customer-/)
    }),
    { numRuns: 60 }
  )
})

test('TR-5 one person alone makes no pair, however often; two do', () => {
  const pair = (who: string, days: number) => ({
    items: ['a', 'b'],
    at: NOW - days * DAY_MS,
    customer: who,
    visitor: who
  })
  const rowsWith = (pairs: ReturnType<typeof pair>[], minSupport?: number) => {
    const products = [product('a', 'lamp'), product('b', 'spoon', { price: 90_000, category: [] })]
    const parts = { products, sessions: pairs, baskets: pairs, ...(minSupport && { minSupport }) }
    return fileOf(trainModel(input(parts)).items, 'a').rows
  }
  const alone = rowsWith([pair('ann', 3), pair('ann', 2), pair('ann', 1)])
  expect(alone.bought).toBeUndefined()
  expect(alone.viewed?.ids).toEqual(['a'])
  const two = rowsWith([pair('ann', 3), pair('bob', 1)])
  expect(two.bought?.ids).toEqual(['b'])
  expect(two.viewed?.ids).toContain('b')
  expect(rowsWith([pair('ann', 3), pair('bob', 1)], 3).bought).toBeUndefined()
  expect(rowsWith([pair('ann', 3), pair('bob', 2), pair('ann', 1)], 3).bought).toBeUndefined()
  expect(rowsWith([pair('ann', 3)], 1).bought?.ids).toEqual(['b'])
})

test('TR-6 what is later than now is ignored, what is not in the catalogue is left out and counted', () => {
  const baskets = [
    { items: ['a', 'gone'], at: NOW - 2 },
    { items: ['a', 'gone', 'b'], at: NOW - 1 },
    { items: ['a', 'c'], at: NOW + 1 },
    { items: ['gone too'], at: NOW - 1 }
  ]
  const { items, report } = trainModel(input({ products: CATALOGUE, baskets, minSupport: 1 }))
  expect(report).toMatchObject({ products: 6, baskets: 2, sessions: 0, unknownIds: 2, minSupport: 1 })
  expect(fileOf(items, 'a').rows.bought?.ids).toEqual(['b'])
})

test('TR-7 a catalogue alone gives similar products and new arrivals, nothing at all an empty model', () => {
  const { manifest, items, lists } = trainModel(input({ products: CATALOGUE }))
  expect(manifest).toMatchObject({ items: 6, relations: ['similar'], priceBands: [100] })
  expect(manifest.lists).toEqual(['new_arrivals', 'new_arrivals~Things'])
  expect(lists[0]?.cards[0]?.id).toBe('a')
  expect(Object.keys(fileOf(items, 'a').rows)).toEqual(['similar'])
  const nothing = trainModel(input({}))
  expect([...nothing.items]).toEqual([])
  expect(nothing.manifest).toMatchObject({ items: 0, relations: [], lists: [], scoring: {}, priceBands: [] })
})

test('TR-17 a new product borrows from those most like it, never itself, and says so', () => {
  const products = [
    product('old lamp', 'Paris lamp'),
    product('new lamp', 'Paris lamp blue'),
    product('bulb', 'Bulb', { price: 9, category: [] }),
    product('shade', 'Shade', { price: 70_000, category: [] })
  ]
  const baskets = [0, 1].map(days => ({ items: ['old lamp', 'bulb', 'shade'], at: NOW - days }))
  const { items, report } = trainModel(input({ products, baskets }))
  const lent = fileOf(items, 'new lamp').rows.bought
  expect(lent).toMatchObject({ borrowed: true })
  expect(lent?.ids).toEqual(['bulb', 'shade', 'old lamp'])
  expect(fileOf(items, 'old lamp').rows.bought).not.toHaveProperty('borrowed')
  expect(report.coverage.bought).toEqual({ own: 3, borrowed: 1 })
  expect(fileOf(items, 'new lamp').cards.map(({ id }) => id)).toEqual(['bulb', 'shade', 'old lamp'])
})

test('TR-24 customers given by the caller replace those of the orders', () => {
  const customers = Array.from({ length: 25 }, (_, at) => ({ recencyDays: at, orders: at, monetary: at }))
  const baskets = [
    { items: ['a'], at: NOW - 9 * DAY_MS, customer: 'ann' },
    { items: ['a'], at: NOW, customer: 'ann' }
  ]
  const { manifest } = trainModel(input({ products: CATALOGUE, baskets, customers }))
  expect(manifest.rfm?.frequency).toEqual([4.8, 9.6, 14.4, 19.2])
  expect(manifest.orderGapDays).toBe(9)
  expect(trainModel(input({ products: CATALOGUE, baskets })).manifest.rfm).toBeUndefined()
})

test('TR-30 a file carries the cards of neighbours that can be bought, each once, in order', () => {
  const products = [...'abcdef'].map((id, at) =>
    product(id, id, {
      category: [],
      price: 8 ** at,
      availability: id === 'c' ? 'out_of_stock' : 'in_stock'
    })
  )
  const baskets = [
    { items: ['a', 'b'], at: NOW - 3 },
    { items: ['a', 'b'], at: NOW - 2 },
    { items: ['a', 'b', 'c', 'd', 'e'], at: NOW - 1 },
    { items: ['a', 'c', 'd'], at: NOW }
  ]
  const { items } = trainModel(input({ products, baskets, cardsPerRelation: 2 }))
  const { card, rows, cards } = fileOf(items, 'a')
  expect(card.id).toBe('a')
  expect(rows.bought?.ids).toEqual(['b', 'c', 'd'])
  expect(cards.map(({ id }) => id)).toEqual(['b', 'd'])
})

test('TR-31 files can be read again, and one at a time', () => {
  const { items } = trainModel(input({ products: CATALOGUE }))
  const [first] = items
  expect(first?.card.id).toBe('a')
  expect([...items]).toEqual([...items])
  expect([...items]).toHaveLength(6)
})
