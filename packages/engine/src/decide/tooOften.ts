import type { Campaign, CampaignHistory, EpochMs } from '@vitrine/protocol'
import { spanMs } from '../audience/spanMs.ts'

/** Why a shopper has met a campaign often enough for now; `undefined` when they have not. */
export function tooOften(
  { show, times = 1, cooldown, afterDismiss, afterConversion }: NonNullable<Campaign['frequency']>,
  { shown, clicked, lastShownAt, lastDismissedAt, lastConvertedAt }: CampaignHistory,
  now: EpochMs
): string | undefined {
  const most = show === 'once' ? 1 : show === 'times' ? times : Number.POSITIVE_INFINITY
  if (shown >= most) return `shown ${shown}×, at most ${most}×`
  if (show === 'untilResponse' && (clicked > 0 || (lastDismissedAt ?? lastConvertedAt) !== undefined))
    return 'answered already'
  const rests = [
    ['shown', lastShownAt, cooldown],
    ['dismissed', lastDismissedAt, afterDismiss],
    ['converted', lastConvertedAt, afterConversion]
  ] as const
  for (const [what, at, span] of rests)
    if (at !== undefined && span !== undefined && now - at < spanMs(span))
      return `${what} less than ${span} ago`
  return undefined
}
