import type { Card } from '@vitrine/protocol'

/** What cannot be ordered now, as `isPurchasable` has it; a file of its own would weigh more than these words. */
const NOT_FOR_SALE = /out|store|disc|rese/

/** Whether any of it can be ordered now. */
export function isBuyable({ availability, variants = [] }: Card): boolean {
  return variants.length > 0 ? variants.some(({ ok }) => ok) : !NOT_FOR_SALE.test(availability)
}
