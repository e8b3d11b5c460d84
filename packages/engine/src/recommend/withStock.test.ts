import { expect, test } from 'vitest'
import { aCard, aList, aModel, anItem, aWorld } from '../../testing/aShop.ts'
import { recommend } from './recommend.ts'

const shirt = aCard('shirt', {
  variants: [
    { id: 's', size: 'S', ok: false },
    { id: 'm', size: 'M', price: 1200, ok: true }
  ]
})
const gone = aCard('gone', {
  availability: 'out_of_stock',
  variants: [
    { id: 's', ok: false },
    { id: 'm', ok: false }
  ]
})

function stocked(card: typeof shirt, availability: Readonly<Record<string, boolean>>) {
  const { availability: now, variants } =
    aModel([anItem(card)], [], { availability }).cards.get(card.id) ?? {}
  return [now, variants?.map(({ ok }) => ok)]
}

test.each([
  ['nothing', shirt, {}, 'in_stock', [false, true]],
  ['a variant gone, another back', shirt, { s: true, m: false }, 'in_stock', [true, false]],
  ['its last variant gone', shirt, { m: false }, 'out_of_stock', [false, false]],
  ['all of it gone, whatever its variants', shirt, { shirt: false, s: true }, 'out_of_stock', [false, false]],
  ['it is back in one variant', gone, { gone: true, m: true }, 'in_stock', [false, true]],
  ['it is back, in none that is known', gone, { gone: true }, 'out_of_stock', [false, false]],
  ['a preorder gone and back', aCard('x', { availability: 'preorder' }), { x: true }, 'preorder', undefined],
  ['its only variant back', aCard('x', { availability: 'discontinued' }), { x: true }, 'in_stock', undefined],
  ['its only variant gone', aCard('x'), { x: false }, 'out_of_stock', undefined],
  [
    'a word of every object',
    aCard('toString', { availability: 'in_store_only' }),
    {},
    'in_store_only',
    undefined
  ]
] as const)('RC-25 a card follows the file: %s', (_, card, told, availability, variants) => {
  expect(stocked(card, told)).toEqual([availability, variants])
})

test('RC-25 what is recommended can be ordered as its card says, and is otherwise as published', () => {
  const model = aModel([], [aList('best_sellers', shirt)], { availability: { s: true, m: false } })
  const { items } = recommend({ strategy: 'best_sellers' }, aWorld(model))
  expect(items.map(({ card }) => card)).toEqual([
    {
      ...shirt,
      variants: [
        { id: 's', size: 'S', ok: true },
        { id: 'm', size: 'M', price: 1200, ok: false }
      ]
    }
  ])
})
