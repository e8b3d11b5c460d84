import { type EpochMs, type EventItem, type EventType, eventId, type ShopEvent } from '@vitrine/protocol'

/** A Wednesday noon in June 2026, UTC. */
export const NOON: EpochMs = Date.UTC(2026, 5, 10, 12)
export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

/**
 * An event with an id of its own.
 *
 * @param seq - Tells events of the same moment apart.
 */
export function anEvent(
  type: EventType,
  at: EpochMs,
  fields: Partial<Omit<ShopEvent, 'type' | 'at'>> & { readonly seq?: number } = {}
): ShopEvent {
  const { seq = 0, ...rest } = fields
  // The type is in the id so that two kinds of event at one moment are two.
  const tab = [...type].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 2 ** 40, 7)
  return {
    id: eventId({ at, tab: tab.toString(16).padStart(12, '0'), seq }),
    at,
    type,
    source: 'web',
    ...rest
  }
}

/** Event lines of products by their ids. */
export function lines(...ids: readonly string[]): readonly EventItem[] {
  return ids.map(itemId => ({ itemId }))
}
