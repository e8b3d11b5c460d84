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
  const count = (of: readonly ShopEvent[], isMeant: (at: EpochMs, of?: string) => boolean) => {
    const shown = of.flatMap(({ id, at, type, ref = {} }) => {
      const isShown = type === 'view_promotion' && ref.overlay && !ref.holdout
      const itsTab = partsOfEventId(id)?.tab
      // Two tabs that decide in one moment name their answers alike.
      return isShown && isMeant(at, itsTab) ? `${itsTab} ${ref.resultId ?? id}` : []
    })
    return new Set(shown).size
  }
  return {
    page: count(events, (at, itsTab) => at >= pageSince && itsTab === tab),
    session: count(visitsOf(inOrder(events, Number.POSITIVE_INFINITY), now).present, () => true),
    day: count(events, at => at > now - DAY_MS)
  }
}
