import type { DemoProduct } from '../catalogue/demoProduct.ts'
import { type Ga4Item, ga4Variant } from '../range/ga4Item.ts'
import type { Range } from '../range/openRange.ts'
import { searchRange } from '../range/searchRange.ts'

/** Something somebody once did, in GA4's words. */
export interface PastEvent {
  /** How long ago, in minutes. */
  readonly minutesAgo: number
  readonly name: string
  readonly payload: Readonly<Record<string, unknown>>
}

/** A ready-made past: somebody with habits, so that a visitor sees what the shop makes of them. */
export interface Persona {
  readonly id: string
  readonly name: string
  readonly text: string
  readonly events: readonly PastEvent[]
}

const DAY = 24 * 60

/** The pasts one can choose. They are made of the shop's own products, and always the same. */
export function personas(range: Range): readonly Persona[] {
  const find = (query: string, count: number) => searchRange(range, query).slice(0, count)
  const kitchen = find('red retrospot', 12)
  const boots = inSize(find('boots', 10), 'UK 9')
  const christmas = find('christmas', 14)
  const children = [...find('spaceboy', 6), ...find('dolly girl', 5)]
  const bags = [...find('jumbo bag', 6), ...find('lunch bag', 6)]
  return [
    {
      id: 'retrospot',
      name: 'A regular who loves red retrospot',
      text: 'Comes every few weeks, cooks, and takes everything with white dots on red.',
      events: [
        ...visit(40, kitchen.slice(0, 5)),
        ...order(40, 'P-101', kitchen.slice(0, 3)),
        ...visit(16, kitchen.slice(3, 9)),
        ...order(16, 'P-102', kitchen.slice(4, 7)),
        ...visit(2, kitchen.slice(6))
      ]
    },
    {
      id: 'walker',
      name: 'A winter walker with size 9 boots',
      text: 'Never bought anything yet, but has looked at every pair of boots there is in UK 9.',
      events: [
        ...visit(6, boots.slice(0, 4), 'UK 9'),
        ...search(3, 'winter boots'),
        ...visit(3, boots, 'UK 9')
      ]
    },
    {
      id: 'wholesale',
      name: 'A wholesale buyer of bags',
      text: 'Runs a little shop of her own and orders by the dozen, every three weeks.',
      events: [72, 51, 30, 9].flatMap((days, at) => [
        ...visit(days, bags.slice(at * 2, at * 2 + 5)),
        ...order(days, `P-20${at}`, bags.slice(at * 2, at * 2 + 5), 12)
      ])
    },
    {
      id: 'christmas',
      name: 'Somebody who has begun with Christmas',
      text: 'Two evenings among the decorations, three things in the basket, nothing ordered yet.',
      events: [
        ...search(5, 'christmas'),
        ...visit(5, christmas.slice(0, 6)),
        ...visit(1, christmas.slice(5)),
        ...added(1, christmas.slice(0, 3))
      ]
    },
    {
      id: 'away',
      name: 'A customer who has been away',
      text: 'Bought presents for the children twice in spring and has not been seen since.',
      events: [
        ...visit(230, children.slice(0, 5)),
        ...order(230, 'P-401', children.slice(0, 4)),
        ...visit(200, children.slice(3)),
        ...order(200, 'P-402', children.slice(4, 8))
      ]
    }
  ]
}

/** A visit: one product after another, two minutes each. */
function visit(daysAgo: number, products: readonly DemoProduct[], size?: string): readonly PastEvent[] {
  return products.map((product, at) => {
    const item = itemOf(product, 1, size)
    const payload = { currency: 'GBP', value: item.price, items: [item] }
    return { minutesAgo: daysAgo * DAY - at * 2, name: 'view_item', payload }
  })
}

/** After the visit of the same day. */
function order(
  daysAgo: number,
  id: string,
  products: readonly DemoProduct[],
  quantity = 1
): readonly PastEvent[] {
  const items = products.map(product => itemOf(product, quantity))
  const payload = { transaction_id: id, currency: 'GBP', value: worth(items), items }
  return items.length === 0 ? [] : [{ minutesAgo: daysAgo * DAY - 60, name: 'purchase', payload }]
}

function added(daysAgo: number, products: readonly DemoProduct[]): readonly PastEvent[] {
  return products.map((product, at) => {
    const items = [itemOf(product, 1)]
    return {
      minutesAgo: daysAgo * DAY - 50 - at,
      name: 'add_to_cart',
      payload: { currency: 'GBP', value: worth(items), items }
    }
  })
}

function search(daysAgo: number, words: string): readonly PastEvent[] {
  return [{ minutesAgo: daysAgo * DAY + 3, name: 'search', payload: { search_term: words } }]
}

function itemOf(product: DemoProduct, quantity: number, size?: string): Ga4Item {
  const [first] = product.variants
  const variant = product.variants.find(one => one.size === size) ?? first
  if (!variant) throw new RangeError(`${product.itemGroupId} has no variant`)
  return ga4Variant(product, variant, quantity)
}

function inSize(products: readonly DemoProduct[], size: string): readonly DemoProduct[] {
  return products.filter(({ variants }) => variants.some(one => one.size === size))
}

function worth(items: readonly Ga4Item[]): number {
  return Math.round(items.reduce((sum, { price, quantity }) => sum + price * quantity * 100, 0)) / 100
}
