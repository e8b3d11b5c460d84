import type { EpochMs } from '@vitrine/protocol'
import type { Stock } from '../restock/peopleToTell.ts'
import { type SqlDatabase, type SqlRow, text, whole } from './sql.ts'
import { parseWish, stockOf, type Wish, type WishState } from './waitlistRows.ts'
import { promisedOf } from './waitlistSends.ts'

/** The queue of one variant. */
export interface QueueReport {
  readonly item: string
  readonly counts: Readonly<Partial<Record<WishState, number>>>
  readonly stock?: Stock
  /** Units thought of as taken: a mail is under way, or somebody was told within the hold. */
  readonly promised: number
  /** When the first who still waits confirmed. */
  readonly oldest?: EpochMs
  /** When it is decided next who is told. */
  readonly next?: EpochMs
  readonly possibleDuplicates: number
}

/** Reads the waiting list for the merchant. */
export interface QueueReports {
  queues(shop: string, now: EpochMs): Promise<readonly QueueReport[]>
  /** The wishes for a variant, in the order of the queue, then by when they were asked for; at most `limit`. */
  wishes(shop: string, item: string, limit: number): Promise<readonly Wish[]>
  /** Jobs that failed and are to be tried again; and the newest cause, of one that is tried no more too. */
  troubles(shop: string): Promise<{ readonly retrying: number; readonly lastProblem?: string }>
}

/** Reports from tables. */
export function sqlQueueReports(database: SqlDatabase): QueueReports {
  return {
    async queues(shop, now) {
      const rows = await database.all(
        `SELECT item, state, COUNT(*) AS n, CAST(SUM(doubts) AS bigint) AS doubts, MIN(place) AS oldest FROM waitlist
         WHERE shop = $1 GROUP BY item, state ORDER BY item, state`,
        [shop]
      )
      const planned = await database.all(
        `SELECT subject, MIN(run_at) AS next FROM job WHERE shop = $1 AND kind = 'restock-claim'
         AND state IN ('waiting', 'running') GROUP BY subject`,
        [shop]
      )
      const nextOf = new Map(planned.map(row => [text(row, 'subject'), whole(row, 'next')]))
      const byItem = groupsOf(rows)
      const reports: QueueReport[] = []
      for (const [item, states] of byItem) {
        const stock = await stockOf(database, shop, item)
        const oldest = states.find(row => row['state'] === 'confirmed')?.['oldest']
        const next = nextOf.get(item)
        reports.push({
          item,
          counts: Object.fromEntries(states.map(row => [text(row, 'state'), whole(row, 'n')])),
          ...(stock && { stock }),
          promised: await promisedOf(database, shop, item, now),
          ...(typeof oldest === 'number' && { oldest }),
          ...(next !== undefined && { next }),
          possibleDuplicates: states.reduce((sum, row) => sum + whole(row, 'doubts'), 0)
        })
      }
      return reports
    },
    async wishes(shop, item, limit) {
      const rows = await database.all(
        `SELECT * FROM waitlist WHERE shop = $1 AND item = $2
         ORDER BY CASE WHEN place IS NULL THEN 1 ELSE 0 END, place, asked, id LIMIT $3`,
        [shop, item, limit]
      )
      return rows.map(parseWish)
    },
    async troubles(shop) {
      const troubled = `FROM job WHERE shop = $1 AND error IS NOT NULL
        AND kind IN ('restock-claim', 'restock-send', 'restock-mail', 'restock-tidy')`
      const [count] = await database.all(`SELECT COUNT(*) AS n ${troubled} AND state = 'waiting'`, [shop])
      // One that is tried no more is removed when it is a week old.
      const [last] = await database.all(
        `SELECT error ${troubled} AND state IN ('waiting', 'failed') ORDER BY run_at DESC LIMIT 1`,
        [shop]
      )
      return { retrying: whole(count, 'n'), ...(last && { lastProblem: text(last, 'error') }) }
    }
  }
}

function groupsOf(rows: readonly SqlRow[]): ReadonlyMap<string, readonly SqlRow[]> {
  const groups = new Map<string, SqlRow[]>()
  for (const row of rows) {
    const item = text(row, 'item')
    const group = groups.get(item)
    if (group) group.push(row)
    else groups.set(item, [row])
  }
  return groups
}
