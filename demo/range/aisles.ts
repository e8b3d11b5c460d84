import { type DemoProduct, slugOf } from '../catalogue/demoProduct.ts'

/** A department or a category in it. */
export interface Aisle {
  readonly name: string
  /** From the department down to this one. */
  readonly path: readonly string[]
  /** The path as an address: `giftware/kitchen-dining/mugs-cups`. */
  readonly address: string
  readonly count: number
  /** Largest first. */
  readonly below: readonly Aisle[]
}

/** The departments and what is in them, from the products' own paths. */
export function aislesOf(products: readonly DemoProduct[], above: readonly string[] = []): readonly Aisle[] {
  const level = above.length
  const byName = new Map<string, DemoProduct[]>()
  for (const product of products) {
    const name = product.path[level]
    if (name !== undefined) byName.set(name, [...(byName.get(name) ?? []), product])
  }
  const aisles = [...byName].map(([name, inside]) => {
    const path = [...above, name]
    return { name, path, address: addressOf(path), count: inside.length, below: aislesOf(inside, path) }
  })
  return aisles.sort((a, b) => b.count - a.count)
}

/** The address of a category path. */
export function addressOf(path: readonly string[]): string {
  return path.map(slugOf).join('/')
}
