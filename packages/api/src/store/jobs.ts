import type { EpochMs } from '@vitrine/protocol'
import { type Sql, type SqlDatabase, type SqlRow, text, textOrNone, whole } from './sql.ts'

/** Where a job stands. */
export type JobState = 'waiting' | 'running' | 'done' | 'failed'

/** Work to be done once, by whoever claims it. */
export interface Job {
  readonly shop: string
  /** The business key: what makes it this job and no other, so that asking twice makes one. */
  readonly id: string
  readonly kind: string
  /** What it is about, where its kind alone does not say. */
  readonly subject?: string
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
  readonly subject?: string
  readonly runAt: EpochMs
}

/** Which jobs to take, and how many. */
export interface Claim {
  readonly kinds: readonly string[]
  readonly now: EpochMs
  readonly leaseMs: number
  readonly limit: number
  /** Jobs to be passed over, though their lease be over. */
  readonly except?: readonly Pick<Job, 'shop' | 'id'>[]
}

/** The one table of work. */
export interface JobStore {
  /** Adds a job unless its id is known. @returns The job that stands under this id. */
  add(job: NewJob, now: EpochMs): Promise<Job>
  /** A job of this kind that has not started. */
  waiting(shop: string, kind: string): Promise<Job | undefined>
  find(shop: string, id: string): Promise<Job | undefined>
  /** Takes due jobs for `leaseMs`, first those whose taker died and whose lease is over, then by due time and by id. */
  claim(claim: Claim): Promise<readonly Job[]>
  /** Says that its taker is alive and needs it until `leaseUntil`. */
  renew(job: Job, leaseUntil: EpochMs): Promise<void>
  /** Keeps what a job answered; unheard when another has taken it in the meantime. */
  finish(job: Job, now: EpochMs, result: unknown): Promise<void>
  /** Notes a failure and tries again at `retryAt`, or never when that is absent; unheard as `finish`. */
  fail(job: Job, now: EpochMs, error: string, retryAt?: EpochMs): Promise<void>
}

/** Adds a job within a transaction, unless its id is known: it is there if and only if what asked for it is. */
export async function addJob(
  sql: Sql,
  { shop, id, kind, subject, runAt }: NewJob,
  now: EpochMs
): Promise<void> {
  await sql.run(
    `INSERT INTO job (shop, id, kind, subject, state, run_at, lease_until, tries, created)
     VALUES ($1, $2, $3, $4, 'waiting', $5, 0, 0, $6) ON CONFLICT (shop, id) DO NOTHING`,
    [shop, id, kind, subject ?? null, runAt, now]
  )
}

/** Jobs in a table. */
export function sqlJobs(database: SqlDatabase): JobStore {
  async function find(shop: string, id: string): Promise<Job | undefined> {
    const [row] = await database.all('SELECT * FROM job WHERE shop = $1 AND id = $2', [shop, id])
    return row && parseJob(row)
  }
  return {
    find,
    async add(job, now) {
      const { shop, id } = job
      await addJob(database, job, now)
      const kept = await find(shop, id)
      if (!kept) throw new Error(`job ${id} was written and is not there`)
      return kept
    },
    async waiting(shop, kind) {
      const [row] = await database.all(
        `SELECT * FROM job WHERE shop = $1 AND kind = $2 AND state = 'waiting' ORDER BY run_at LIMIT 1`,
        [shop, kind]
      )
      return row && parseJob(row)
    },
    async claim({ kinds, now, leaseMs, limit, except = [] }) {
      const passed = except.flatMap(({ shop, id }) => [shop, id])
      const rows: SqlRow[] = []
      // What a dead process left is the oldest. A query each, so that each reads as many rows as it takes.
      for (const isDue of [`state = 'running' AND lease_until < $1`, `state = 'waiting' AND run_at <= $1`]) {
        const statement = claimOf(isDue, kinds.length, except.length)
        const left = limit - rows.length
        if (left > 0) rows.push(...(await database.all(statement, [now, leaseMs, left, ...kinds, ...passed])))
      }
      // An engine gives changed rows back in an order of its own.
      return rows.map(parseJob).sort((a, b) => a.runAt - b.runAt || (a.id < b.id ? -1 : 1))
    },
    async renew({ shop, id, tries }, leaseUntil) {
      await database.run(`UPDATE job SET lease_until = $4 ${ITS_TAKER}`, [shop, id, tries, leaseUntil])
    },
    async finish({ shop, id, tries }, now, result) {
      await database.run(
        `UPDATE job SET state = 'done', ended = $4, result = $5, error = NULL ${ITS_TAKER}`,
        [shop, id, tries, now, JSON.stringify(result) ?? null]
      )
    },
    async fail({ shop, id, tries }, now, error, retryAt) {
      const state: JobState = retryAt === undefined ? 'failed' : 'waiting'
      await database.run(`UPDATE job SET state = $4, run_at = $5, ended = $6, error = $7 ${ITS_TAKER}`, [
        shop,
        id,
        tries,
        state,
        retryAt ?? now,
        retryAt === undefined ? now : null,
        error
      ])
    }
  }
}

/** Each taking counts one try up, so a taker is known by it. */
const ITS_TAKER = `WHERE shop = $1 AND id = $2 AND tries = $3 AND state = 'running'`

function claimOf(isDue: string, kinds: number, except: number): string {
  const among = Array.from({ length: kinds }, (_, at) => `$${at + 4}`).join(', ')
  const passed = Array.from({ length: except }, (_, at) => {
    const first = kinds + 4 + 2 * at
    return ` AND NOT (shop = $${first} AND id = $${first + 1})`
  }).join('')
  return `UPDATE job SET state = 'running', lease_until = $1 + $2, tries = tries + 1
    WHERE (shop, id) IN (SELECT shop, id FROM job
      WHERE ${isDue} AND kind IN (${among})${passed}
      ORDER BY run_at, id LIMIT $3 FOR UPDATE SKIP LOCKED) RETURNING *`
}

function parseJob(row: SqlRow): Job {
  const [ended, result, error] = [row['ended'], textOrNone(row, 'result'), textOrNone(row, 'error')]
  const subject = textOrNone(row, 'subject')
  return {
    shop: text(row, 'shop'),
    id: text(row, 'id'),
    kind: text(row, 'kind'),
    ...(subject !== undefined && { subject }),
    state: text(row, 'state') as JobState,
    runAt: whole(row, 'run_at'),
    tries: whole(row, 'tries'),
    created: whole(row, 'created'),
    ...(typeof ended === 'number' && { ended }),
    ...(result !== undefined && { result: JSON.parse(result) as unknown }),
    ...(error !== undefined && { error })
  }
}
