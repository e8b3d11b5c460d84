import { orderImportLine } from '../catalogue/orderImport.ts'
import { orderRows } from '../catalogue/orderRows.ts'
import { yearsToPresent } from '../catalogue/shiftYears.ts'

const DAY_MS = 86_400_000

/** The order lines for `POST /v1/orders`: all of them, or of so many days before now. */
export async function* ordersSince(now: number, orders: 'all' | number): AsyncGenerator<string> {
  const years = yearsToPresent(now)
  const since = orders === 'all' ? 0 : now - orders * DAY_MS
  for await (const row of orderRows()) {
    const line = orderImportLine(row, years)
    if (line.timestamp >= since) yield JSON.stringify(line)
  }
}
