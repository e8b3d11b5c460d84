import type { Campaign, CampaignHistory, EpochMs } from '@vitrine/protocol'
import { restsOf } from './restsOf.ts'

/** Why a shopper has met a campaign often enough for now, else nothing. */
export function tooOften(
  frequency: NonNullable<Campaign['frequency']>,
  history: CampaignHistory,
  now: EpochMs
): string | undefined {
  const { show, times = 1 } = frequency
  const { shown, clicked, lastDismissedAt, lastConvertedAt } = history
  const most = show === 'times' ? times : show === 'once' ? 1 : Number.POSITIVE_INFINITY
  if (shown >= most) return `${shown}/${most}`
  if (show === 'untilResponse' && (clicked || lastDismissedAt || lastConvertedAt)) return 'answered'
  return restsOf(frequency, history).find(({ until }) => now < until)?.after
}
