import type { Basket } from '@vitrine/engine/train'
import { readRows } from './readSessions.ts'

/** Codes of the giftware till that are money and not goods. */
const NOT_GOODS = new Set([
  'POST',
  'DOT',
  'M',
  'C2',
  'D',
  'S',
  'B',
  'BANK CHARGES',
  'AMAZONFEE',
  'CRUK',
  'PADS'
])

/** The orders of the giftware shop: what was bought, invoice by invoice, without returns, postage and adjustments. */
export function readGiftBaskets(): readonly Basket[] | undefined {
  const rows = readRows('orders/uci-online-retail/until_2011-11-08.tsv.gz')
  if (!rows) return undefined
  const baskets = new Map<string, { items: string[]; at: number; value: number; customer?: string }>()
  for (const [invoice = '', seconds, code = '', event, quantity, price, customer] of rows) {
    const id = code.toUpperCase()
    if (event !== 'purchase' || Number(quantity) <= 0 || Number(price) <= 0 || NOT_GOODS.has(id)) continue
    const found = baskets.get(invoice) ?? {
      items: [],
      at: Number(seconds) * 1000,
      value: 0,
      ...(customer && { customer })
    }
    baskets.set(invoice, found)
    if (!found.items.includes(id)) found.items.push(id)
    found.value += Math.round(Number(quantity) * Number(price) * 100)
  }
  return [...baskets.values()]
}
