import type { EpochMs } from '@vitrine/protocol'

/** What one visit looked at. */
export interface Session {
  /** Product ids in the order they were looked at, repeats kept. */
  readonly items: readonly string[]
  /** The last look. */
  readonly at: EpochMs
  /** Who it was, where known: the privacy threshold then counts people and not visits. Never published. */
  readonly visitor?: string
}

/** One order. */
export interface Basket {
  /** Product ids; what stands twice counts once. */
  readonly items: readonly string[]
  readonly at: EpochMs
  /** Who bought, where known: the privacy threshold then counts people, and RFM needs it. Never published. */
  readonly customer?: string
  /** What was paid for the goods, less what came back, in minor units. */
  readonly value?: number
}
