import type { DemoProduct, DemoVariant } from '../catalogue/demoProduct.ts'

/** A title that would be markup, script and the end of an element, were it ever anything but text. */
export const HOSTILE_TITLE = `</script><script>alert(1)</script><img src=x onerror=alert(1)> "quoted" & 'single' <!--`

/** A variant of a mug. */
export function aVariant(changes: Partial<DemoVariant> = {}): DemoVariant {
  return {
    itemId: 'MUG',
    title: 'Red Mug',
    size: null,
    colours: ['Red'],
    pricePence: 850,
    salePricePence: null,
    stock: 10,
    availableSince: 1_700_000_000_000,
    ...changes
  }
}

/** A mug. */
export function aProduct(changes: Partial<DemoProduct> = {}): DemoProduct {
  return {
    itemGroupId: 'MUG',
    slug: 'red-mug',
    title: 'Red Mug',
    description: 'A mug in red.',
    department: 'Giftware',
    path: ['Giftware', 'Kitchen & Dining', 'Mugs & Cups'],
    kind: 'mug',
    pattern: null,
    theme: null,
    material: null,
    occasion: null,
    pieces: 1,
    gender: null,
    brand: null,
    variants: [aVariant()],
    ...changes
  }
}

/** Boots in three sizes: one on sale, one sold out, one with two pairs left. */
export const BOOTS = aProduct({
  itemGroupId: 'WBOOTS',
  slug: 'winter-boots',
  title: 'Winter Boots',
  department: 'Clothing & Footwear',
  path: ['Clothing & Footwear', 'Footwear', 'Boots'],
  kind: 'boots',
  brand: 'Vitrine Atelier',
  material: 'leather',
  variants: [
    aVariant({ itemId: 'WBOOTS-8', title: 'Winter Boots, UK 8', size: 'UK 8', pricePence: 9000, stock: 0 }),
    aVariant({
      itemId: 'WBOOTS-9',
      title: 'Winter Boots, UK 9',
      size: 'UK 9',
      pricePence: 9000,
      salePricePence: 6000,
      stock: 2
    }),
    aVariant({ itemId: 'WBOOTS-10', title: 'Winter Boots, UK 10', size: 'UK 10', pricePence: 9000 })
  ]
})

/** A product whose every text is hostile. */
export const HOSTILE = aProduct({
  itemGroupId: 'EVIL',
  slug: 'evil',
  title: HOSTILE_TITLE,
  description: HOSTILE_TITLE,
  path: ['Giftware', HOSTILE_TITLE],
  brand: HOSTILE_TITLE,
  material: HOSTILE_TITLE,
  pattern: HOSTILE_TITLE,
  variants: [aVariant({ itemId: 'EVIL', title: HOSTILE_TITLE, colours: [HOSTILE_TITLE] })]
})
