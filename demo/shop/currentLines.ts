import type { BasketItem } from './basket.ts'

/** What the shop says of a variant now. */
export interface CurrentLine {
  readonly item: BasketItem
  readonly stock: number
  readonly image: string
  readonly link: string
}

/** Asks the shop for today's price and stock of some variants; those it no longer sells are missing. */
export async function currentLines(itemIds: readonly string[]): Promise<readonly CurrentLine[]> {
  if (itemIds.length === 0) return []
  const query = new URLSearchParams(itemIds.map(id => ['item', id]))
  const answer = await fetch(`/cart/lines?${query}`)
  if (!answer.ok) throw new Error(`the shop answered ${answer.status}`)
  const { lines }: { lines: readonly CurrentLine[] } = await answer.json()
  return lines
}
