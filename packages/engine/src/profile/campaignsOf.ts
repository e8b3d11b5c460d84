import type { CampaignHistory, EpochMs, EventType, ShopEvent } from '@vitrine/protocol'
import { DAY_MS } from './dayMs.ts'
import { isOnSite } from './visitsOf.ts'

/** A purchase this long after a click still counts as the campaign's: a week is the common click-through window. */
const CONVERSION_WINDOW_MS = 7 * DAY_MS

/** What an event that answers to a campaign tells of it. */
const TOLD: { readonly [type in EventType]?: keyof CampaignHistory } = {
  view_promotion: 'lastShownAt',
  view_item_list: 'lastShownAt',
  select_promotion: 'clicked',
  select_item: 'clicked',
  add_to_cart: 'clicked',
  dismiss_promotion: 'lastDismissedAt',
  join_waitlist: 'lastConvertedAt',
  answer: 'lastConvertedAt',
  purchase: 'lastConvertedAt'
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
    meet(all, event)
    // A purchase names no campaign: whichever was clicked shortly before has brought it.
    if (event.type === 'purchase' && isOnSite(event))
      for (const { history, clickedAt } of all.values())
        if (event.at - clickedAt <= CONVERSION_WINDOW_MS) history.lastConvertedAt = event.at
  }
  return Object.fromEntries([...all].map(([campaign, { history }]) => [campaign, history]))
}

function meet(all: Map<string, Met>, { id, at, type, ref = {} }: ShopEvent): void {
  const { campaign, holdout, resultId = id } = ref
  const field = TOLD[type]
  if (!field || campaign === undefined || holdout) return
  const met = all.get(campaign) ?? { history: { shown: 0, clicked: 0 }, results: new Set(), clickedAt: 0 }
  all.set(campaign, met)
  if (field === 'clicked') {
    met.history.clicked++
    met.clickedAt = at
  } else met.history[field] = at
  if (field === 'lastShownAt') met.history.shown = met.results.add(resultId).size
}
