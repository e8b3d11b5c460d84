import type { EpochMs, ShopConfig } from '@vitrine/protocol'
import { type SqlDatabase, type SqlRow, text, textOrNone, whole } from './sql.ts'

/** A version of a shop's config without its document. */
export interface ConfigVersion {
  readonly version: number
  readonly at: EpochMs
  /** Why it was made, where it was not simply put (`rollback to 3`). */
  readonly note?: string
}

/** A version with its document. */
export interface StoredConfig extends ConfigVersion {
  readonly config: ShopConfig
}

/** The configs of shops; a version is never changed. */
export interface ConfigStore {
  /** The newest version. */
  current(shop: string): Promise<StoredConfig | undefined>
  version(shop: string, version: number): Promise<StoredConfig | undefined>
  /** Newest first. */
  versions(shop: string): Promise<readonly ConfigVersion[]>
  /** Adds a version after `expected`. @returns `undefined` when another came first. */
  put(shop: string, expected: number, next: Omit<StoredConfig, 'version'>): Promise<StoredConfig | undefined>
}

/** Configs in tables. */
export function sqlConfigs(database: SqlDatabase): ConfigStore {
  return {
    async current(shop) {
      const [row] = await database.all('SELECT * FROM config WHERE shop = $1 ORDER BY version DESC LIMIT 1', [
        shop
      ])
      return row && parseConfig(row)
    },
    async version(shop, version) {
      const [row] = await database.all('SELECT * FROM config WHERE shop = $1 AND version = $2', [
        shop,
        version
      ])
      return row && parseConfig(row)
    },
    async versions(shop) {
      const rows = await database.all(
        'SELECT version, at, note FROM config WHERE shop = $1 ORDER BY version DESC LIMIT 200',
        [shop]
      )
      return rows.map(parseVersion)
    },
    async put(shop, expected, next) {
      const version = expected + 1
      const added = await database.run(
        // Version numbers have no holes: whoever comes second with the same expectation meets the first one's row.
        `INSERT INTO config (shop, version, at, note, body) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (shop, version) DO NOTHING`,
        [shop, version, next.at, next.note ?? null, JSON.stringify(next.config)]
      )
      return added === 1 ? { ...next, version } : undefined
    }
  }
}

function parseVersion(row: SqlRow): ConfigVersion {
  const note = textOrNone(row, 'note')
  return { version: whole(row, 'version'), at: whole(row, 'at'), ...(note !== undefined && { note }) }
}

function parseConfig(row: SqlRow): StoredConfig {
  return { ...parseVersion(row), config: JSON.parse(text(row, 'body')) as ShopConfig }
}
