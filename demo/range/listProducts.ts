import type { DemoProduct } from '../catalogue/demoProduct.ts'
import { priceOf } from './priceOf.ts'
import { coloursOf } from './searchRange.ts'

/** The ways to order a list, and what they are called. */
export const ORDERS = {
  popular: 'Best loved',
  newest: 'Newest',
  cheapest: 'Price, low to high',
  dearest: 'Price, high to low'
} as const

/** One of {@link ORDERS}. */
export type ListOrder = keyof typeof ORDERS

/** What of a list is to be seen. */
export interface ListView {
  readonly order: ListOrder
  readonly colour: string | undefined
  /** From 1. */
  readonly page: number
}

/** A page of a list. */
export interface ListPage {
  readonly products: readonly DemoProduct[]
  readonly total: number
  readonly page: number
  readonly pages: number
  /** Colours one can choose from, most frequent first. */
  readonly colours: readonly string[]
}

/** Divides by two, three and four columns. */
const PER_PAGE = 24
const MOST_COLOURS = 10

/** Reads a view from an address; whatever cannot be read is the usual. */
export function parseListView(query: Readonly<Record<string, string>>): ListView {
  const order = (Object.keys(ORDERS) as ListOrder[]).find(name => name === query['sort']) ?? 'popular'
  const page = Number.parseInt(query['page'] ?? '1', 10)
  return { order, colour: query['colour'] || undefined, page: page > 0 ? page : 1 }
}

/** @param products - In order of popularity. */
export function listProducts(products: readonly DemoProduct[], view: ListView): ListPage {
  const { colour } = view
  const chosen = colour === undefined ? products : products.filter(one => coloursOf(one).includes(colour))
  const pages = Math.max(1, Math.ceil(chosen.length / PER_PAGE))
  const page = Math.min(view.page, pages)
  const ordered = view.order === 'popular' ? chosen : [...chosen].sort(COMPARE[view.order])
  return {
    products: ordered.slice((page - 1) * PER_PAGE, page * PER_PAGE),
    total: chosen.length,
    page,
    pages,
    colours: frequentColours(products)
  }
}

const sinceOf = ({ variants }: DemoProduct) => Math.max(...variants.map(one => one.availableSince))

const COMPARE = {
  newest: (a: DemoProduct, b: DemoProduct) => sinceOf(b) - sinceOf(a),
  cheapest: (a: DemoProduct, b: DemoProduct) => priceOf(a).now - priceOf(b).now,
  dearest: (a: DemoProduct, b: DemoProduct) => priceOf(b).now - priceOf(a).now
}

function frequentColours(products: readonly DemoProduct[]): readonly string[] {
  const counts = new Map<string, number>()
  for (const colour of products.flatMap(coloursOf)) counts.set(colour, (counts.get(colour) ?? 0) + 1)
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, MOST_COLOURS)
    .map(([colour]) => colour)
}
