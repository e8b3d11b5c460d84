import type { TrainProduct } from '@vitrine/engine/train'
import type { Card, CardVariant } from '@vitrine/protocol'
import { isOrderable, type StoredItem } from '../store/catalog.ts'

const MAX_VARIANTS = 60

/** Groups variants into the products that are recommended: those still in the catalogue. */
export function trainProducts(items: readonly StoredItem[]): TrainProduct[] {
  const groups = new Map<string, StoredItem[]>()
  for (const item of items) {
    if (item.gone) continue
    const group = groups.get(item.product)
    if (group) group.push(item)
    else groups.set(item.product, [item])
  }
  return [...groups].map(([id, variants]) => trainProduct(id, variants))
}

function trainProduct(id: string, variants: readonly StoredItem[]): TrainProduct {
  const orderable = variants.filter(isOrderable)
  // What it costs now: the lowest of what can be had; of a sold-out product, what it cost.
  const face = [...(orderable.length > 0 ? orderable : variants)].sort((a, b) => a.price - b.price)[0]
  if (!face) throw new RangeError(`product ${id} has no variant`)
  const since = Math.min(...variants.map(item => item.since ?? item.firstSeen))
  return { card: cardOf(id, face, variants, since), since, words: wordsOf(variants) }
}

function cardOf(id: string, face: StoredItem, variants: readonly StoredItem[], since: number): Card {
  const { title, link, image, price, listPrice, brand, category, color, material, availability } = face
  const isItsOnlyVariant = variants.length === 1 && face.id === id
  return {
    id,
    title,
    link,
    ...(image !== undefined && { image }),
    price,
    ...(listPrice !== undefined && { listPrice }),
    ...(brand !== undefined && { brand }),
    category: [...category],
    ...(color !== undefined && { color }),
    ...(material !== undefined && { material }),
    availability,
    ...(!isItsOnlyVariant && {
      variants: variants.slice(0, MAX_VARIANTS).map(item => variantOf(item, price))
    }),
    since
  }
}

function variantOf(item: StoredItem, price: number): CardVariant {
  const { id, size, color } = item
  return {
    id,
    ...(size !== undefined && { size }),
    ...(color !== undefined && { color }),
    ...(item.price !== price && { price: item.price }),
    ok: isOrderable(item)
  }
}

function wordsOf(variants: readonly StoredItem[]): string {
  const words = variants.flatMap(({ title, brand, category, color, material, pattern, labels }) => [
    title,
    ...[brand, color, material, pattern].filter(word => word !== undefined),
    ...category,
    ...(labels ?? [])
  ])
  return [...new Set(words)].join(' ')
}
