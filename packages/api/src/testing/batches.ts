import { type CompactBatch, type EventBody, eventId, packBatch, type ShopEvent } from '@vitrine/protocol'
import { NOON, SHOP } from './openTestApi.ts'

export const TAB = '0123456789ab'

/** An event of the tests' tab. */
export function heard(seq: number, body: Partial<EventBody> = {}, at = NOON): ShopEvent {
  return { id: eventId({ at, tab: TAB, seq }), at, type: 'view_item', source: 'web', ...body }
}

/** A sealed batch, as the tracker posts it. */
export function batchOf(
  events: readonly ShopEvent[],
  head: Partial<{
    shop: string
    key: string
    visitor: string
    sent: number
    dropped: Record<string, number>
  }> = {}
): CompactBatch {
  return packBatch({ shop: SHOP.id, key: SHOP.key, sent: NOON, ...head }, events)
}

/** A product page looked at. */
export function look(seq: number, itemId: string, at = NOON): ShopEvent {
  return heard(seq, { items: [{ itemId }] }, at)
}
