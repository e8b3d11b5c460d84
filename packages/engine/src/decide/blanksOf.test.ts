import { BLANKS, type Content, type ShopEvent } from '@vitrine/protocol'
import { expect, test } from 'vitest'
import { anEvent, lines, MINUTE, NOON } from '../../testing/anEvent.ts'
import { aCampaign, aCard, aConfig, aContext, aList, aModel } from '../../testing/aShop.ts'
import { foldProfile } from '../profile/foldProfile.ts'
import type { Model } from '../recommend/openModel.ts'
import { blanksOf } from './blanksOf.ts'
import { checkText } from './checkText.ts'
import { decide } from './decide.ts'
import { slugOf } from './slugOf.ts'

const minutesAgo = (minutes: number) => NOON - minutes * MINUTE
const boots = { itemId: 'boots-9', itemGroupId: 'boots', name: 'Mud Boots', category: ['Clothing', 'Boots'] }
const looked = anEvent('view_item', minutesAgo(9), { items: [boots] })
const chosen = anEvent('add_to_cart', minutesAgo(8), { items: [{ ...boots, size: 'UK 9', price: 3900 }] })

function situation(events: readonly ShopEvent[], freeShipping: number | undefined = 5000) {
  const config = aConfig([], { ...(freeShipping !== undefined && { freeShipping }) })
  return { profile: foldProfile(events, { now: NOON }), context: aContext(), events, config, now: NOON }
}

test('DC-33 knows the money missing, the department and the size leant to, and the product looked at last', () => {
  expect(blanksOf(situation([looked, chosen]))).toEqual({
    ...{ gap: 1100, department: 'Clothing', size: 'UK 9', item: 'Mud Boots' }
  })
  expect(blanksOf(situation([looked]))).toEqual({
    ...{ gap: undefined, department: 'Clothing', size: undefined, item: 'Mud Boots' }
  })
  expect(Object.keys(blanksOf(situation([]))).sort()).toEqual([...BLANKS].sort())
  expect(Object.values(blanksOf(situation([])))).toEqual([undefined, undefined, undefined, undefined])
})

test('DC-33 nothing is missing in an empty cart, from the threshold on, and in a shop that has none', () => {
  const gap = (price: number, freeShipping?: number) => {
    const bought = anEvent('add_to_cart', NOON, { items: [{ itemId: 'a', price }] })
    return blanksOf({ ...situation([bought]), config: aConfig([], freeShipping ? { freeShipping } : {}) }).gap
  }
  expect(gap(4999, 5000)).toBe(1)
  expect(gap(5000, 5000)).toBeUndefined()
  expect(gap(0, 5000)).toBeUndefined()
  expect(gap(1)).toBeUndefined()
})

test('DC-33 the product looked at last is named by whoever knew its name', () => {
  const nameless = anEvent('view_item', NOON, { items: lines('boots') })
  expect(blanksOf(situation([nameless, looked])).item).toBe('Mud Boots')
  const other = anEvent('view_item', NOON, { items: lines('hat') })
  expect(blanksOf(situation([looked, other])).item).toBeUndefined()
})

/** What is shown, and what kept the campaign with this content out. */
function shown(content: Omit<Content, 'widget'>, events: readonly ShopEvent[], model?: Model) {
  const variants = [{ id: 'a', weight: 1, content: { widget: 'banner' as const, ...content } }]
  const campaigns = [aCampaign('c', { variants, priority: 1 }), aCampaign('spare')]
  const config = aConfig(campaigns, { freeShipping: 5000 })
  const asked = { ...situation(events), placement: 'hero', config, seed: 'v', model }
  const { campaign, items, verdicts } = decide(asked)
  const check = verdicts[0]?.checks.at(-1)
  return [campaign, items.map(({ card }) => card.id), check?.gate, check && checkText(check)]
}

test('DC-34 a text with a blank that nothing can fill is not shown, in whatever field and language, and the next campaign is tried', () => {
  const spare = (blank: string) => ['spare', [], 'variant', `nothing to put for ${blank}`]
  expect(shown({ text: 'Only {gap} to go' }, [])).toEqual(spare('{gap}'))
  expect(shown({ title: { en: 'Hello', de: 'Neu in {department}' } }, [])).toEqual(spare('{department}'))
  expect(shown({ reason: 'You wear {size}' }, [looked])).toEqual(spare('{size}'))
  expect(shown({ link: '/shop/{department}' }, [])).toEqual(spare('{department}'))
  expect(shown({ button: 'Back to {item}' }, [])).toEqual(spare('{item}'))
  expect(shown({ text: '{constructor}' }, [])).toEqual(spare('{constructor}'))
  const all = { text: '{gap} {department} {size} {item}' }
  expect(shown(all, [looked, chosen]).slice(0, 3)).toEqual(['c', [], 'priority'])
  expect(shown({ image: '/i/{size}.svg', text: 'No {blank' }, [])[0]).toBe('c')
})

test('DC-34 beside products it is they who name {item}', () => {
  const model = aModel([], [aList('best_sellers', aCard('a'))])
  const products = { strategy: 'best_sellers', category: 'Giftware' } as const
  expect(shown({ title: 'Like {item}', products }, [], model).slice(0, 2)).toEqual(['c', ['a']])
  expect(shown({ title: '{item} in {size}', products }, [], model)[3]).toBe('nothing to put for {size}')
})

test('DC-35 where a text names the shopper’s size, only what can be bought in just that size stands beside it', () => {
  const sized = (id: string, size: string, ok: boolean) =>
    aCard(id, {
      variants: [
        { id: `${id}-1`, size, ok },
        { id: `${id}-2`, size: 'UK 4', ok: true }
      ]
    })
  const cards = [
    aCard('mug'),
    sized('other', 'UK 8', true),
    sized('gone', 'UK 9', false),
    sized('fit', 'UK 9', true)
  ]
  const model = aModel([], [aList('best_sellers', ...cards, sized('more', 'UK 9', true))])
  const products = { strategy: 'best_sellers', limit: 1, diversity: 0 } as const
  const tell = (text: string, more = {}) =>
    shown({ text, products: { ...products, ...more } }, [chosen], model)
  expect(tell('Back in {size}').slice(0, 2)).toEqual(['c', ['fit']])
  expect(tell('Back').slice(0, 2)).toEqual(['c', ['mug']])
  expect(tell('Back in {size}', { limit: 3, minItems: 2 })[1]).toEqual(['fit', 'more'])
  expect(tell('Back in {size}', { limit: 3, minItems: 3 })).toEqual([
    ...['spare', [], 'items', 'fewer than 3 products']
  ])
})

test.each([
  ['Clothing & Footwear', 'clothing-footwear'],
  ['  Mugs, Cups  ', 'mugs-cups'],
  ['Children’s Décor', 'childrens-decor'],
  ['Straße 7', 'straße-7'],
  ['本 棚', '本-棚'],
  ['신발', '신발'],
  ['जूते', 'जूते'],
  ['../?#', '']
])('DC-36 in an address %j is %j', (name, slug) => {
  expect(slugOf(name)).toBe(slug)
})
