import type { EpochMs } from '@vitrine/protocol'
import type { SqlDatabase } from './sql.ts'
import { type QueueReports, sqlQueueReports } from './waitlistReport.ts'
import { type Wish, wishOf } from './waitlistRows.ts'
import { type Sends, sqlSends } from './waitlistSends.ts'
import { type Signups, sqlSignups } from './waitlistSignups.ts'
import { type Tidied, tidyWaitlist } from './waitlistTidy.ts'

/** Who waits for what, from signup to mail. */
export interface WaitlistStore extends Signups, Sends, QueueReports {
  find(shop: string, id: string): Promise<Wish | undefined>
  /** Forgets what is no longer needed and puts right what no job looks after any more. */
  tidy(shop: string, holdMs: number, now: EpochMs): Promise<Tidied>
}

/** The waiting list in tables. */
export function sqlWaitlist(database: SqlDatabase): WaitlistStore {
  return {
    ...sqlSignups(database),
    ...sqlSends(database),
    ...sqlQueueReports(database),
    find: (shop, id) => wishOf(database, shop, id),
    tidy: (shop, holdMs, now) => tidyWaitlist(database, shop, { now, holdMs })
  }
}
