import type { Campaign, CampaignHistory, EpochMs } from '@vitrine/protocol'
import { spanMs } from '../audience/spanMs.ts'

/** Why a shopper has met a campaign often enough for now, else nothing. */
export function tooOften(
  { show, times = 1, cooldown, afterDismiss, afterConversion }: NonNullable<Campaign['frequency']>,
  { shown, clicked, lastShownAt, lastDismissedAt, lastConvertedAt }: CampaignHistory,
  now: EpochMs
): string | undefined {
  const most = show === 'times' ? times : show === 'once' ? 1 : Number.POSITIVE_INFINITY
  if (shown >= most) return `${shown}/${most}`
  if (show === 'untilResponse' && (clicked || lastDismissedAt || lastConvertedAt)) return 'answered'
  const rests = [
    ['shown', lastShownAt, cooldown],
    ['dismissed', lastDismissedAt, afterDismiss],
    ['converted', lastConvertedAt, afterConversion]
  ] as const
  const rest = rests.find(([, at, span]) => at && span && now - at < spanMs(span))
  return rest && `${rest[0]} ${rest[2]}`
}
