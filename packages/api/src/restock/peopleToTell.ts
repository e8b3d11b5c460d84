import { type Availability, isPurchasable } from '@vitrine/protocol'
import type { Policy } from './policyOf.ts'

/** What is known of a variant's stock. */
export interface Stock {
  readonly availability: Availability
  readonly quantity?: number
  /** No longer in the feed. */
  readonly gone: boolean
}

/** What can be ordered without lying in the store: a quantity of 0 says nothing about it. */
export const WITHOUT_STOCK: readonly Availability[] = ['preorder', 'backorder', 'made_to_order', 'presale']

/**
 * How many more people may be told that a variant is back: so many for each unit above the minimum stock, less those who
 * were told a moment ago and may be on their way to the till.
 *
 * @param promised - People told within the hold, and people about to be told.
 * @returns 0 or more.
 */
export function peopleToTell(stock: Stock | undefined, promised: number, policy: Policy): number {
  if (!stock || stock.gone || !isPurchasable(stock.availability)) return 0
  const isCounted = stock.quantity !== undefined && !WITHOUT_STOCK.includes(stock.availability)
  const units = Math.max(0, (stock.quantity ?? 0) - policy.minStock)
  // A tenth of a unit is no exact number; without the rounding ten tenths would be nine people.
  const people = isCounted ? Math.floor(Math.round(units * policy.perUnit * 1000) / 1000) : policy.batch
  return Math.max(0, people - promised)
}

/** Whether there is more to be had than before. */
export function hasGrown(before: Stock | undefined, after: Stock | undefined): boolean {
  if (!after || after.gone || !isPurchasable(after.availability)) return false
  if (!before || before.gone || !isPurchasable(before.availability)) return true
  if (after.quantity === undefined) return before.quantity !== undefined
  return before.quantity === undefined || after.quantity > before.quantity
}
