import type { EpochMs, OfferVerdict } from '@vitrine/protocol'
import type { StoredCode } from '../store/offers.ts'

/** What is asked of a code, and when. */
export interface Asked {
  readonly now: EpochMs
  /** Goods of the order, minor units. */
  readonly value?: number | undefined
  /** The order that may have spent it. */
  readonly orderId?: string | undefined
}

/** What a code is worth, or why it is not taken. An order that has spent it is told what it was worth, at any later time. */
export function verdictOf(stored: StoredCode | undefined, { now, value, orderId }: Asked): OfferVerdict {
  if (!stored) return { valid: false, reason: 'unknown' }
  const { campaign, kind, value: worth, minimumValue, expiresAt } = stored
  const isOurs = stored.orderId !== undefined && stored.orderId === orderId
  if (!isOurs) {
    if (stored.orderId !== undefined) return { valid: false, reason: 'used' }
    if (now >= expiresAt) return { valid: false, reason: 'expired', expiresAt }
    if (value !== undefined && value < minimumValue)
      return { valid: false, reason: 'below_minimum', minimumValue }
  }
  return {
    ...{ valid: true, campaign, kind, expiresAt },
    ...(worth !== undefined && { value: worth }),
    ...(minimumValue > 0 && { minimumValue })
  }
}
