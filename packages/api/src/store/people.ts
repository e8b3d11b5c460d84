import { createHash } from 'node:crypto'
import type { EpochMs } from '@vitrine/protocol'
import { type SqlDatabase, text } from './sql.ts'

/** Who belongs to whom, and who asked to be forgotten. */
export interface PeopleStore {
  /** Notes that a device is this customer's, as the shopper logged in on it. */
  link(shop: string, customer: string, visitor: string, at: EpochMs): Promise<void>
  visitorsOf(shop: string, customer: string): Promise<readonly string[]>
  /** Whether any customer logged in on this device. */
  knows(shop: string, visitor: string): Promise<boolean>
  unlink(shop: string, customer: string): Promise<void>
  /** Remembers, as a hash, that this device is forgotten, so that a batch still under way is not kept. */
  markForgotten(shop: string, visitor: string, at: EpochMs): Promise<void>
  isForgotten(shop: string, visitor: string): Promise<boolean>
}

/** People in tables. */
export function sqlPeople(database: SqlDatabase): PeopleStore {
  return {
    async link(shop, customer, visitor, at) {
      await database.run(
        `INSERT INTO visitor_link (shop, customer, visitor, at) VALUES ($1, $2, $3, $4)
         ON CONFLICT (shop, customer, visitor) DO NOTHING`,
        [shop, customer, visitor, at]
      )
    },
    async visitorsOf(shop, customer) {
      const rows = await database.all(
        'SELECT visitor FROM visitor_link WHERE shop = $1 AND customer = $2 ORDER BY at',
        [shop, customer]
      )
      return rows.map(row => text(row, 'visitor'))
    },
    async knows(shop, visitor) {
      const rows = await database.all(
        'SELECT 1 AS yes FROM visitor_link WHERE shop = $1 AND visitor = $2 LIMIT 1',
        [shop, visitor]
      )
      return rows.length > 0
    },
    async unlink(shop, customer) {
      await database.run('DELETE FROM visitor_link WHERE shop = $1 AND customer = $2', [shop, customer])
    },
    async markForgotten(shop, visitor, at) {
      await database.transaction(async sql => {
        await sql.run('DELETE FROM visitor_link WHERE shop = $1 AND visitor = $2', [shop, visitor])
        await sql.run(
          `INSERT INTO forgotten (shop, visitor_hash, at) VALUES ($1, $2, $3)
           ON CONFLICT (shop, visitor_hash) DO NOTHING`,
          [shop, hashOfVisitor(visitor), at]
        )
      })
    },
    async isForgotten(shop, visitor) {
      const rows = await database.all(
        'SELECT 1 AS yes FROM forgotten WHERE shop = $1 AND visitor_hash = $2',
        [shop, hashOfVisitor(visitor)]
      )
      return rows.length > 0
    }
  }
}

/** How a visitor id is kept where it need not be read again: SHA-256, hex. The ids are long and random. */
export function hashOfVisitor(visitor: string): string {
  return createHash('sha256').update(visitor).digest('hex')
}
