import type { StoredEvent } from './events.ts'
import type { SqlValue } from './sql.ts'

/** A longer silence begins a new stretch, so that looking one through never means looking through days of a shop. */
const MAX_SILENCE_MS = 30 * 60 * 1000

interface Stretch {
  readonly shop: string
  readonly visitor: string
  first: string
  last: string
  at: number
}

/** The stretches of ids in which devices' events lie, as rows of `visitor_span`. Ids sort by time. */
export function visitorSpans(events: readonly StoredEvent[]): SqlValue[][] {
  const done: Stretch[] = []
  const open = new Map<string, Stretch>()
  for (const { shop, visitor, tab, event } of events) {
    if (visitor === undefined) continue
    const key = `${shop} ${tab} ${visitor}`
    const stretch = open.get(key)
    if (stretch && Math.abs(event.at - stretch.at) <= MAX_SILENCE_MS) extend(stretch, event)
    else {
      const fresh = { shop, visitor, first: event.id, last: event.id, at: event.at }
      open.set(key, fresh)
      done.push(fresh)
    }
  }
  return done.map(({ shop, visitor, first, last }) => [shop, visitor, first, last])
}

function extend(stretch: Stretch, { id, at }: StoredEvent['event']): void {
  if (id < stretch.first) stretch.first = id
  if (id > stretch.last) stretch.last = id
  stretch.at = at
}
