import type { Campaign, CampaignHistory, EpochMs } from '@vitrine/protocol'
import { spanMs } from '../audience/spanMs.ts'

/** Whatever a campaign rests after: what it was, and the moment it may be shown again, be it past. */
export function restsOf(
  { cooldown, afterDismiss, afterConversion }: NonNullable<Campaign['frequency']>,
  { lastShownAt, lastDismissedAt, lastConvertedAt }: CampaignHistory
): readonly { readonly after: string; readonly until: EpochMs }[] {
  const rests = [
    ['shown', lastShownAt, cooldown],
    ['dismissed', lastDismissedAt, afterDismiss],
    ['converted', lastConvertedAt, afterConversion]
  ] as const
  return rests.flatMap(([what, at, span]) =>
    at && span ? { after: `${what} ${span}`, until: at + spanMs(span) } : []
  )
}
