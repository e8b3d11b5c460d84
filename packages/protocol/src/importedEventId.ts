import { eventId, MAX_SEQ } from './eventId.ts'
import { hash32, hashName } from './hash.ts'
import type { EpochMs, Source } from './words.ts'

/** What makes an imported line the line it is. */
export interface ImportedLine {
  readonly shop: string
  readonly source: Source
  readonly invoice: string
  /** The line's number within its invoice, so that two equal lines stay two. */
  readonly line: number
  readonly at: EpochMs
}

/** The id of an imported event: the same for the same line however often a file is imported. */
export function importedEventId({ shop, source, invoice, line, at }: ImportedLine): string {
  const key = JSON.stringify([shop, source, invoice, line])
  return eventId({ at, tab: hashName(key).slice(0, 12), seq: hash32(key, 3) & MAX_SEQ })
}
