import type { DemoProduct, DemoVariant } from '../catalogue/demoProduct.ts'
import { picturePath, productPath } from '../catalogue/feed.ts'
import type { Stock } from '../range/openStock.ts'
import { priceOfVariant } from '../range/priceOf.ts'

type Thing = Readonly<Record<string, unknown>>

/** The product as schema.org has it: a `Product`, or a `ProductGroup` with one for each size or colour. */
export function productJsonLd(product: DemoProduct, stock: Stock, origin: string): Thing {
  const [only, ...others] = product.variants
  const common = {
    name: product.title,
    description: product.description,
    url: origin + productPath(product),
    category: product.path.join(' > '),
    ...(product.brand !== null && { brand: { '@type': 'Brand', name: product.brand } }),
    ...(product.material !== null && { material: product.material }),
    ...(product.pattern !== null && { pattern: product.pattern })
  }
  if (only && others.length === 0) return { ...variantThing(product, only, stock, origin), ...common }
  return {
    '@type': 'ProductGroup',
    ...common,
    productGroupID: product.itemGroupId,
    image: origin + picturePath(product),
    variesBy: variesBy(product),
    hasVariant: product.variants.map(variant => ({
      ...variantThing(product, variant, stock, origin),
      name: variant.title
    }))
  }
}

function variantThing(product: DemoProduct, variant: DemoVariant, stock: Stock, origin: string): Thing {
  const { now, before } = priceOfVariant(variant)
  return {
    '@type': 'Product',
    sku: variant.itemId,
    productID: variant.itemId,
    inProductGroupWithID: product.itemGroupId,
    image: origin + picturePath(product, variant),
    ...(variant.colours[0] !== undefined && { color: variant.colours.join('/') }),
    ...(variant.size !== null && { size: variant.size }),
    offers: {
      '@type': 'Offer',
      url: origin + productPath(product),
      price: (now / 100).toFixed(2),
      priceCurrency: 'GBP',
      itemCondition: 'https://schema.org/NewCondition',
      availability: `https://schema.org/${stock.of(variant) > 0 ? 'InStock' : 'OutOfStock'}`,
      ...(before !== undefined && {
        priceSpecification: {
          '@type': 'UnitPriceSpecification',
          priceType: 'https://schema.org/StrikethroughPrice',
          price: (before / 100).toFixed(2),
          priceCurrency: 'GBP'
        }
      })
    }
  }
}

function variesBy({ variants }: DemoProduct): readonly string[] {
  const isSized = variants.some(({ size }) => size !== null)
  return [isSized ? 'https://schema.org/size' : 'https://schema.org/color']
}
