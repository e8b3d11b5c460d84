import type { Lifecycle, Rfm } from '@vitrine/protocol'

/** Where a shop has too few orders to know its own: a season. */
const USUAL_GAP_DAYS = 90

/** From here on a customer is loyal: the fifth order. */
const LOYAL_ORDERS = 5

/**
 * Where a shopper stands. Without an order: new in the first visit, then returning. With orders, by the days since the
 * last one: more than four of the shop's usual gaps is lapsed, more than two at risk; else by their number:
 * one first-time, two to four repeat, five loyal.
 */
export function lifecycleOf(
  { recencyDays, orders }: Rfm,
  isFirstVisit: boolean,
  orderGapDays = USUAL_GAP_DAYS
): Lifecycle {
  if (recencyDays === undefined) return isFirstVisit ? 'new_visitor' : 'returning_visitor'
  if (recencyDays > 4 * orderGapDays) return 'lapsed'
  if (recencyDays > 2 * orderGapDays) return 'at_risk'
  if (orders === 1) return 'first_time_customer'
  return orders < LOYAL_ORDERS ? 'repeat_customer' : 'loyal_customer'
}
