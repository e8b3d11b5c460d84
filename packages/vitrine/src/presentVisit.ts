import type { EpochMs, ShopEvent } from '@vitrine/protocol'

/** GA4's session timeout: after so long a shopper has come again. */
const SESSION_GAP_MS = 30 * 60_000

/** What was done since the shopper came. @param events - Oldest first. */
export function presentVisit(events: readonly ShopEvent[], now: EpochMs): readonly ShopEvent[] {
  let from = events.length
  let next = now
  while (from > 0 && next - (events[from - 1]?.at ?? 0) < SESSION_GAP_MS) next = events[--from]?.at ?? 0
  return events.slice(from)
}
