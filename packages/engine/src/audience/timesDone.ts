import type { EpochMs, Rule, ShopEvent } from '@vitrine/protocol'
import { ownOf } from './factsOf.ts'
import { spanMs } from './spanMs.ts'

/** A question about past events. */
export type DidRule = Extract<Rule, { did: string }>

/** How often it was done within the span; an event told twice (the same `id`) was done once. */
export function timesDone(
  { did, where = {}, within }: DidRule,
  events: readonly ShopEvent[],
  now: EpochMs
): number {
  const since = within === undefined ? Number.NEGATIVE_INFINITY : now - spanMs(within)
  const conditions = Object.entries(where)
  const done = events.filter(
    event =>
      event.type === did &&
      event.at <= now &&
      event.at >= since &&
      // One line must satisfy them all: a red one and a dear one are not a dear red one.
      (event.items?.length ? event.items : [{}]).some(item =>
        conditions.every(([name, value]) => is(ownOf(item, name), value) || is(ownOf(event, name), value))
      )
  )
  return new Set(done.map(({ id }) => id)).size
}

function is(field: unknown, value: unknown): boolean {
  return field === value || (Array.isArray(field) && field.includes(value))
}
