import { type EpochMs, partsOfEventId, type ShopEvent } from '@vitrine/protocol'
import { DAY_MS } from '../profile/dayMs.ts'
import { inOrder } from '../profile/inOrder.ts'
import { visitsOf } from '../profile/visitsOf.ts'

/** Which page view asks how many overlays there were. */
export interface OverlayCount {
  readonly now: EpochMs
  /** The tab's part of its event ids. */
  readonly tab: string
  /** When this view of the page began. */
  readonly pageSince: EpochMs
}

/**
 * How many overlays one shopper was shown, over all tabs: in this view of the page, in the present visit, in the last
 * 24 hours. What a holdout was not shown is not counted, and an overlay told twice is one.
 *
 * @param events - In any order. One later than `now` counts all the same: a clock that was put back gives nothing away.
 */
export function overlaysShown(
  events: readonly ShopEvent[],
  { now, tab, pageSince }: OverlayCount
): { readonly page: number; readonly session: number; readonly day: number } {
  const count = (of: readonly ShopEvent[], isMeant: (event: ShopEvent) => boolean) => {
    const shown = of.filter(event => isOverlay(event) && isMeant(event))
    return new Set(shown.map(({ id, ref }) => ref?.resultId ?? id)).size
  }
  return {
    page: count(events, ({ id, at }) => at >= pageSince && partsOfEventId(id)?.tab === tab),
    session: count(visitsOf(inOrder(events, Number.POSITIVE_INFINITY), now).present, () => true),
    day: count(events, ({ at }) => at > now - DAY_MS)
  }
}

function isOverlay({ type, ref = {} }: ShopEvent): boolean {
  return type === 'view_promotion' && ref.overlay === true && !ref.holdout
}
