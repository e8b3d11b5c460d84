import { foldProfile } from '@vitrine/engine'
import { bad, PENDING } from '@vitrine/protocol'
import { VERSION } from './version.ts'
import type { Vitrine } from './vitrine.ts'

/** A `vitrine` that does nothing: for rendering on a server, and for an app whose options are wrong. */
export function idle(): Vitrine {
  const nothing = async () => undefined
  return Object.assign(() => undefined, {
    version: VERSION,
    track() {},
    setConsent() {},
    stop() {},
    identify: async () => bad('start', 'has not succeeded'),
    decide: nothing,
    explain: async () => [],
    recommend: nothing,
    profile: async () => foldProfile([], { now: 0 }),
    on: () => () => {},
    forget: nothing,
    debug: () => ({
      version: VERSION,
      page: { type: 'other', url: '' },
      product: null,
      events: [],
      outbox: { waiting: 0, sent: 0, dropped: {} },
      consent: PENDING,
      storage: 'memory' as const,
      decisions: [],
      notHeard: []
    })
  })
}
