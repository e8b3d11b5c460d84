import {
  type Availability,
  type EpochMs,
  isPurchasable,
  parseAvailability,
  type StockLine
} from '@vitrine/protocol'
import { validateStockLine } from '@vitrine/protocol/schema'
import { WITHOUT_STOCK } from '../restock/peopleToTell.ts'
import type { StockChange, StoredItem } from '../store/catalog.ts'
import type { Shop } from '../store/shops.ts'
import type { Store } from '../store/store.ts'
import type { ImportSummary } from './importSummary.ts'
import { openTally } from './openTally.ts'
import type { RawLine } from './rawLines.ts'
import { kept, type LineReading, refused } from './refusal.ts'

const CHANGES_PER_COMMIT = 2000

/** What a stock import needs. */
export interface StockImport {
  readonly shop: Shop
  readonly store: Store
  readonly now: () => EpochMs
  readonly groups: AsyncIterable<readonly RawLine[]>
  /** Told after each commit. */
  readonly onProgress?: (report: ImportSummary) => void
}

/** Takes changes of stock, a line a variant; a later line about the same variant counts. */
export async function importStock(job: StockImport): Promise<ImportSummary> {
  const { shop, store, now, groups, onProgress } = job
  const tally = openTally()
  const items = new Map((await store.catalog.all(shop.id)).map(item => [item.id, item]))
  let changes: StockChange[] = []
  let known = 0
  function take(raw: RawLine): void {
    const number = tally.line()
    const read = raw.ok ? parseStockLine(raw.value, items) : raw
    if (!read.ok) {
      tally.refuse(number, read.refusal)
      return
    }
    const { item, change } = read.value
    if (isSame(change, item)) {
      known++
      return
    }
    items.set(item.id, { ...item, ...change })
    changes.push(change)
  }
  async function commit(): Promise<void> {
    await store.catalog.setStock(shop.id, changes, now())
    tally.keep(changes.length, known)
    changes = []
    known = 0
    onProgress?.(tally.report())
    await new Promise(setImmediate)
  }
  for await (const group of groups) {
    for (const raw of group) {
      take(raw)
      if (changes.length + known >= CHANGES_PER_COMMIT) await commit()
    }
  }
  await commit()
  return tally.report()
}

/** A change with the variant as it was before. */
interface Change {
  readonly item: StoredItem
  readonly change: StockChange
}

function parseStockLine(line: unknown, items: ReadonlyMap<string, StoredItem>): LineReading<Change> {
  const read = validateStockLine(line)
  if (!read.ok) return refused('line_invalid', read.field, read.problem)
  const raw = read.value
  const item = items.get(String(raw.id))
  if (!item || item.gone) return refused('item_unknown', 'id', `the catalogue has no ${raw.id}`)
  return readChange(raw, item)
}

function readChange(raw: StockLine, item: StoredItem): LineReading<Change> {
  const { id } = item
  const { quantity } = raw
  if (raw.availability === undefined) {
    if (quantity === undefined) return refused('line_invalid', 'quantity', 'is missing, as is availability')
    const change = { id, quantity, availability: availabilityBy(quantity, item.availability) }
    return kept({ item, change })
  }
  const availability = parseAvailability(raw.availability)
  if (availability === undefined)
    return refused('availability_unknown', 'availability', 'is no availability we know')
  return kept({ item, change: { id, availability, ...(quantity !== undefined && { quantity }) } })
}

/** What can be ordered without being there stays so when nothing is there; what was not to be had is in stock again. */
function availabilityBy(quantity: number, before: Availability): Availability {
  if (quantity === 0) return WITHOUT_STOCK.includes(before) ? before : 'out_of_stock'
  return isPurchasable(before) && before !== 'backorder' ? before : 'in_stock'
}

function isSame(change: StockChange, item: StoredItem): boolean {
  return item.availability === change.availability && item.quantity === change.quantity
}
