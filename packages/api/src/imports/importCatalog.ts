import type { EpochMs } from '@vitrine/protocol'
import type { CatalogItem } from '../store/catalog.ts'
import type { Shop } from '../store/shops.ts'
import type { Store } from '../store/store.ts'
import type { ImportSummary } from './importSummary.ts'
import { openTally } from './openTally.ts'
import { parseCatalogItem } from './parseCatalogItem.ts'
import type { RawLine } from './rawLines.ts'
import { refused } from './refusal.ts'

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
 * mentions goes only when the feed was read to its end and at least one line of it was good, so that half an upload
 * or a broken one cannot empty a shop.
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
    if (!read.ok) return tally.refuse(number, read.refusal)
    const { id } = read.value
    const twice = refused('duplicate_id', 'id', `${id} stood on an earlier line`)
    if (seen.has(id) && !twice.ok) return tally.refuse(number, twice.refusal)
    seen.add(id)
    waiting.push(read.value)
  }

  for await (const group of job.groups) {
    for (const raw of group) {
      take(raw)
      if (waiting.length >= ITEMS_PER_COMMIT) await commit()
    }
  }
  if (waiting.length > 0) await commit()
  if (seen.size === 0) return { ...tally.report(), gone: 0 }
  const { unchanged, gone } = await store.catalog.end(shop.id, generation)
  tally.keep(-unchanged, unchanged)
  return { ...tally.report(), gone }
}
