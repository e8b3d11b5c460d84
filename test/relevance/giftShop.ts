import type { Basket, TrainProduct } from '@vitrine/engine/train'
import type { Card } from '@vitrine/protocol'
import type { DemoProduct } from '../../demo/catalogue/demoProduct.ts'
import { picturePath, productPath } from '../../demo/catalogue/feed.ts'
import { orderLines } from '../../demo/catalogue/orders.ts'
import { demoProducts } from '../../demo/catalogue/products.ts'

/** The demo's own shop, as training takes it. */
export interface GiftShop {
  readonly products: readonly TrainProduct[]
  readonly baskets: readonly Basket[]
}

/** Reads the demo's committed catalogue and orders, moved to the present of `now` as the demo moves them. */
export async function readGiftShop(now: number): Promise<GiftShop> {
  const products = await demoProducts(now)
  return { products: products.map(trainProduct), baskets: await readBaskets(products, now) }
}

async function readBaskets(products: readonly DemoProduct[], now: number): Promise<readonly Basket[]> {
  const groupOf = new Map(
    products.flatMap(({ itemGroupId, variants }) =>
      variants.map(({ itemId }) => [itemId, itemGroupId] as const)
    )
  )
  const baskets = new Map<string, { items: Set<string>; at: number; customer?: string; value: number }>()
  for await (const line of orderLines(now)) {
    if (line.kind !== 'purchase') continue
    const { invoice, at, customer, itemId } = line
    const basket = baskets.get(invoice) ?? {
      items: new Set(),
      at,
      value: 0,
      ...(customer === null ? {} : { customer })
    }
    baskets.set(invoice, basket)
    basket.items.add(groupOf.get(itemId) ?? itemId)
    basket.value += line.quantity * line.unitPriceMinor
  }
  return [...baskets.values()].map(basket => ({ ...basket, items: [...basket.items] }))
}

function trainProduct(product: DemoProduct): TrainProduct {
  const { kind, theme, occasion, pattern, title } = product
  const words = [title, kind, theme, occasion, pattern].filter(word => word !== null).join(' ')
  return { card: cardOf(product), words }
}

function cardOf(product: DemoProduct): Card {
  const { variants, brand, material } = product
  const inStock = variants.filter(({ stock }) => stock > 0)
  const [color] = variants[0]?.colours ?? []
  return {
    id: product.itemGroupId,
    title: product.title,
    link: productPath(product),
    image: picturePath(product),
    price: Math.min(...(inStock.length > 0 ? inStock : variants).map(({ pricePence }) => pricePence)),
    category: [...product.path],
    availability: inStock.length > 0 ? 'in_stock' : 'out_of_stock',
    since: Math.min(...variants.map(({ availableSince }) => availableSince)),
    ...(brand && { brand }),
    ...(material && { material }),
    ...(color && { color }),
    ...(variants.length > 1 && { variants: variants.map(variantOf) })
  }
}

function variantOf({ itemId, size, colours, stock }: DemoProduct['variants'][number]) {
  const [color] = colours
  return { id: itemId, ok: stock > 0, ...(size && { size }), ...(color && { color }) }
}
