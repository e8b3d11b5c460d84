import type { EventType, ShopEvent } from '@vitrine/protocol'

const MONEY: ReadonlySet<EventType> = new Set([
  'add_to_cart',
  'remove_from_cart',
  'begin_checkout',
  'add_shipping_info',
  'add_payment_info',
  'purchase',
  'refund',
  'sign_up',
  'login',
  'join_waitlist',
  'redeem_coupon'
])
const IMPRESSIONS: ReadonlySet<EventType> = new Set(['page_view', 'view_item_list', 'view_promotion'])

/** Whether an event is worth a write and a request of its own: money, or a person's answer. */
export function isMoney({ type }: Pick<ShopEvent, 'type'>): boolean {
  return MONEY.has(type)
}

/** What goes first when there is no room: 0 what merely came into view, 1 what was done, 2 money. */
export function weightOf({ type }: Pick<ShopEvent, 'type'>): number {
  return MONEY.has(type) ? 2 : IMPRESSIONS.has(type) ? 0 : 1
}
