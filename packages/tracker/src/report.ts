import type { EpochMs, Ga4Payload, Heard, Page } from '@vitrine/protocol'

/** What somebody reported in GA4's words, as it was said: it is read when there is time. */
export interface Report {
  readonly name: string
  readonly payload: Ga4Payload
  /** Absent: when it is read. */
  readonly at?: EpochMs | undefined
  /** Where it was said. */
  readonly page: Page
  readonly heard: Heard
}
