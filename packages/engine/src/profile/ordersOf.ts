import type { Bought, Order } from '@vitrine/protocol'
import { DAY_MS } from './dayMs.ts'
import type { Sale } from './salesOf.ts'

/** The orders, newest first; one that was given back whole is none. */
export function ordersOf(sales: readonly Sale[]): readonly Order[] {
  return sales.flatMap(sale => {
    const items = keptOf(sale)
    const { id, at, value, isReturned } = sale
    return isReturned && items.length === 0 ? [] : { id, at, value: Math.max(0, value), items }
  })
}

/** The products a shopper has kept, newest first. */
export function boughtOf(sales: readonly Sale[]): readonly Bought[] {
  const found = new Map<string, { ats: number[]; quantity: number }>()
  for (const sale of sales) {
    for (const id of keptOf(sale).reverse()) {
      const known = found.get(id) ?? { ats: [], quantity: 0 }
      found.set(id, known)
      known.ats.push(sale.at)
    }
    for (const { id, kept } of sale.lines) {
      const known = found.get(id)
      if (known) known.quantity += kept
    }
  }
  return [...found].map(([id, { ats, quantity }]) => ({
    id,
    times: ats.length,
    quantity,
    lastAt: ats[0] ?? 0,
    everyDays: medianGap(ats)
  }))
}

function keptOf({ lines }: Sale): string[] {
  return [...new Set(lines.flatMap(({ id, kept }) => (kept > 0 ? id : [])))]
}

/** In days, between moments of which the newest is the first; `undefined` where there is no gap. */
function medianGap(ats: readonly number[]): number | undefined {
  const gaps = ats
    .slice(1)
    .map((at, after) => ((ats[after] ?? at) - at) / DAY_MS)
    .sort((a, b) => a - b)
  const middle = (gaps.length - 1) / 2
  const low = gaps[Math.floor(middle)]
  return low === undefined ? low : (low + (gaps[Math.ceil(middle)] ?? low)) / 2
}
