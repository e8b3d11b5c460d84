import type { EpochMs } from '@vitrine/protocol'
import type { ImportSummary } from '../imports/importSummary.ts'
import { type SqlDatabase, type SqlRow, text, whole } from './sql.ts'

/** What an import brings. */
export type ImportKind = 'catalog' | 'stock' | 'orders'

/** An import, under way or done. */
export interface ImportRun {
  readonly id: string
  readonly kind: ImportKind
  readonly started: EpochMs
  /** Absent while it runs, and when it broke off. */
  readonly ended?: EpochMs
  readonly report: ImportSummary
}

/** The imports of a shop, for the merchant's report. */
export interface ImportStore {
  save(shop: string, run: ImportRun): Promise<void>
  /** Newest first, at most 50. */
  recent(shop: string): Promise<readonly ImportRun[]>
}

/** Imports in tables. */
export function sqlImports(database: SqlDatabase): ImportStore {
  return {
    async save(shop, { id, kind, started, ended, report }) {
      await database.run(
        `INSERT INTO import_run (shop, id, kind, started, ended, report) VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (shop, id) DO UPDATE SET ended = excluded.ended, report = excluded.report`,
        [shop, id, kind, started, ended ?? null, JSON.stringify(report)]
      )
    },
    async recent(shop) {
      const rows = await database.all(
        'SELECT * FROM import_run WHERE shop = $1 ORDER BY started DESC, id DESC LIMIT 50',
        [shop]
      )
      return rows.map(parseRun)
    }
  }
}

function parseRun(row: SqlRow): ImportRun {
  const ended = row['ended']
  return {
    id: text(row, 'id'),
    kind: text(row, 'kind') as ImportKind,
    started: whole(row, 'started'),
    ...(typeof ended === 'number' && { ended }),
    report: JSON.parse(text(row, 'report')) as ImportSummary
  }
}
