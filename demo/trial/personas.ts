import type { DemoProduct } from '../catalogue/demoProduct.ts'
import type { Range } from '../range/openRange.ts'
import { searchRange } from '../range/searchRange.ts'
import { added, missed, order, type PastEvent, putBack, search, variantOf, visit } from './pastEvents.ts'

/** A ready-made past: somebody with habits, so that a visitor sees what the shop makes of them. */
export interface Persona {
  readonly id: string
  readonly name: string
  readonly text: string
  readonly events: readonly PastEvent[]
  /** Variants that still lie in their basket. */
  readonly basket: readonly string[]
}

/** The pasts one can choose. They are made of the shop's own products, and always the same. */
export function personas(range: Range): readonly Persona[] {
  return [retrospot(range), walker(range), wholesale(range), christmas(range), away(range)]
}

function retrospot(range: Range): Persona {
  const dots = find(range, 'red retrospot', 12)
  return {
    id: 'retrospot',
    name: 'A regular who loves red retrospot',
    text: 'Comes every few weeks, and takes everything with white dots on red.',
    events: [
      ...visit({ daysAgo: 40, products: dots.slice(0, 5) }),
      ...order('P-101', { daysAgo: 40, products: dots.slice(0, 3) }),
      ...visit({ daysAgo: 16, products: dots.slice(3, 9) }),
      ...order('P-102', { daysAgo: 16, products: dots.slice(4, 7) }),
      ...visit({ daysAgo: 2, products: dots.slice(6) })
    ],
    basket: []
  }
}

function walker(range: Range): Persona {
  const size = 'UK 9'
  const boots = find(range, 'boots', 40).filter(({ variants }) => variants.some(one => one.size === size))
  const tried = { daysAgo: 3, products: boots.slice(0, 2), size }
  const isHere = ({ variants }: DemoProduct) => variants.some(one => one.size === size && one.stock > 0)
  // A product is heard once a page, so the one that was missed is none of those before.
  const gone = { daysAgo: 1, products: boots.slice(9).filter(isHere).slice(0, 1), size }
  return {
    id: 'walker',
    name: 'A winter walker with size 9 boots',
    text: 'Has bought nothing yet, but has had two pairs in UK 9 in the basket and put them back. A third was sold out in it yesterday, and is here again.',
    events: [
      ...visit({ daysAgo: 6, products: boots.slice(0, 4), size }),
      ...search(3, 'winter boots'),
      ...visit({ daysAgo: 3, products: boots.slice(4, 9), size }),
      ...added(tried),
      ...putBack(tried),
      ...visit(gone),
      ...missed(gone)
    ],
    basket: []
  }
}

function wholesale(range: Range): Persona {
  const bags = [...find(range, 'jumbo bag', 6), ...find(range, 'lunch bag', 6)]
  return {
    id: 'wholesale',
    name: 'A wholesale buyer of bags',
    text: 'Runs a little shop of her own and orders by the dozen, every three weeks.',
    events: [72, 51, 30, 9].flatMap((daysAgo, at) => {
      const products = bags.slice(at * 2, at * 2 + 5)
      return [...visit({ daysAgo, products }), ...order(`P-20${at}`, { daysAgo, products, quantity: 12 })]
    }),
    basket: []
  }
}

function christmas(range: Range): Persona {
  const things = find(range, 'christmas', 14)
  const chosen = things.slice(0, 3)
  return {
    id: 'christmas',
    name: 'Somebody who has begun with Christmas',
    text: 'Two evenings among the decorations, three things in the basket, nothing ordered yet.',
    events: [
      ...search(5, 'christmas'),
      ...visit({ daysAgo: 5, products: things.slice(0, 6) }),
      ...visit({ daysAgo: 1, products: things.slice(5) }),
      ...added({ daysAgo: 1, products: chosen })
    ],
    basket: chosen.map(product => variantOf(product).itemId)
  }
}

function away(range: Range): Persona {
  const toys = [...find(range, 'spaceboy', 6), ...find(range, 'dolly girl', 5)]
  return {
    id: 'away',
    name: 'A customer who has been away',
    text: 'Bought presents for the children twice in spring and has not been seen since.',
    events: [
      ...visit({ daysAgo: 230, products: toys.slice(0, 5) }),
      ...order('P-401', { daysAgo: 230, products: toys.slice(0, 4) }),
      ...visit({ daysAgo: 200, products: toys.slice(3) }),
      ...order('P-402', { daysAgo: 200, products: toys.slice(4, 8) })
    ],
    basket: []
  }
}

function find(range: Range, query: string, count: number) {
  return searchRange(range, query).slice(0, count)
}
