import type { EpochMs } from '@vitrine/protocol'
import { hasGrown, type Stock } from '../restock/peopleToTell.ts'
import type { Sql } from './sql.ts'
import { askForClaim, stockOf } from './waitlistRows.ts'

/**
 * Changes the stock of variants, and within the same transaction asks that those be told who wait for one that came back
 * or of which there is more: whatever kills the process, either both are on the disk or neither.
 */
export async function askWhereRestocked(
  sql: Sql,
  shop: string,
  changed: readonly { readonly id: string }[],
  now: EpochMs,
  change: () => Promise<number>
): Promise<number> {
  const before = new Map<string, Stock | undefined>()
  for (const { id } of changed)
    if (await isAwaited(sql, shop, id)) before.set(id, await stockOf(sql, shop, id))
  const changes = await change()
  for (const [id, stock] of before)
    if (hasGrown(stock, await stockOf(sql, shop, id))) await askForClaim(sql, shop, id, now)
  return changes
}

/** Whether anybody is in the queue for a variant. */
export async function isAwaited(sql: Sql, shop: string, item: string): Promise<boolean> {
  const [row] = await sql.all(
    `SELECT item FROM waitlist WHERE shop = $1 AND state = 'confirmed' AND item = $2 LIMIT 1`,
    [shop, item]
  )
  return row !== undefined
}
