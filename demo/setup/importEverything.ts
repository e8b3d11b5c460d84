import { createHash } from 'node:crypto'
import type { ImportReport } from '@vitrine/protocol'
import type { DemoProduct } from '../catalogue/demoProduct.ts'
import { shopConfig } from '../shopConfig.ts'
import { feedOfRange } from './feedOfRange.ts'
import type { DataFolder } from './openDataFolder.ts'
import { ordersSince } from './ordersSince.ts'
import type { ShopApi } from './shopApi.ts'

/** What an import needs. */
export interface Importing {
  readonly folder: Pick<DataFolder, 'read' | 'keep'>
  readonly shopApi: ShopApi
  readonly products: readonly DemoProduct[]
  readonly orders: 'all' | number
  readonly now: number
  readonly say: (line: string) => void
}

/** A line of progress each so many lines. */
const PROGRESS_LINES = 100_000

const count = (lines: number) => lines.toLocaleString('en-GB')

/** Brings catalogue, orders and config to the API as any merchant would, and trains. What it has already is not sent again. */
export async function importEverything(job: Importing): Promise<void> {
  const { folder, shopApi, products, orders, now, say } = job
  const config = shopConfig(now)
  const wanted = {
    data: `3 ${products.length} ${orders} ${new Date(now).getUTCFullYear()}`,
    config: hashOf(config)
  }
  const done = (await folder.read('imported')) as Partial<typeof wanted> | undefined
  if (done?.config !== wanted.config) await shopApi.putConfig(config)
  if (done?.data !== wanted.data) {
    tell('catalogue', await shopApi.importLines('catalog', feedOfRange(products), () => {}), say)
    let nextAt = PROGRESS_LINES
    const told = (lines: number) => {
      if (lines < nextAt) return
      nextAt = lines + PROGRESS_LINES
      say(`  … ${count(lines)} order lines`)
    }
    tell('orders', await shopApi.importLines('orders', ordersSince(now, orders), told), say)
    say('Training the model from the orders …')
    await shopApi.train()
    say('The model is published.')
  }
  await folder.keep('imported', wanted)
}

function tell(what: string, report: ImportReport, say: (line: string) => void): void {
  const { lines, accepted, known, refused, reasons } = report
  say(
    `Imported the ${what}: ${count(lines)} lines, ${count(accepted)} new, ${count(known)} known, ${count(refused)} refused.`
  )
  for (const [reason, times] of Object.entries(reasons)) say(`  refused ${count(times)}: ${reason}`)
}

function hashOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex')
}
