import { AVAILABILITIES, type EpochMs, isPurchasable } from '@vitrine/protocol'
import { type Sql, type SqlDatabase, text } from './sql.ts'
import { askForClaim, endWish } from './waitlistRows.ts'

const HOUR_MS = 60 * 60 * 1000
const DAY_MS = 24 * HOUR_MS
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
    // As long as a hold runs its unit is promised, whoever asked again in the meantime.
    const isFree = `state <> 'claimed' AND COALESCE(hold_until, 0) <= $2`
    const removed = await sql.run(`DELETE ${due} AND ${isFree}`, [shop, now])
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
    `DELETE FROM waitlist_token WHERE shop = $1 AND NOT EXISTS
       (SELECT 1 FROM waitlist WHERE waitlist.shop = $1 AND waitlist.id = waitlist_token.entry)`,
    [shop]
  )
  await sql.run('DELETE FROM waitlist_ask WHERE shop = $1 AND at <= $2', [shop, now - DAY_MS])
  // A decision that was taken says nothing that the queue does not.
  await sql.run(`DELETE FROM job WHERE shop = $1 AND kind = 'restock-claim' AND state = 'done'`, [shop])
  await sql.run(
    `DELETE FROM job WHERE shop = $1 AND state IN ('done', 'failed') AND ended < $2
       AND kind IN ('restock-claim', 'restock-tidy', 'restock-mail', 'restock-send')`,
    [shop, now - JOBS_KEPT_MS]
  )
}

/** Availabilities with which a thing can be bought, for a list in SQL. */
const PURCHASABLE = AVAILABILITIES.filter(isPurchasable)
  .map(name => `'${name}'`)
  .join(', ')

/**
 * Nothing should be needed here; but a policy that was changed asks nobody, and one look an hour costs little. What is
 * sold out waits for a delivery, and that asks by itself.
 */
async function wakeQueues(sql: Sql, shop: string, now: EpochMs): Promise<void> {
  const rows = await sql.all(
    `SELECT id FROM catalog_item WHERE shop = $1 AND gone = 0 AND availability IN (${PURCHASABLE}) AND EXISTS
       (SELECT 1 FROM waitlist WHERE waitlist.shop = $1 AND state = 'confirmed' AND item = catalog_item.id)`,
    [shop]
  )
  // By the hour, so that one that still waits its turn is not asked for again.
  const hour = Math.floor(now / HOUR_MS) * HOUR_MS
  for (const row of rows) await askForClaim(sql, shop, text(row, 'id'), now, hour)
}
