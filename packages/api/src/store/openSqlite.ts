import { DatabaseSync, type StatementSync } from 'node:sqlite'
import type { Sql, SqlDatabase, SqlRow, SqlValue } from './sql.ts'

/**
 * How long a statement waits for another process (the training worker) to let go of the file. This thread stands still
 * meanwhile and cannot say that it lives, so it is a small part of a job's lease.
 */
const BUSY_TIMEOUT_MS = 5000

/**
 * Opens a SQLite file: write-ahead log, and `synchronous=FULL`, so that a commit is on the disk before it returns.
 *
 * @param path - A file, made when absent, or `:memory:`.
 */
export function openSqlite(path: string): SqlDatabase {
  const database = new DatabaseSync(path, { timeout: BUSY_TIMEOUT_MS })
  // A checkpoint every 4,000 pages (16 MB) instead of 1,000: imports write the log once, not each page many times.
  database.exec('PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA wal_autocheckpoint=4000')
  database.exec('PRAGMA cache_size=-65536; PRAGMA temp_store=MEMORY')
  const direct = statementsOf(database)
  let last: Promise<unknown> = Promise.resolve()

  // One connection has one transaction: everything queues, so nobody's statement slips into another's transaction.
  function next<Value>(work: () => Promise<Value>): Promise<Value> {
    const done = last.then(work, work)
    last = done.catch(() => undefined)
    return done
  }

  return {
    all: (text, values) => next(() => direct.all(text, values)),
    run: (text, values) => next(() => direct.run(text, values)),
    runMany: (text, rows) => next(() => direct.runMany(text, rows)),
    transaction: work =>
      next(async () => {
        database.exec('BEGIN IMMEDIATE')
        try {
          const value = await work(direct)
          database.exec('COMMIT')
          return value
        } catch (error) {
          // SQLite has already rolled back by itself when the disk is full.
          if (database.isTransaction) database.exec('ROLLBACK')
          throw error
        }
      }),
    close: () => next(async () => database.close())
  }
}

function statementsOf(database: DatabaseSync): Sql {
  const prepared = new Map<string, StatementSync>()
  function statement(text: string): StatementSync {
    const known = prepared.get(text)
    if (known) return known
    // `?1` may stand twice as `$1` may; only PostgreSQL needs to be told to skip rows others hold.
    const made = database.prepare(text.replace(/\$(\d+)/g, '?$1').replaceAll('FOR UPDATE SKIP LOCKED', ''))
    prepared.set(text, made)
    return made
  }
  return {
    all: async (text, values = []) => statement(text).all(...values) as SqlRow[],
    run: async (text, values = []) => Number(statement(text).run(...values).changes),
    runMany: async (text, rows) => changesOf(statement(text), rows)
  }
}

function changesOf(statement: StatementSync, rows: readonly (readonly SqlValue[])[]): number {
  let changes = 0
  for (const row of rows) changes += Number(statement.run(...row).changes)
  return changes
}
