import { coloursOf } from './colourWords.ts'
import { type DemoProduct, type DemoVariant, slugOf } from './demoProduct.ts'
import { describe } from './describe.ts'
import { inventSalePrice, inventStock } from './inventStock.ts'
import { lookOf } from './lookWords.ts'
import { openDice } from './openDice.ts'
import { penceOf } from './penceOf.ts'
import { inventSizes, type NotWornReason, type WornKind, wornKind } from './wornKinds.ts'

/** One row of `clothing.json`: a copy of the given fields that we use. */
export interface ClothingRow {
  readonly id: string
  readonly name: string
  readonly price: number
  readonly gender_affinity: 'F' | 'M' | null
}

/** The clothing and footwear department, and what of the given rows is not in it. */
export interface Clothing {
  readonly products: readonly DemoProduct[]
  readonly notSold: ReadonlyMap<NotWornReason, number>
}

/** Our own invented house label. The data has no brands, and we invent no real ones. */
export const HOUSE_LABEL = 'Vitrine Atelier'

const YEAR_MS = 365 * 86_400_000

/** Makes the clothing and footwear department. Sizes, stock, sale prices and days of arrival are invented. */
export function clothing(rows: readonly ClothingRow[], now: number): Clothing {
  const notSold = new Map<NotWornReason, number>()
  const products: DemoProduct[] = []
  for (const row of rows) {
    const worn = wornKind(row.name)
    if (typeof worn === 'string') notSold.set(worn, (notSold.get(worn) ?? 0) + 1)
    else products.push(wornProduct(row, worn, now))
  }
  return { products, notSold }
}

/** Parses the committed file. The cast stands here because the file is ours and a test reads every row. */
export function parseClothingRows(text: string): readonly ClothingRow[] {
  return JSON.parse(text) as readonly ClothingRow[]
}

function wornProduct(row: ClothingRow, worn: WornKind, now: number): DemoProduct {
  const title = row.name.replaceAll('xE9', 'é')
  const plain = title.toUpperCase()
  const itemGroupId = `W${row.id.slice(0, 8).toUpperCase()}`
  const gender = GENDERS[row.gender_affinity ?? 'unisex']
  const colours = coloursOf(plain).map(({ name }) => name)
  const look = { ...lookOf(plain), occasion: null }
  const shared = { colours, availableSince: inventArrival(itemGroupId, now), ...prices(row, itemGroupId) }
  return {
    itemGroupId,
    slug: slugOf(title),
    title,
    description: describe({
      ...look,
      seed: itemGroupId,
      title,
      kind: worn.kind,
      colours,
      pieces: 1,
      shelf: worn.path[1]
    }),
    department: 'Clothing & Footwear',
    path: worn.path,
    kind: worn.kind,
    ...look,
    pieces: 1,
    gender,
    brand: HOUSE_LABEL,
    variants: inventSizes(worn.sizes, gender).map(size => wornVariant({ itemGroupId, title, size }, shared))
  }
}

function wornVariant(
  { itemGroupId, title, size }: { itemGroupId: string; title: string; size: string },
  shared: Pick<DemoVariant, 'colours' | 'availableSince' | 'pricePence' | 'salePricePence'>
): DemoVariant {
  const itemId = `${itemGroupId}-${size.replace('UK ', '').replace('One size', 'ONE')}`
  return {
    ...shared,
    itemId,
    title: size === 'One size' ? title : `${title}, ${size}`,
    size,
    stock: inventStock(itemId)
  }
}

/** The number is read as pounds: the data says no currency. */
function prices(row: ClothingRow, itemGroupId: string): Pick<DemoVariant, 'pricePence' | 'salePricePence'> {
  const pricePence = penceOf(String(row.price))
  if (pricePence === null) throw new RangeError(`clothing.json: ${row.id} has a price finer than a penny`)
  return { pricePence, salePricePence: inventSalePrice(itemGroupId, pricePence) }
}

/** A seeded moment within the year before the start of today (UTC), so that it does not move during a day. */
function inventArrival(itemGroupId: string, now: number): number {
  const today = now - (now % 86_400_000)
  return Math.floor(today - openDice(`arrival:${itemGroupId}`)() * YEAR_MS)
}

const GENDERS = { F: 'female', M: 'male', unisex: 'unisex' } as const
