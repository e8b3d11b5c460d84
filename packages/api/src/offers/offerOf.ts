import { spanMs } from '@vitrine/engine'
import type { EpochMs, ShopConfig } from '@vitrine/protocol'
import type { CodeTerms } from '../store/offers.ts'

/** What a campaign gives at this moment. */
export interface OpenOffer {
  readonly terms: CodeTerms
  readonly most: number
  readonly prefix?: string
}

/** As `Offer` has it where a config names none. */
const DEFAULT_MOST = 10_000

/**
 * What a campaign of this config gives now: it is live, its dates are on, and it has an offer.
 *
 * @param now - The server's. Weekdays and hours are the shopper's own clock's, so the device alone asks for them.
 */
export function offerOf(config: ShopConfig, campaignId: string, now: EpochMs): OpenOffer | undefined {
  const campaign = config.campaigns.find(({ id }) => id === campaignId)
  const { offer, status = 'live', schedule: { from = 0, until } = {} } = campaign ?? {}
  const isOn = status === 'live' && now >= from && (until === undefined || now < until)
  if (!offer || !isOn) return undefined
  const { kind, value, minimumValue = 0, validFor, most = DEFAULT_MOST, prefix } = offer
  const expiresAt = now + spanMs(validFor)
  return {
    terms: { campaign: campaignId, kind, ...(value !== undefined && { value }), minimumValue, expiresAt },
    most,
    ...(prefix !== undefined && { prefix })
  }
}
