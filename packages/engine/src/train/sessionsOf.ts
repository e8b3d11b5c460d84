import type { EpochMs } from '@vitrine/protocol'
import { ascending } from './ascending.ts'
import type { Session } from './session.ts'

/** One look at a product. */
export interface View {
  readonly visitor: string
  /** Product id. */
  readonly id: string
  readonly at: EpochMs
}

/** GA4's and the profile's own: half an hour without a look ends a visit. */
const GAP_MS = 30 * 60_000

/** Cuts the looks of visitors, in any order, into sessions: a new one begins after half an hour without a look. */
export function sessionsOf(views: Iterable<View>): Session[] {
  const sorted = [...views].sort(
    (a, b) => ascending(a.visitor, b.visitor) || a.at - b.at || ascending(a.id, b.id)
  )
  const sessions: { items: string[]; at: EpochMs; visitor: string }[] = []
  for (const { visitor, id, at } of sorted) {
    const current = sessions.at(-1)
    if (current && current.visitor === visitor && at - current.at < GAP_MS) {
      current.items.push(id)
      current.at = at
    } else sessions.push({ items: [id], at, visitor })
  }
  return sessions
}
