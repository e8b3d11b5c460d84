import type { EpochMs } from './words.ts'

/**
 * What the next page is to show before anything has been read, as it stands in localStorage: ids and never markup.
 * The inline snippet in the page's head reads it before the first paint; nothing else may be put in here.
 */
export interface Mirror {
  readonly v: 1
  /** From then on it says nothing. */
  readonly until: EpochMs
  /** By placement the campaign and variant that was decided, as `campaign/variant`; `campaign/` for who is held out. */
  readonly shows: Readonly<Record<string, string>>
}

/** Where the mirror of a shop stands in localStorage. */
export function mirrorKey(shop: string): string {
  return `vitrine:${shop}`
}
