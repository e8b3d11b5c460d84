import type { EpochMs, Rule, ShopEvent } from '@vitrine/protocol'
import { ownOf } from './ownOf.ts'
import { spanMs } from './spanMs.ts'

/** A question about past events. */
export type DidRule = Extract<Rule, { did: string }>

/** When it was done within the span, in no order; an event told twice (the same `id`) was done once. */
export function doneAt(
  { did, where = {}, within }: DidRule,
  events: readonly ShopEvent[],
  now: EpochMs
): readonly EpochMs[] {
  const since = within === undefined ? 0 : now - spanMs(within)
  const done = new Map<string, EpochMs>()
  for (const event of events) {
    const { id, type, at, items } = event
    // One line must satisfy them all: a red one and a dear one are not a dear red one.
    const isMeant = (item: unknown) =>
      Object.entries(where).every(([name, value]) =>
        [item, event].some(one => [ownOf(one, name)].flat().includes(value))
      )
    if (type === did && at <= now && at >= since && (items?.length ? items : [event]).some(isMeant))
      done.set(id, at)
  }
  return [...done.values()]
}

/** How often it must have been done at least: once, where no number is given. */
export function leastOf({ atLeast, atMost }: DidRule): number {
  return atLeast ?? (atMost === undefined ? 1 : 0)
}
