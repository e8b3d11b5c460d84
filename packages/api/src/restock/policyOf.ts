import { spanMs } from '@vitrine/engine'
import type { RestockPolicy } from '@vitrine/protocol'

/** A shop's restock policy with nothing left open. */
export interface Policy {
  readonly minStock: number
  /** People told for each unit. */
  readonly perUnit: number
  /** People told at once where no quantity is known. */
  readonly batch: number
  readonly holdMs: number
  readonly order: 'oldest' | 'newest'
  readonly keepMs: number
}

const DAY_MS = 24 * 60 * 60 * 1000

/** The policy as the shop's config has it; what it leaves out is one mail a unit, a day's hold, oldest first, half a year. */
export function policyOf(config: RestockPolicy = {}): Policy {
  const { minStock = 0, perUnit = 1, batch = 10, order = 'oldest', holdFor, keepFor } = config
  return {
    ...{ minStock, perUnit, batch, order },
    holdMs: holdFor === undefined ? DAY_MS : spanMs(holdFor),
    keepMs: keepFor === undefined ? 180 * DAY_MS : spanMs(keepFor)
  }
}
