import type { TrainProduct } from './trainProduct.ts'

/** Prices in one step differ by less than about a third; each price also counts in the step beside it. */
const PRICE_STEPS_PER_DOUBLING = 2

/**
 * What a product is about, as words to compare: those of its text without their plural's s, its category path,
 * brand, colour and material (each marked with what it is, so that a brand "Red" is not a colour), and its price
 * in coarse steps. Each once.
 */
export function contentWords({ card, words }: TrainProduct): readonly string[] {
  const plain = words
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .match(/[\p{L}\p{N}]+/gu)
  const step = Math.round(Math.log2(card.price + 1) * PRICE_STEPS_PER_DOUBLING)
  return [
    ...new Set([
      ...(plain ?? []).map(singular),
      ...card.category.map(level => `category:${level}`),
      ...marked('brand', card.brand),
      ...marked('color', card.color),
      ...marked('material', card.material),
      `price:${step}`,
      `price:${step + 1}`
    ])
  ]
}

function marked(kind: string, value: string | undefined): string[] {
  return value === undefined ? [] : [`${kind}:${value.toLowerCase()}`]
}

function singular(word: string): string {
  return word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word
}
