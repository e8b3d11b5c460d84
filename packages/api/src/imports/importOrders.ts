import type { EpochMs, Source } from '@vitrine/protocol'
import type { StoredLine } from '../store/orders.ts'
import type { Shop } from '../store/shops.ts'
import type { Store } from '../store/store.ts'
import type { ImportSummary } from './importSummary.ts'
import { openTally } from './openTally.ts'
import { type OrderSetting, parseOrderLine } from './parseOrderLine.ts'
import type { RawLine } from './rawLines.ts'

/** Lines in one transaction: some 30 ms of work, so that events are answered in between. */
const LINES_PER_COMMIT = 2000

/** What an orders import needs. */
export interface OrdersImport {
  readonly shop: Shop
  readonly source: Source
  readonly store: Store
  readonly now: () => EpochMs
  /** The lines in groups as they arrive: never all of them at once. */
  readonly groups: AsyncIterable<readonly RawLine[]>
  /** Told after each commit. */
  readonly onProgress?: (report: ImportSummary) => void
}

/** Imports order lines: each stands or falls alone, and one that is known adds nothing. Memory does not grow with the file. */
export async function importOrders(job: OrdersImport): Promise<ImportSummary> {
  const counter = await openOrderCounter(job)
  for await (const group of job.groups) {
    for (const raw of group) {
      counter.take(raw)
      if (counter.waiting() >= LINES_PER_COMMIT) await counter.commit()
    }
  }
  await counter.commit()
  return counter.report()
}

async function openOrderCounter({ shop, source, store, now, onProgress }: OrdersImport) {
  const catalog = new Set((await store.catalog.all(shop.id)).map(({ id }) => id))
  const setting: OrderSetting = { shop, source, now: now(), isInCatalog: id => catalog.has(id) }
  const tally = openTally()
  let unknownItems = 0
  let waiting: StoredLine[] = []
  const report = (): ImportSummary => ({ ...tally.report(), unknownItems })
  return {
    report,
    waiting: () => waiting.length,
    take(raw: RawLine) {
      const number = tally.line()
      const read = raw.ok ? parseOrderLine(raw.value, setting) : raw
      if (!read.ok) {
        tally.refuse(number, read.refusal)
        return
      }
      waiting.push(read.value)
      if (!catalog.has(read.value.item)) unknownItems++
    },
    async commit() {
      const added = await store.orders.append(shop.id, waiting, now())
      tally.keep(added, waiting.length - added)
      waiting = []
      onProgress?.(report())
      // A turn for the event loop: statements run synchronously, and events must not wait for a whole import.
      await new Promise(setImmediate)
    }
  }
}
