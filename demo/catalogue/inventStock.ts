import { openDice, throwWhole } from './openDice.ts'

/** Of a hundred variants, how many have none, and how many have three or fewer. */
const SOLD_OUT_PERCENT = 6
const LOW_PERCENT = 10

/**
 * Invents how many pieces of a variant are on the shelf. Seeded by the item's id, so it is the same on every
 * machine. 6 % have none, 10 % have one to three, the rest five to eighty, small numbers more often.
 */
export function inventStock(itemId: string): number {
  const dice = openDice(`stock:${itemId}`)
  const percent = dice() * 100
  if (percent < SOLD_OUT_PERCENT) return 0
  if (percent < SOLD_OUT_PERCENT + LOW_PERCENT) return throwWhole(dice, 1, 3)
  return 5 + Math.floor(75 * dice() ** 2)
}

/** Seven in a hundred products are on sale. */
const SALE_SHARE = 0.07
const OFF_PERCENT = [10, 15, 20, 25, 30, 40] as const

/**
 * Invents a sale price for a seeded few products: a whole percentage off, rounded up to a penny.
 *
 * @returns Pence, at least 1 and below `pricePence`; `null` when the product is not on sale or too cheap.
 */
export function inventSalePrice(itemGroupId: string, pricePence: number): number | null {
  const dice = openDice(`sale:${itemGroupId}`)
  if (dice() >= SALE_SHARE) return null
  const off = OFF_PERCENT[throwWhole(dice, 0, OFF_PERCENT.length - 1)] ?? 10
  const sale = Math.ceil((pricePence * (100 - off)) / 100)
  return sale >= 1 && sale < pricePence ? sale : null
}
