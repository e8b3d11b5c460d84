import type { EpochMs } from '@vitrine/protocol'
import { type SqlDatabase, type SqlRow, text, textOrNone, whole } from './sql.ts'

/** Where a job stands. */
export type JobState = 'waiting' | 'running' | 'done' | 'failed'

/** Work to be done once, by whoever claims it. */
export interface Job {
  readonly shop: string
  /** The business key: what makes it this job and no other, so that asking twice makes one. */
  readonly id: string
  readonly kind: string
  readonly state: JobState
  readonly runAt: EpochMs
  readonly tries: number
  readonly created: EpochMs
  readonly ended?: EpochMs
  /** What it answered, as JSON. */
  readonly result?: unknown
  readonly error?: string
}

/** A job to be kept. */
export interface NewJob {
  readonly shop: string
  readonly id: string
  readonly kind: string
  readonly runAt: EpochMs
}

/** The one table of work. */
export interface JobStore {
  /** Adds a job unless its id is known. @returns The job that stands under this id. */
  add(job: NewJob, now: EpochMs): Promise<Job>
  /** A job of this kind that has not started. */
  waiting(shop: string, kind: string): Promise<Job | undefined>
  find(shop: string, id: string): Promise<Job | undefined>
  /** Takes due jobs for `leaseMs`; one whose taker died is due again when its lease is over. */
  claim(now: EpochMs, leaseMs: number, limit: number): Promise<readonly Job[]>
  finish(job: Job, now: EpochMs, result: unknown): Promise<void>
  /** Notes a failure and tries again at `retryAt`, or never when that is absent. */
  fail(job: Job, now: EpochMs, error: string, retryAt?: EpochMs): Promise<void>
}

const CLAIM = `UPDATE job SET state = 'running', lease_until = $1 + $2, tries = tries + 1
  WHERE (shop, id) IN (SELECT shop, id FROM job
    WHERE (state = 'waiting' AND run_at <= $1) OR (state = 'running' AND lease_until < $1)
    ORDER BY run_at LIMIT $3 FOR UPDATE SKIP LOCKED) RETURNING *`

/** Jobs in a table. */
export function sqlJobs(database: SqlDatabase): JobStore {
  async function find(shop: string, id: string): Promise<Job | undefined> {
    const [row] = await database.all('SELECT * FROM job WHERE shop = $1 AND id = $2', [shop, id])
    return row && parseJob(row)
  }
  return {
    find,
    async add({ shop, id, kind, runAt }, now) {
      await database.run(
        `INSERT INTO job (shop, id, kind, state, run_at, lease_until, tries, created)
         VALUES ($1, $2, $3, 'waiting', $4, 0, 0, $5) ON CONFLICT (shop, id) DO NOTHING`,
        [shop, id, kind, runAt, now]
      )
      const job = await find(shop, id)
      if (!job) throw new Error(`job ${id} was written and is not there`)
      return job
    },
    async waiting(shop, kind) {
      const [row] = await database.all(
        `SELECT * FROM job WHERE shop = $1 AND kind = $2 AND state = 'waiting' ORDER BY run_at LIMIT 1`,
        [shop, kind]
      )
      return row && parseJob(row)
    },
    claim: async (now, leaseMs, limit) => (await database.all(CLAIM, [now, leaseMs, limit])).map(parseJob),
    async finish({ shop, id }, now, result) {
      await database.run(
        `UPDATE job SET state = 'done', ended = $3, result = $4, error = NULL WHERE shop = $1 AND id = $2`,
        [shop, id, now, JSON.stringify(result)]
      )
    },
    async fail({ shop, id }, now, error, retryAt) {
      const state: JobState = retryAt === undefined ? 'failed' : 'waiting'
      await database.run(
        `UPDATE job SET state = $3, run_at = $4, ended = $5, error = $6 WHERE shop = $1 AND id = $2`,
        [shop, id, state, retryAt ?? now, retryAt === undefined ? now : null, error]
      )
    }
  }
}

function parseJob(row: SqlRow): Job {
  const [ended, result, error] = [row['ended'], textOrNone(row, 'result'), textOrNone(row, 'error')]
  return {
    shop: text(row, 'shop'),
    id: text(row, 'id'),
    kind: text(row, 'kind'),
    state: text(row, 'state') as JobState,
    runAt: whole(row, 'run_at'),
    tries: whole(row, 'tries'),
    created: whole(row, 'created'),
    ...(typeof ended === 'number' && { ended }),
    ...(result !== undefined && { result: JSON.parse(result) as unknown }),
    ...(error !== undefined && { error })
  }
}
