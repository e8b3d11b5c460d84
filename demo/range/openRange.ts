import type { DemoProduct, DemoVariant } from '../catalogue/demoProduct.ts'
import { type Aisle, aislesOf } from './aisles.ts'

/** A variant with the product it belongs to. */
export interface Found {
  readonly product: DemoProduct
  readonly variant: DemoVariant
}

/** What the shop sells, ready to be looked up. */
export interface Range {
  readonly products: readonly DemoProduct[]
  /** Departments, each with its aisles below. */
  readonly departments: readonly Aisle[]
  product(groupId: string): DemoProduct | undefined
  variant(itemId: string): Found | undefined
  /** The aisle at an address such as `giftware/christmas`. */
  aisle(address: string): Aisle | undefined
  /** Everything in an aisle, those below it included, most sold first. */
  inAisle(aisle: Aisle): readonly DemoProduct[]
  /** Pieces sold lately of a product, as the shop's own till has it. */
  sold(groupId: string): number
}

/**
 * @param sold - Pieces sold lately by product.
 */
export function openRange(products: readonly DemoProduct[], sold: ReadonlyMap<string, number>): Range {
  const soldOf = (groupId: string) => sold.get(groupId) ?? 0
  const popular = [...products].sort((a, b) => soldOf(b.itemGroupId) - soldOf(a.itemGroupId))
  const byGroup = new Map(products.map(product => [product.itemGroupId, product]))
  const byItem = new Map(
    products.flatMap(product => product.variants.map(variant => [variant.itemId, { product, variant }]))
  )
  const departments = aislesOf(products)
  const aisles = new Map(flatten(departments).map(aisle => [aisle.address, aisle]))
  return {
    products: popular,
    departments,
    product: groupId => byGroup.get(groupId),
    variant: itemId => byItem.get(itemId),
    aisle: address => aisles.get(address),
    inAisle: aisle => popular.filter(({ path }) => aisle.path.every((name, level) => path[level] === name)),
    sold: soldOf
  }
}

function flatten(aisles: readonly Aisle[]): Aisle[] {
  return aisles.flatMap(aisle => [aisle, ...flatten(aisle.below)])
}
