import { coloursOf, withoutColours } from './colourWords.ts'
import { type DemoProduct, type DemoVariant, slugOf } from './demoProduct.ts'
import { describe } from './describe.ts'
import { giftKind } from './giftKind.ts'
import type { GiftRow } from './giftRows.ts'
import { giftTitle, plainTitle } from './giftTitle.ts'
import { inventSalePrice, inventStock } from './inventStock.ts'
import { lookOf, piecesOf } from './lookWords.ts'
import { penceOf } from './penceOf.ts'
import { type NotSoldReason, whyNotSold } from './whyNotSold.ts'

/** The giftware department, and what of the given catalogue is not in it. */
export interface Giftware {
  readonly products: readonly DemoProduct[]
  readonly notSold: ReadonlyMap<NotSoldReason, number>
}

/**
 * Makes the giftware department from catalogue rows.
 *
 * @param firstSoldAt - When a stock code was first sold, epoch ms; codes never sold get `otherwiseSince`.
 */
export function giftware(
  rows: readonly GiftRow[],
  firstSoldAt: ReadonlyMap<string, number>,
  otherwiseSince: number
): Giftware {
  const notSold = new Map<NotSoldReason, number>()
  const families = new Map<string, GiftRow[]>()
  for (const row of rows) {
    const why = whyNotSold(row)
    if (why) notSold.set(why, (notSold.get(why) ?? 0) + 1)
    else addTo(families, familyOf(row), row)
  }
  const sinceOf = (itemId: string) => firstSoldAt.get(itemId) ?? otherwiseSince
  const products = [...families.values()]
    .flatMap(family => (isColourFamily(family) ? [family] : family.map(row => [row])))
    .map(family => giftProduct(family, sinceOf))
  return { products, notSold }
}

/**
 * What could be one product in several colours: the same digits of the stock code, each with a letter behind
 * them, and the same title but for its colour words. Anything else is a family of its own.
 */
function familyOf({ itemId, title }: GiftRow): string {
  const stem = /^(\d{5,6})[A-Z]{1,2}$/.exec(itemId)?.[1]
  const plain = plainTitle(title)
  if (!stem || coloursOf(plain).length === 0) return itemId
  return `${stem} ${withoutColours(plain)}`
}

/** Safe to group only when there are several and no two have the same colours. */
function isColourFamily(family: readonly GiftRow[]): boolean {
  const colours = new Set(family.map(row => colourNames(row).join('/')))
  return family.length > 1 && colours.size === family.length
}

function giftProduct(family: readonly GiftRow[], sinceOf: (itemId: string) => number): DemoProduct {
  const [first] = family
  if (!first) throw new RangeError('a family has at least one row')
  const plain = plainTitle(first.title)
  const title =
    family.length > 1 ? giftTitle(withoutColours(plain).replace(/ COLOUR$/, '')) : giftTitle(first.title)
  const look = lookOf(plain)
  const { kind, path } = giftKind(plain, look)
  const itemGroupId = family.length > 1 ? `G${first.itemId}` : first.itemId
  const variants = family.map(row => giftVariant(row, itemGroupId, sinceOf(row.itemId)))
  const pieces = piecesOf(plain)
  const colours = family.length > 1 ? [] : colourNames(first)
  return {
    itemGroupId,
    slug: slugOf(title),
    title,
    description: describe({ ...look, seed: itemGroupId, title, kind, colours, pieces, shelf: path[1] ?? '' }),
    department: 'Giftware',
    path,
    kind,
    ...look,
    pieces,
    gender: null,
    brand: null,
    variants
  }
}

function giftVariant(row: GiftRow, itemGroupId: string, availableSince: number): DemoVariant {
  const pricePence = penceOf(row.price)
  if (pricePence === null) throw new RangeError(`${row.itemId} passed whyNotSold without a price`)
  return {
    itemId: row.itemId,
    title: giftTitle(row.title),
    size: null,
    colours: colourNames(row),
    pricePence,
    salePricePence: inventSalePrice(itemGroupId, pricePence),
    stock: inventStock(row.itemId),
    availableSince
  }
}

const colourNames = ({ title }: GiftRow) => coloursOf(plainTitle(title)).map(({ name }) => name)

function addTo<K, V>(groups: Map<K, V[]>, key: K, value: V): void {
  const group = groups.get(key)
  if (group) group.push(value)
  else groups.set(key, [value])
}
