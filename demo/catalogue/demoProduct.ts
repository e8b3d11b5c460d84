/** One thing one can put in a cart. */
export interface DemoVariant {
  /** The stock code (giftware) or the product's id and size (clothing). */
  readonly itemId: string
  /** The name with what sets this variant apart. */
  readonly title: string
  /** Invented; only clothing and footwear have one. */
  readonly size: string | null
  readonly colours: readonly string[]
  readonly pricePence: number
  /** Invented for a seeded few; always below `pricePence`. */
  readonly salePricePence: number | null
  /** Invented and seeded: pieces on the shelf at the start. */
  readonly stock: number
  /** Epoch ms: the first order (giftware, shifted) or an invented day (clothing). */
  readonly availableSince: number
}

/** One product of the demo shop, with at least one variant. */
export interface DemoProduct {
  readonly itemGroupId: string
  readonly slug: string
  readonly title: string
  readonly description: string
  readonly department: 'Giftware' | 'Clothing & Footwear'
  /** From the department down; two or three names. */
  readonly path: readonly string[]
  readonly kind: string
  readonly pattern: string | null
  readonly theme: string | null
  readonly material: string | null
  readonly occasion: string | null
  /** How many pieces one buys at once; `1` for most. */
  readonly pieces: number
  readonly gender: 'female' | 'male' | 'unisex' | null
  readonly brand: string | null
  readonly variants: readonly DemoVariant[]
}

/** The path part of a product's address: lower-case words of its title, at most 60 characters. */
export function slugOf(title: string): string {
  const words =
    title
      .normalize('NFKD')
      .replace(/[\u0300-\u036f']/g, '')
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? []
  return words.join('-').slice(0, 60).replace(/-$/, '') || 'product'
}
