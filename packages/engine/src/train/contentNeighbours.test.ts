import type { Card } from '@vitrine/protocol'
import { expect, test } from 'vitest'
import { contentNeighbours } from './contentNeighbours.ts'
import { contentWords } from './contentWords.ts'
import { lendRow } from './lendRow.ts'
import type { TrainProduct } from './trainProduct.ts'

function product(words: string, card: Partial<Card> = {}): TrainProduct {
  const rest = {
    title: words,
    link: '/p',
    price: 100,
    category: ['Gifts'],
    availability: 'in_stock' as const
  }
  return { card: { id: words, ...rest, ...card }, words }
}

function namesOf(products: readonly TrainProduct[], limit = 10): readonly string[][] {
  return contentNeighbours(products, limit).map(({ items }) => items.map(item => products[item]?.words ?? ''))
}

test('TR-16 a rare word counts more than a common one', () => {
  const filler = Array.from({ length: 12 }, (_, at) => product(`red box${at}`))
  const [first] = namesOf([product('red union jack'), product('blue union jack'), ...filler])
  expect(first?.[0]).toBe('blue union jack')
})

test('TR-16 category, brand, colour, material and price count beside words', () => {
  const base = { price: 10_000, category: [] }
  const pairs: readonly [Partial<Card>, Partial<Card>][] = [
    [{ category: ['Lamps'] }, { category: ['Shoes'] }],
    [{ brand: 'Acme' }, { brand: 'Other' }],
    [{ color: 'Red' }, { color: 'Blue' }],
    [{ material: 'wood' }, { material: 'tin' }],
    [{ price: 11_000 }, { price: 500 }]
  ]
  for (const [same, other] of pairs) {
    const products = [
      product('one', { ...base, ...same }),
      product('two', { ...base, ...same }),
      product('three', { ...base, ...other })
    ]
    expect(namesOf(products, 1)[0]).toEqual(['two'])
  }
})

test('TR-16 words are compared without case, accent and plural', () => {
  expect(contentWords(product('Café LIGHTS glass as'))).toEqual(
    expect.arrayContaining(['cafe', 'light', 'glass', 'as', 'category:Gifts'])
  )
  expect(contentWords(product('--', { category: [] }))).toHaveLength(2)
})

test('TR-16 likeness is 1 for twins, falls, and what shares next to nothing is not listed', () => {
  const products = [
    product('paris lamp'),
    { ...product('paris lamp'), card: product('twin').card },
    product('stone', { price: 9e6, category: [] })
  ]
  const [first, , last] = contentNeighbours(
    [...products].map((one, at) => ({ ...one, card: { ...one.card, id: `${at}` } })),
    5
  )
  expect(first?.items).toEqual([1])
  expect(first?.weights[0]).toBeCloseTo(1, 12)
  expect(last?.items).toEqual([])
})

test('TR-16 a word that thousands carry is not followed', () => {
  const many = Array.from({ length: 2001 }, (_, at) => product(`gift x${at}`, { price: 2 ** (at % 40) }))
  const [first] = contentNeighbours([product('gift y', { price: 3e12 }), ...many], 3)
  expect(first?.items).toEqual([])
})

const row = (...ids: string[]) => ({ ids, weights: ids.map(() => 255), scale: 0.01 })

test('TR-17 five lend, the nearer the more; a borrower is never in its own row', () => {
  const rows = new Map([...'abcdef'].map(id => [id, row(`of ${id}`, 'common', 'me')]))
  const timesMet = new Map([...'abcdef'].map(id => [id, 30]))
  const neighbours = ['none', ...'abcdef'].map((id, at) => ({ id, likeness: 0.9 - at / 10 }))
  const lending = { rows, timesMet, rowItems: 50 }
  const lent = lendRow('me', neighbours, lending)
  expect(lent?.ids.slice(0, 6)).toEqual(['common', 'of a', 'of b', 'of c', 'of d', 'of e'])
  expect(lent?.ids).not.toContain('of f')
  expect(lent?.ids).not.toContain('me')
  expect(lent?.borrowed).toBe(true)
  expect(lendRow('me', neighbours, { ...lending, rowItems: 2 })?.ids).toEqual(['common', 'of a'])
  expect(lendRow('me', [{ id: 'none', likeness: 1 }], lending)).toBeUndefined()
})

test('TR-17 lenders stand in the row themselves, and those often met weigh more', () => {
  const rows = new Map([
    ['rare', row('x')],
    ['common', row('y')]
  ])
  const timesMet = new Map([
    ['rare', 1],
    ['common', 1000]
  ])
  const neighbours = [
    { id: 'rare', likeness: 0.5 },
    { id: 'common', likeness: 0.5 }
  ]
  expect(lendRow('me', neighbours, { rows, timesMet, rowItems: 50 })?.ids).toEqual([
    'y',
    'x',
    'common',
    'rare'
  ])
})

test('TR-19 the less a product was met, the more its row is lent; a row of its own is not called borrowed', () => {
  const rows = new Map([
    ['me', row('own')],
    ['like me', row('lent')]
  ])
  const neighbours = [{ id: 'like me', likeness: 0.2 }]
  const rowAfter = (times: number) =>
    lendRow('me', neighbours, {
      rows,
      timesMet: new Map([
        ['me', times],
        ['like me', 50]
      ]),
      rowItems: 50
    })
  expect(rowAfter(2)?.ids).toEqual(['lent', 'own', 'like me'])
  expect(rowAfter(60)?.ids).toEqual(['own', 'lent', 'like me'])
  expect(rowAfter(60)).not.toHaveProperty('borrowed')
  expect(lendRow('me', [], { rows, timesMet: new Map(), rowItems: 50 })).toEqual(row('own'))
})
