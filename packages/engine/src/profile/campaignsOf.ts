import type { CampaignHistory, EpochMs, EventType, ShopEvent } from '@vitrine/protocol'
import { DAY_MS } from './dayMs.ts'
import { isOnSite } from './visitsOf.ts'

/** A purchase this long after a click still counts as the campaign's: a week is the common click-through window. */
const CONVERSION_WINDOW_MS = 7 * DAY_MS

const LAST = { shown: 'lastShownAt', dismissed: 'lastDismissedAt', converted: 'lastConvertedAt' } as const

const MEETING: { readonly [type in EventType]?: keyof typeof LAST | 'clicked' } = {
  view_promotion: 'shown',
  view_item_list: 'shown',
  select_promotion: 'clicked',
  select_item: 'clicked',
  add_to_cart: 'clicked',
  dismiss_promotion: 'dismissed',
  join_waitlist: 'converted',
  answer: 'converted',
  purchase: 'converted'
}

interface Met {
  readonly history: { -readonly [field in keyof CampaignHistory]: CampaignHistory[field] }
  /** An impression is one result, however many events tell of it. */
  readonly results: Set<string>
  clickedAt: EpochMs
}

/** How each campaign and the shopper have met. What a holdout was not shown is not counted. */
export function campaignsOf(events: readonly ShopEvent[]): Readonly<Record<string, CampaignHistory>> {
  const all = new Map<string, Met>()
  for (const event of events) {
    const { campaign, holdout } = event.ref ?? {}
    if (MEETING[event.type] && campaign !== undefined && !holdout) {
      const met = all.get(campaign) ?? strangers()
      all.set(campaign, met)
      meet(met, event)
    }
    if (event.type === 'purchase' && isOnSite(event)) for (const met of all.values()) convert(met, event.at)
  }
  return Object.fromEntries([...all].map(([campaign, { history }]) => [campaign, history]))
}

function strangers(): Met {
  return { history: { shown: 0, clicked: 0 }, results: new Set(), clickedAt: Number.NEGATIVE_INFINITY }
}

function meet(met: Met, { id, at, type, ref }: ShopEvent): void {
  const meeting = MEETING[type]
  if (meeting === 'clicked') {
    met.history.clicked++
    met.clickedAt = at
  } else if (meeting) met.history[LAST[meeting]] = at
  if (meeting === 'shown') met.history.shown = met.results.add(ref?.resultId ?? id).size
}

/** A purchase names no campaign: whichever was clicked shortly before has brought it. */
function convert({ clickedAt, history }: Met, at: EpochMs): void {
  if (at - clickedAt <= CONVERSION_WINDOW_MS) history.lastConvertedAt = at
}
