import type { ImportReport } from '@vitrine/protocol'

/** What an import answers, beside the counts every import has. */
export interface ImportSummary extends ImportReport {
  /** Catalogue: variants that were there before and that this import did not mention. */
  readonly gone?: number
  /** Catalogue: why nothing was taken out though the feed was read to its end. */
  readonly heldBack?: 'no_good_line' | 'mostly_refused'
  /** Orders: kept lines whose item the catalogue does not hold. */
  readonly unknownItems?: number
  /** Why the import broke off, where it did; what was accepted until then stays. */
  readonly brokenOff?: string
}
