import { orderRows } from './orderRows.ts'

/** When each stock code was first sold at a price, in epoch ms as given (not shifted). */
export async function firstSales(): Promise<ReadonlyMap<string, number>> {
  const first = new Map<string, number>()
  for await (const { stockCode, at, quantity, price } of orderRows()) {
    if (quantity <= 0 || !(Number(price) > 0)) continue
    const itemId = stockCode.toUpperCase()
    const known = first.get(itemId)
    if (known === undefined || at < known) first.set(itemId, at)
  }
  return first
}
