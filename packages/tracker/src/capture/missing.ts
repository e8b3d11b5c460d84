import type { HeardProduct, NotHeard } from './heardProduct.ts'

/** What a product page should say and nobody did. */
export function missing(product: HeardProduct | null): NotHeard[] {
  if (!product) return [{ field: 'item_id', why: 'no adapter found one product that this page is about' }]
  const { item, currency } = product
  const wanted: [string, unknown][] = [
    ['item_name', item.name],
    ['price', item.price],
    ['currency', currency],
    ['availability', item.availability]
  ]
  return wanted.flatMap(([field, value]) =>
    value === undefined ? [{ field, why: 'neither structured data nor the dataLayer names it' }] : []
  )
}
