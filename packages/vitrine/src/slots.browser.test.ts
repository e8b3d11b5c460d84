import type { ShopConfig } from '@vitrine/protocol'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openPlaces, placementsOn } from './openPlaces.ts'
import { findSlots, leaveSlot, type Slot } from './slots.ts'

const EVERYONE = { all: [] }
const CAROUSEL = { id: 'only', weight: 1, content: { widget: 'carousel' as const } }

function configWith(placements: ShopConfig['placements']): ShopConfig {
  return {
    v: 1,
    shop: 'demo',
    name: 'Demo',
    currency: 'GBP',
    locale: 'en-GB',
    placements,
    campaigns: placements.map(({ id }) => ({
      id,
      name: id,
      placement: id,
      audience: EVERYONE,
      variants: [CAROUSEL]
    }))
  }
}

const complaints: string[] = []
let places = openPlaces(document, () => {})

function find(placements: ShopConfig['placements'], pageType = 'home', known: readonly Slot[] = []): Slot[] {
  const config = configWith(placements)
  places.put(config, pageType)
  return findSlots(document, placementsOn(config, pageType), known)
}

beforeEach(() => {
  places = openPlaces(document, (_code, detail) => complaints.push(detail))
})

afterEach(() => {
  places.stop()
  document.body.replaceChildren()
  complaints.length = 0
})

function page(html: string): void {
  document.body.innerHTML = html
}

test('VI-6 finds what the shop wrote, in the order of the page', () => {
  page(`<vitrine-carousel placement="b"></vitrine-carousel><vitrine-carousel placement="a"></vitrine-carousel>
        <vitrine-carousel placement="unknown"></vitrine-carousel><vitrine-carousel></vitrine-carousel>`)
  expect(find([{ id: 'a' }, { id: 'b' }]).map(({ placement }) => placement)).toEqual(['b', 'a'])
})

test('VI-6 an element may ask for a strategy without any campaign', () => {
  page('<vitrine-carousel strategy="trending" limit="4" item-id="85123A"></vitrine-carousel>')
  expect(find([])[0]).toMatchObject({
    placement: 'strategy-trending',
    request: { strategy: 'trending', limit: 4, itemId: '85123A' }
  })
})

test.each([
  ['append', 'main > p + vitrine-carousel:last-child'],
  ['prepend', 'main > vitrine-carousel:first-child'],
  ['before', 'vitrine-carousel + main'],
  ['after', 'main + vitrine-carousel'],
  ['replace', 'main + vitrine-carousel']
] as const)('VI-6, VI-7 stands by %s at its anchor, and is gone after stop', (insert, where) => {
  page('<main><p>The shop’s own</p></main>')
  const before = document.body.innerHTML
  find([{ id: 'a', selector: 'main', insert, reserve: '320px' }])
  expect(document.querySelector(where)).not.toBeNull()
  expect(document.querySelector<HTMLElement>('vitrine-carousel')?.style.minBlockSize).toBe('320px')
  places.stop()
  expect(document.body.innerHTML).toBe(before)
})

test('VI-6 only on the pages it is for', () => {
  page('<main></main><vitrine-carousel placement="written"></vitrine-carousel>')
  const placements: ShopConfig['placements'] = [
    { id: 'cart', pages: ['cart'], selector: 'main' },
    { id: 'written', pages: ['cart'] }
  ]
  expect(find(placements, 'home')).toEqual([])
  expect(find(placements, 'cart').map(({ placement }) => placement)).toEqual(['cart', 'written'])
})

test('VI-2 a selector that is none is reported and the others stand', () => {
  page('<main></main>')
  expect(
    find([
      { id: 'bad', selector: 'main >>> p' },
      { id: 'good', selector: 'main' }
    ])
  ).toHaveLength(1)
  expect(complaints[0]).toContain('bad')
})

test('VI-14 looks again without making a second one, and makes a lost one anew', () => {
  page('<main></main>')
  const placements = [{ id: 'a', selector: 'main' }]
  const first = find(placements)
  const second = find(placements, 'home', first)
  expect(second[0]).toBe(first[0])
  document.querySelector('main')?.replaceChildren()
  const third = find(placements, 'home', second)
  expect(third).toHaveLength(1)
  expect(third[0]).not.toBe(first[0])
})

test('VI-6, VI-14 in a single-page app what belongs to the page before is taken away', () => {
  page('<main></main>')
  const placements: ShopConfig['placements'] = [{ id: 'home', pages: ['home'], selector: 'main' }]
  const before = find(placements, 'home')
  expect(before).toHaveLength(1)
  expect(find(placements, 'product', before)).toEqual([])
  expect(document.querySelector('vitrine-carousel')).toBeNull()
})

test('VI-21 what is replaced stays in sight until something stands in its place, and comes back', () => {
  page('<aside style="color: red;">The shop’s own</aside><nav hidden>Hidden before</nav>')
  const before = document.body.innerHTML
  const placements: ShopConfig['placements'] = [
    { id: 'a', selector: 'aside', insert: 'replace' },
    { id: 'n', selector: 'nav', insert: 'replace' }
  ]
  const [slot] = find(placements)
  const [aside, nav] = [document.querySelector('aside'), document.querySelector('nav')]
  if (!slot || !aside) throw new Error('no slot')
  expect(aside.checkVisibility()).toBe(true)
  expect(slot.element.checkVisibility()).toBe(false)
  places.turn(slot.element, true)
  expect(aside.checkVisibility()).toBe(false)
  expect(slot.element.checkVisibility()).toBe(true)
  places.turn(slot.element, false)
  expect(aside.checkVisibility()).toBe(true)
  places.turn(slot.element, true)
  expect(find([], 'home')).toEqual([])
  expect(aside.checkVisibility()).toBe(true)
  expect(nav?.checkVisibility()).toBe(false)
  expect(document.body.innerHTML).toBe(before)
})

test('VI-7 an element the shop wrote is left as it was written', () => {
  page('<vitrine-carousel placement="a" heading="Ours" style="color: red;"></vitrine-carousel>')
  const before = document.body.innerHTML
  const [slot] = find([{ id: 'a', reserve: '300px' }])
  if (!slot) throw new Error('no slot')
  Object.assign(slot.element, { heading: 'Theirs', layout: 'grid', locale: 'en', currency: 'GBP' })
  leaveSlot(slot)
  expect(document.body.innerHTML).toBe(before)
})

test('VI-14 sees that an anchor has come late', () => {
  page('')
  const late = configWith([{ id: 'a', selector: 'main' }])
  places.put(late, 'home')
  expect(places.lacks(late, 'home')).toBe(false)
  page('<main></main>')
  expect(places.lacks(late, 'home')).toBe(true)
  places.put(late, 'home')
  expect(places.lacks(late, 'home')).toBe(false)
})
