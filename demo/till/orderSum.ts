import type { OfferVerdict } from '@vitrine/protocol'
import { deliveryOf } from '../range/delivery.ts'
import { pounds } from '../range/priceOf.ts'

/** What a code takes off an order. */
export interface Discount {
  /** As it was typed. */
  readonly code: string
  /** "10 % off", for the line of the sum. */
  readonly words: string
  /** Off the goods. */
  readonly savedPence: number
  readonly isFreeDelivery: boolean
}

/** What an order costs, in pence. */
export interface OrderSum {
  readonly goodsPence: number
  readonly savedPence: number
  readonly deliveryPence: number
  readonly totalPence: number
}

/** What a code that is good takes off goods of this worth. */
export function discountOf(
  { kind, value = 0 }: Extract<OfferVerdict, { valid: true }>,
  code: string,
  goodsPence: number
): Discount {
  if (kind === 'freeShipping') return { code, words: 'free delivery', savedPence: 0, isFreeDelivery: true }
  if (kind === 'percent')
    return {
      ...{ code, words: `${value} % off`, isFreeDelivery: false },
      savedPence: Math.round((goodsPence * value) / 100)
    }
  // Nobody is paid for shopping.
  const savedPence = Math.min(value, goodsPence)
  return { code, words: `${pounds(value)} off`, savedPence, isFreeDelivery: false }
}

/** Adds up an order. Delivery goes by the goods before the discount, so that a discount never costs a free delivery. */
export function orderSum(goodsPence: number, discount?: Discount): OrderSum {
  const savedPence = discount?.savedPence ?? 0
  const deliveryPence = discount?.isFreeDelivery ? 0 : deliveryOf(goodsPence)
  return { goodsPence, savedPence, deliveryPence, totalPence: goodsPence - savedPence + deliveryPence }
}
