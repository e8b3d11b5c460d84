import type { ShopEvent } from '@vitrine/protocol'
import type { Row } from './shelf.ts'

// Kinds of row, by the first letters of their keys. What is unsent comes in one range: the count of the dropped, then
// the sealed, then the waiting.
export const DROPPED = 'u!'
export const SEALED = 'us'
export const WAITING = 'uw'
export const UNSENT = 'u'
export const HISTORY = 'h'
export const PARKED = 'p'
export const VISITOR = 'v'
/** Reports of a page that went before they could be read. */
export const UNREAD = 'r'

/** Events of one batch at most. Packed, about 40 kB: two thirds of what keepalive requests may carry. */
export const BATCH_EVENTS = 250
/** Events of one row at most, so that a batch fills by whole rows. */
const ROW_EVENTS = 50

/** Rows of one kind for these events. An event id begins with its time, so keys sort by it, and no two tabs share one. */
export function rowsOf(kind: string, events: readonly ShopEvent[], most = ROW_EVENTS): Row[] {
  const rows: Row[] = []
  for (let from = 0; from < events.length; from += most) {
    const part = events.slice(from, from + most)
    if (part[0]) rows.push({ key: kind + part[0].id, events: part })
  }
  return rows
}

/** The events of a row. */
export function eventsOf({ events = [] }: Row): readonly ShopEvent[] {
  return events
}
