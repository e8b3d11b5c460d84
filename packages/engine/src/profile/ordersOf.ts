import type { Bought, Order } from '@vitrine/protocol'
import { DAY_MS } from './dayMs.ts'
import type { Sale } from './salesOf.ts'

/** The orders, newest first; one that was given back whole is none. */
export function ordersOf(sales: readonly Sale[]): readonly Order[] {
  return sales
    .flatMap(({ id, at, value, lines, isReturned }) => {
      const items = keptOf(lines)
      return isReturned && items.length === 0 ? [] : { id, at, value: Math.max(0, value), items }
    })
    .reverse()
}

/** The products a shopper has kept, newest first. */
export function boughtOf(sales: readonly Sale[]): readonly Bought[] {
  const times = new Map<string, number[]>()
  const units = new Map<string, number>()
  for (const { at, lines } of sales) {
    for (const id of keptOf(lines)) {
      const ats = times.get(id) ?? []
      ats.push(at)
      // Deleted first, because a Map keeps the place of a key that it knows.
      times.delete(id)
      times.set(id, ats)
    }
    for (const { id, kept } of lines) units.set(id, (units.get(id) ?? 0) + kept)
  }
  return [...times]
    .map(([id, ats]) => ({
      id,
      times: ats.length,
      quantity: units.get(id) ?? 0,
      lastAt: ats.at(-1) ?? 0,
      ...(ats.length > 1 && { everyDays: medianGap(ats) / DAY_MS })
    }))
    .reverse()
}

function keptOf(lines: Sale['lines']): readonly string[] {
  return [...new Set(lines.flatMap(({ id, kept }) => (kept > 0 ? id : [])))]
}

function medianGap(ats: readonly number[]): number {
  const gaps = ats
    .slice(1)
    .map((at, before) => at - (ats[before] ?? at))
    .sort((a, b) => a - b)
  const middle = (gaps.length - 1) / 2
  return ((gaps[Math.floor(middle)] ?? 0) + (gaps[Math.ceil(middle)] ?? 0)) / 2
}
