import type { EpochMs } from '@vitrine/protocol'
import { type Sql, type SqlDatabase, text } from './sql.ts'
import { askForClaim, endWish } from './waitlistRows.ts'

const DAY_MS = 24 * 60 * 60 * 1000
/** Jobs that are over tell what happened for a week. */
const JOBS_KEPT_MS = 7 * DAY_MS

/** What a tidying did. */
export interface Tidied {
  /** Wishes that were never confirmed, and wishes that were over a month ago. */
  readonly removed: number
  readonly expired: number
  /** Wishes that were told and whose hold is over: their address is gone. */
  readonly forgotten: number
  /** Wishes whose mail could not be sent in all this time, put back into the queue at their place. */
  readonly putBack: number
}

/** Forgets what is no longer needed, and puts right what no job looks after any more. One transaction. */
export function tidyWaitlist(
  database: SqlDatabase,
  shop: string,
  { now, holdMs }: { readonly now: EpochMs; readonly holdMs: number }
): Promise<Tidied> {
  return database.transaction(async sql => {
    const due = 'FROM waitlist WHERE shop = $1 AND until <= $2'
    const expired = await sql.all(`SELECT id ${due} AND state = 'confirmed'`, [shop, now])
    for (const row of expired) await endWish(sql, shop, text(row, 'id'), { state: 'expired', now })
    const removed = await sql.run(`DELETE ${due} AND state <> 'claimed'`, [shop, now])
    const over = await sql.all(
      `SELECT id FROM waitlist WHERE shop = $1 AND state = 'notified' AND hold_until <= $2 AND email IS NOT NULL`,
      [shop, now]
    )
    for (const row of over) await endWish(sql, shop, text(row, 'id'), { state: 'notified', now })
    const putBack = await putBackStranded(sql, shop, now - holdMs - DAY_MS)
    await sweep(sql, shop, now)
    await wakeQueues(sql, shop, now)
    return { removed, expired: expired.length, forgotten: over.length, putBack }
  })
}

/** A mail is tried for a day; whoever is still waiting for theirs a hold later has no job left. */
function putBackStranded(sql: Sql, shop: string, before: EpochMs): Promise<number> {
  return sql.run(
    `UPDATE waitlist SET state = 'confirmed', claimed = NULL, doubts = doubts + CASE WHEN attempt IS NULL THEN 0 ELSE 1 END,
       attempt = NULL WHERE shop = $1 AND state = 'claimed' AND claimed < $2`,
    [shop, before]
  )
}

async function sweep(sql: Sql, shop: string, now: EpochMs): Promise<void> {
  await sql.run(
    'DELETE FROM waitlist_token WHERE shop = $1 AND entry NOT IN (SELECT id FROM waitlist WHERE shop = $1)',
    [shop]
  )
  await sql.run('DELETE FROM waitlist_ask WHERE shop = $1 AND at <= $2', [shop, now - DAY_MS])
  await sql.run(
    `DELETE FROM job WHERE shop = $1 AND state IN ('done', 'failed') AND kind LIKE 'restock-%' AND ended < $2`,
    [shop, now - JOBS_KEPT_MS]
  )
}

/** Nothing should be needed here; but a policy that was changed asks nobody, and one look an hour costs little. */
async function wakeQueues(sql: Sql, shop: string, now: EpochMs): Promise<void> {
  const rows = await sql.all(`SELECT DISTINCT item FROM waitlist WHERE shop = $1 AND state = 'confirmed'`, [
    shop
  ])
  for (const row of rows) await askForClaim(sql, shop, text(row, 'item'), now)
}
