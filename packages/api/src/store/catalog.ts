import type { Availability, EpochMs } from '@vitrine/protocol'
import { isPurchasable } from '@vitrine/protocol'
import { askWhereRestocked } from './restocked.ts'
import { type SqlDatabase, type SqlRow, type SqlValue, text, whole } from './sql.ts'

/** What a feed says of a variant and what does not change with its stock. Money in minor units. */
export interface CatalogBody {
  readonly title: string
  readonly description?: string
  readonly link: string
  readonly image?: string
  readonly brand?: string
  /** Department first, at most five. */
  readonly category: readonly string[]
  readonly price: number
  /** What it costs without the reduction, where it is reduced. */
  readonly listPrice?: number
  readonly size?: string
  readonly color?: string
  readonly material?: string
  readonly pattern?: string
  readonly gender?: string
  /** Words of the feed's custom labels. */
  readonly labels?: readonly string[]
  /** When the shop first had it, where the feed says so. */
  readonly since?: EpochMs
  readonly sku?: string
}

/** A variant of the catalogue. */
export interface CatalogItem extends CatalogBody {
  /** The variant, by the feed's id. */
  readonly id: string
  /** The product: `item_group_id`, else the variant's own id. */
  readonly product: string
  readonly availability: Availability
  readonly quantity?: number
}

/** A variant as it is kept. */
export interface StoredItem extends CatalogItem {
  /** No longer in the feed: kept for the names in old orders. */
  readonly gone: boolean
  /** Whether it could be ordered when the current model was published; absent when it was not in it. */
  readonly published?: boolean
  readonly firstSeen: EpochMs
}

/** A change of stock. */
export interface StockChange {
  readonly id: string
  readonly availability: Availability
  readonly quantity?: number
}

/** The catalogue of a shop, a row a variant. */
export interface CatalogStore {
  /** Begins a new generation of the catalogue. @returns Its number. */
  begin(shop: string): Promise<number>
  /** Writes variants of a generation over what was there. */
  put(shop: string, generation: number, items: readonly CatalogItem[], now: EpochMs): Promise<void>
  /**
   * Ends a generation: what it did not mention is gone, unless `retire` is false.
   *
   * @returns How many variants were the same as before, and how many went.
   */
  end(
    shop: string,
    generation: number,
    retire?: boolean
  ): Promise<{ readonly unchanged: number; readonly gone: number }>
  all(shop: string): Promise<readonly StoredItem[]>
  byIds(shop: string, ids: readonly string[]): Promise<ReadonlyMap<string, StoredItem>>
  setStock(shop: string, changes: readonly StockChange[], now: EpochMs): Promise<number>
  /** Remembers what could be ordered when a model was published. */
  markPublished(shop: string, items: readonly { readonly id: string; readonly ok: boolean }[]): Promise<void>
}

const UPSERT = `INSERT INTO catalog_item (shop, id, product, generation, changed, gone, availability, quantity,
    published, first_seen, body)
  VALUES ($1, $2, $3, $4, $4, 0, $5, $6, NULL, $7, $8)
  ON CONFLICT (shop, id) DO UPDATE SET
    changed = CASE WHEN catalog_item.body = excluded.body AND catalog_item.product = excluded.product
        AND catalog_item.availability = excluded.availability AND catalog_item.gone = 0
        AND COALESCE(catalog_item.quantity, -1) = COALESCE(excluded.quantity, -1)
      THEN catalog_item.changed ELSE excluded.generation END,
    product = excluded.product, generation = excluded.generation, gone = 0,
    availability = excluded.availability, quantity = excluded.quantity, body = excluded.body`

/** The catalogue in tables. */
export function sqlCatalog(database: SqlDatabase): CatalogStore {
  return {
    async begin(shop) {
      const [row] = await database.all(
        'SELECT COALESCE(MAX(generation), 0) AS newest FROM catalog_item WHERE shop = $1',
        [shop]
      )
      return whole(row, 'newest') + 1
    },
    async put(shop, generation, items, now) {
      const rows = items.map(item => rowOf(shop, generation, item, now))
      await database.transaction(sql =>
        askWhereRestocked(sql, shop, items, now, () => sql.runMany(UPSERT, rows))
      )
    },
    end: (shop, generation, retire = true) => endGeneration(database, shop, generation, retire),
    async all(shop) {
      const rows = await database.all('SELECT * FROM catalog_item WHERE shop = $1 ORDER BY id', [shop])
      return rows.map(parseItem)
    },
    async byIds(shop, ids) {
      const found = new Map<string, StoredItem>()
      for (const id of new Set(ids)) {
        const [row] = await database.all('SELECT * FROM catalog_item WHERE shop = $1 AND id = $2', [shop, id])
        if (row) found.set(id, parseItem(row))
      }
      return found
    },
    setStock: (shop, changes, now) =>
      database.transaction(sql =>
        askWhereRestocked(sql, shop, changes, now, () =>
          sql.runMany(
            'UPDATE catalog_item SET availability = $3, quantity = $4 WHERE shop = $1 AND id = $2 AND gone = 0',
            changes.map(({ id, availability, quantity }) => [shop, id, availability, quantity ?? null])
          )
        )
      ),
    markPublished: (shop, items) =>
      database.transaction(async sql => {
        await sql.run('UPDATE catalog_item SET published = NULL WHERE shop = $1', [shop])
        await sql.runMany(
          'UPDATE catalog_item SET published = $3 WHERE shop = $1 AND id = $2',
          items.map(({ id, ok }) => [shop, id, ok ? 1 : 0])
        )
      })
  }
}

/** Whether a variant can be ordered now. */
export function isOrderable(item: StoredItem): boolean {
  return !item.gone && isPurchasable(item.availability)
}

function endGeneration(database: SqlDatabase, shop: string, generation: number, retire: boolean) {
  return database.transaction(async sql => {
    const [row] = await sql.all(
      'SELECT COUNT(*) AS n FROM catalog_item WHERE shop = $1 AND generation = $2 AND changed < $2',
      [shop, generation]
    )
    if (!retire) return { unchanged: whole(row, 'n'), gone: 0 }
    const gone = await sql.run(
      'UPDATE catalog_item SET gone = 1 WHERE shop = $1 AND generation < $2 AND gone = 0',
      [shop, generation]
    )
    return { unchanged: whole(row, 'n'), gone }
  })
}

function rowOf(shop: string, generation: number, item: CatalogItem, now: EpochMs): SqlValue[] {
  const { id, product, availability, quantity, ...body } = item
  return [shop, id, product, generation, availability, quantity ?? null, now, JSON.stringify(body)]
}

function parseItem(row: SqlRow): StoredItem {
  const quantity = row['quantity']
  const published = row['published']
  return {
    ...(JSON.parse(text(row, 'body')) as CatalogBody),
    id: text(row, 'id'),
    product: text(row, 'product'),
    availability: text(row, 'availability') as Availability,
    ...(typeof quantity === 'number' && { quantity }),
    gone: row['gone'] === 1,
    ...(typeof published === 'number' && { published: published === 1 }),
    firstSeen: whole(row, 'first_seen')
  }
}
