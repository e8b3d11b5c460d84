import type { EpochMs } from '@vitrine/protocol'
import type { CatalogItem } from '../store/catalog.ts'
import type { Shop } from '../store/shops.ts'
import type { Store } from '../store/store.ts'
import type { ImportSummary } from './importSummary.ts'
import { openTally } from './openTally.ts'
import { parseCatalogItem } from './parseCatalogItem.ts'
import type { RawLine } from './rawLines.ts'
import { type LineReading, refused } from './refusal.ts'

const ITEMS_PER_COMMIT = 1000

/** What a catalogue import needs. */
export interface CatalogImport {
  readonly shop: Shop
  readonly store: Store
  readonly now: () => EpochMs
  readonly groups: AsyncIterable<readonly RawLine[]>
  readonly onProgress?: (report: ImportSummary) => void
}

/**
 * Replaces a shop's catalogue by a feed, a line a variant. Lines are written as they come; what the feed no longer
 * mentions goes only when the feed was read to its end and most of it was good, so that half an upload or a broken one
 * cannot empty a shop. One at a time for a shop, as two at once would end with what either mentions.
 */
export async function importCatalog(job: CatalogImport): Promise<ImportSummary> {
  const { shop, store, now } = job
  const generation = await store.catalog.begin(shop.id)
  const tally = openTally()
  const seen = new Set<string>()
  let waiting: CatalogItem[] = []

  async function commit(): Promise<void> {
    await store.catalog.put(shop.id, generation, waiting, now())
    tally.keep(waiting.length, 0)
    waiting = []
    job.onProgress?.(tally.report())
    await new Promise(setImmediate)
  }
  function take(raw: RawLine): void {
    const number = tally.line()
    const read = raw.ok ? parseCatalogItem(raw.value, shop.currency) : raw
    const unique = read.ok && seen.has(read.value.id) ? doubled(read.value.id) : read
    if (unique.ok) {
      seen.add(unique.value.id)
      waiting.push(unique.value)
    } else tally.refuse(number, unique.refusal)
  }

  for await (const group of job.groups) {
    for (const raw of group) {
      take(raw)
      if (waiting.length >= ITEMS_PER_COMMIT) await commit()
    }
  }
  if (waiting.length > 0) await commit()
  const heldBack = whyHeldBack(tally.report())
  const { unchanged, gone } = await store.catalog.end(shop.id, generation, heldBack === undefined)
  tally.keep(-unchanged, unchanged)
  return { ...tally.report(), gone, ...(heldBack && { heldBack }) }
}

/** A feed of which more was refused than read tells of a broken export, not of a shop that has sold out. */
function whyHeldBack({ accepted, refused: bad }: ImportSummary): ImportSummary['heldBack'] {
  if (accepted === 0) return 'no_good_line'
  return bad > accepted ? 'mostly_refused' : undefined
}

function doubled(id: string): LineReading<never> {
  return refused('duplicate_id', 'id', `${id} stood on an earlier line`)
}
