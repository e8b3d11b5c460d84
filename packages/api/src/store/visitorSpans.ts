import type { StoredEvent } from './events.ts'
import type { SqlValue } from './sql.ts'

/**
 * A stretch is no wider, so that looking one through never means looking through days of a shop, whatever times the
 * sender chose. A visit of several hours is a few stretches.
 */
const MAX_STRETCH_MS = 60 * 60 * 1000

interface Stretch {
  readonly shop: string
  readonly visitor: string
  first: string
  last: string
  from: number
  until: number
}

/** The stretches of ids in which devices' events lie, as rows of `visitor_span`. Ids sort by time. */
export function visitorSpans(events: readonly StoredEvent[]): SqlValue[][] {
  const done: Stretch[] = []
  const open = new Map<string, Stretch>()
  for (const { shop, visitor, tab, event } of events) {
    if (visitor === undefined) continue
    const key = `${shop} ${tab} ${visitor}`
    const stretch = open.get(key)
    if (stretch && widthWith(stretch, event.at) <= MAX_STRETCH_MS) extend(stretch, event)
    else {
      const { id, at } = event
      const fresh = { shop, visitor, first: id, last: id, from: at, until: at }
      open.set(key, fresh)
      done.push(fresh)
    }
  }
  return done.map(({ shop, visitor, first, last }) => [shop, visitor, first, last])
}

function widthWith({ from, until }: Stretch, at: number): number {
  return Math.max(until, at) - Math.min(from, at)
}

function extend(stretch: Stretch, { id, at }: StoredEvent['event']): void {
  if (id < stretch.first) stretch.first = id
  if (id > stretch.last) stretch.last = id
  stretch.from = Math.min(stretch.from, at)
  stretch.until = Math.max(stretch.until, at)
}
