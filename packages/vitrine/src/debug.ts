import { type Consent, toGa4 } from '@vitrine/protocol'
import type { Tracker } from '@vitrine/tracker'
import type { Standing } from './slots.ts'

/** What was heard, decided and sent, as plain JSON: for a person, a test or a shop's own monitor. Money in major units. */
export interface DebugReport {
  readonly version: string
  readonly page: { readonly type: string; readonly url: string }
  readonly product: Readonly<Record<string, unknown>> | null
  /** Of this page view, oldest first, in GA4's form. */
  readonly events: readonly Readonly<Record<string, unknown>>[]
  readonly outbox: {
    readonly waiting: number
    /** Not known to be on the device's disk yet. */
    readonly unsaved?: number
    readonly sent: number
    readonly dropped: Readonly<Record<string, number>>
  }
  readonly consent: Consent
  readonly storage: 'indexeddb' | 'memory'
  readonly decisions: readonly DecisionReport[]
  readonly notHeard: readonly { readonly field: string; readonly why: string }[]
}

/** A slot's decision in short. */
export interface DecisionReport {
  readonly placement: string
  readonly campaign: string | null
  readonly variant: string | null
  readonly items: readonly string[]
  readonly reasons: readonly string[]
}

/** Puts the report together. */
export function debugReport(version: string, tracker: Tracker, standing: readonly Standing[]): DebugReport {
  return {
    version,
    page: tracker.page(),
    product: tracker.productReport(),
    events: tracker.pageEvents().map(toGa4),
    outbox: tracker.outboxState(),
    consent: tracker.consent(),
    storage: tracker.storage(),
    decisions: standing.flatMap(({ placement, decision }) =>
      decision
        ? {
            placement,
            campaign: decision.campaign ?? null,
            variant: decision.variant ?? null,
            items: decision.items.map(({ card }) => card.id),
            reasons: decision.items.map(({ reason }) => reason.code)
          }
        : []
    ),
    notHeard: tracker.notHeard()
  }
}
