import type { EpochMs } from '@vitrine/protocol'
import { type SqlDatabase, type SqlRow, text, whole } from './sql.ts'

/** A model that was published. */
export interface Publication {
  readonly version: string
  readonly at: EpochMs
}

/** Which models were published and when. */
export interface PublicationStore {
  add(shop: string, publication: Publication): Promise<void>
  /** Newest first. */
  recent(shop: string, limit: number): Promise<readonly Publication[]>
}

/** Publications in tables. */
export function sqlPublications(database: SqlDatabase): PublicationStore {
  return {
    async add(shop, { version, at }) {
      await database.run(
        `INSERT INTO publication (shop, version, at) VALUES ($1, $2, $3)
         ON CONFLICT (shop, version) DO UPDATE SET at = excluded.at`,
        [shop, version, at]
      )
    },
    async recent(shop, limit) {
      const rows = await database.all(
        'SELECT version, at FROM publication WHERE shop = $1 ORDER BY at DESC LIMIT $2',
        [shop, limit]
      )
      return rows.map(parsePublication)
    }
  }
}

function parsePublication(row: SqlRow): Publication {
  return { version: text(row, 'version'), at: whole(row, 'at') }
}
