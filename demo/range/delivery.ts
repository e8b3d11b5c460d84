/** What a parcel costs, in pence. Nothing is sent, but a shop without a price for it would have no gap to close. */
const DELIVERY_PENCE = 395

/** From goods of this worth on a parcel costs nothing, in pence. */
export const FREE_DELIVERY_FROM_PENCE = 5000

/** What it costs to send goods of this worth, in pence: the basket, the till and the campaign go by this one rule. */
export function deliveryOf(goodsPence: number): number {
  return goodsPence === 0 || goodsPence >= FREE_DELIVERY_FROM_PENCE ? 0 : DELIVERY_PENCE
}
