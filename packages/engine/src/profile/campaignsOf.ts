import type { CampaignHistory, EventType, ShopEvent } from '@vitrine/protocol'
import { DAY_MS } from './dayMs.ts'
import { isOnSite } from './visitsOf.ts'

/** A purchase this long after a click still counts as the campaign's: a week is the common click-through window. */
const CONVERSION_WINDOW_MS = 7 * DAY_MS

type Meeting = 'shown' | 'clicked' | 'dismissed' | 'converted'

const MEETING: { readonly [type in EventType]?: Meeting } = {
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

/** What has happened with one campaign; an impression is one result, however many events tell of it. */
class Meetings {
  readonly results = new Set<string>()
  clicked = 0
  readonly last: { [meeting in Meeting]?: number } = {}

  add(meeting: Meeting, { id, at, ref }: ShopEvent): void {
    this.last[meeting] = at
    if (meeting === 'shown') this.results.add(ref?.resultId ?? id)
    if (meeting === 'clicked') this.clicked++
  }

  /** A purchase soon after a click, whatever page it came from. */
  convert({ at }: ShopEvent): void {
    const { clicked = Number.NEGATIVE_INFINITY } = this.last
    if (at - clicked <= CONVERSION_WINDOW_MS) this.last.converted = at
  }

  history(): CampaignHistory {
    const { shown, dismissed, converted } = this.last
    return {
      shown: this.results.size,
      clicked: this.clicked,
      ...(shown !== undefined && { lastShownAt: shown }),
      ...(dismissed !== undefined && { lastDismissedAt: dismissed }),
      ...(converted !== undefined && { lastConvertedAt: converted })
    }
  }
}

/** How each campaign and the shopper have met. What a holdout was not shown is not counted. */
export function campaignsOf(events: readonly ShopEvent[]): Readonly<Record<string, CampaignHistory>> {
  const met = new Map<string, Meetings>()
  for (const event of events) {
    const { campaign, holdout } = event.ref ?? {}
    const meeting = MEETING[event.type]
    if (meeting && campaign !== undefined && !holdout) {
      const known = met.get(campaign) ?? new Meetings()
      known.add(meeting, event)
      met.set(campaign, known)
    }
    if (event.type === 'purchase' && isOnSite(event)) for (const known of met.values()) known.convert(event)
  }
  return Object.fromEntries([...met].map(([campaign, known]) => [campaign, known.history()]))
}
