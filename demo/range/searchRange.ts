import type { DemoProduct } from '../catalogue/demoProduct.ts'
import type { Range } from './openRange.ts'

/** Products whose words begin with every word asked for, titles before descriptions, most sold first. */
export function searchRange(range: Range, query: string): readonly DemoProduct[] {
  const asked = wordsOf(query)
  if (asked.length === 0) return []
  const hits = range.products.flatMap(product => {
    const title = wordsOf(product.title)
    const all = [...title, ...wordsOf([...product.path, ...coloursOf(product)].join(' '))]
    if (!asked.every(word => all.some(one => one.startsWith(word)))) return []
    return [{ product, inTitle: asked.filter(word => title.some(one => one.startsWith(word))).length }]
  })
  return hits.sort((a, b) => b.inTitle - a.inTitle).map(({ product }) => product)
}

/** The colours of a product's variants, each once. */
export function coloursOf({ variants }: DemoProduct): readonly string[] {
  return [...new Set(variants.flatMap(({ colours }) => colours))]
}

/** Lower-case words without their plural s, so that "mugs" finds a mug. */
function wordsOf(text: string): string[] {
  const words =
    text
      .normalize('NFKD')
      .replace(/[\u0300-\u036f']/g, '')
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? []
  return words.map(word => (word.length > 3 ? word.replace(/s$/, '') : word))
}
