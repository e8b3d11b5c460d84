import { type EpochMs, productIdOf, type ShopEvent } from '@vitrine/protocol'
import { type SqlDatabase, type SqlRow, type SqlValue, text, textOrNone, whole } from './sql.ts'
import { visitorSpans } from './visitorSpans.ts'

/** An event with what the API adds to it. */
export interface StoredEvent {
  readonly shop: string
  readonly event: ShopEvent
  /** The device's visitor id, where it was allowed to send one. */
  readonly visitor?: string
  /** The tab's 48 bits, where the id is one of ours. */
  readonly tab?: string
  readonly received: EpochMs
  /** `event.at` by the server's clock. */
  readonly corrected: EpochMs
}

/** A product looked at, by whom and when. */
export interface View {
  /** Visitor, else tab: whose session it is. */
  readonly who: string
  readonly at: EpochMs
  readonly item: string
}

/** What was heard, insert-once by id. */
export interface EventStore {
  /** Keeps what is not known yet, all or nothing and durably. @returns How many were new. */
  append(events: readonly StoredEvent[]): Promise<number>
  count(shop: string): Promise<number>
  /** What one device told, oldest first. */
  ofVisitor(shop: string, visitor: string): Promise<readonly ShopEvent[]>
  /** Product views in order of who and when, for training. */
  views(shop: string, since: EpochMs): Promise<readonly View[]>
  /** Purchases heard on the web. */
  purchases(shop: string, since: EpochMs): Promise<readonly StoredEvent[]>
  /** Whether anything of a device is kept. */
  knows(shop: string, visitor: string): Promise<boolean>
  /** Removes what a device told. @returns How many events. */
  forget(shop: string, visitor: string): Promise<number>
}

const INSERT = `INSERT INTO event (shop, id, at, corrected, received, type, source, visitor, tab, item,
    transaction_id, value, campaign, variant, holdout, result, body)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17) ON CONFLICT (shop, id) DO NOTHING`

const INSERT_SPAN = `INSERT INTO visitor_span (shop, visitor, first_id, last_id) VALUES ($1, $2, $3, $4)
  ON CONFLICT (shop, visitor, first_id) DO UPDATE SET
    last_id = CASE WHEN excluded.last_id > visitor_span.last_id THEN excluded.last_id ELSE visitor_span.last_id END`

const IDS_OF_VISITOR = `SELECT e.id FROM visitor_span s JOIN event e
    ON e.shop = s.shop AND e.id >= s.first_id AND e.id <= s.last_id AND e.visitor = s.visitor
  WHERE s.shop = $1 AND s.visitor = $2`

/** Events in tables. */
export function sqlEvents(database: SqlDatabase): EventStore {
  return {
    append: events =>
      database.transaction(async sql => {
        await sql.runMany(INSERT_SPAN, visitorSpans(events))
        return sql.runMany(INSERT, events.map(rowOf))
      }),
    async count(shop) {
      const [row] = await database.all('SELECT COUNT(*) AS n FROM event WHERE shop = $1', [shop])
      return whole(row, 'n')
    },
    async ofVisitor(shop, visitor) {
      const rows = await database.all(
        `SELECT * FROM event WHERE shop = $1 AND id IN (${IDS_OF_VISITOR}) ORDER BY corrected, id`,
        [shop, visitor]
      )
      return rows.map(row => parseRow(row).event)
    },
    async views(shop, since) {
      const rows = await database.all(
        `SELECT COALESCE(visitor, tab, id) AS who, corrected, item FROM event
         WHERE shop = $1 AND type = 'view_item' AND item IS NOT NULL AND corrected >= $2
         ORDER BY who, corrected, id`,
        [shop, since]
      )
      return rows.map(row => ({
        who: text(row, 'who'),
        at: whole(row, 'corrected'),
        item: text(row, 'item')
      }))
    },
    async purchases(shop, since) {
      const rows = await database.all(
        `SELECT * FROM event WHERE shop = $1 AND type = 'purchase' AND corrected >= $2 ORDER BY corrected, id`,
        [shop, since]
      )
      return rows.map(parseRow)
    },
    async knows(shop, visitor) {
      const rows = await database.all(
        'SELECT 1 AS yes FROM visitor_span WHERE shop = $1 AND visitor = $2 LIMIT 1',
        [shop, visitor]
      )
      return rows.length > 0
    },
    forget: (shop, visitor) =>
      database.transaction(async sql => {
        const values = [shop, visitor]
        const spans = await sql.all(
          'SELECT first_id, last_id FROM visitor_span WHERE shop = $1 AND visitor = $2 ORDER BY first_id',
          values
        )
        const removed = await sql.runMany(
          'DELETE FROM event WHERE shop = $1 AND visitor = $2 AND id >= $3 AND id <= $4',
          mergedSpans(spans).map(([first, last]) => [...values, first, last])
        )
        await sql.run('DELETE FROM visitor_span WHERE shop = $1 AND visitor = $2', values)
        return removed
      })
  }
}

/** Spans that overlap as one, so that whoever sends many about one hour makes nobody read that hour many times. */
function mergedSpans(rows: readonly SqlRow[]): readonly (readonly [first: string, last: string])[] {
  const merged: [string, string][] = []
  for (const row of rows) {
    const [first, end] = [text(row, 'first_id'), text(row, 'last_id')]
    const before = merged.at(-1)
    if (!before || first > before[1]) merged.push([first, end])
    else if (end > before[1]) before[1] = end
  }
  return merged
}

function rowOf({ shop, event, visitor, tab, received, corrected }: StoredEvent): SqlValue[] {
  const { id, at, type, source, ...body } = event
  const { items, transactionId, value, ref } = event
  return [
    shop,
    id,
    at,
    corrected,
    received,
    type,
    source,
    visitor ?? null,
    tab ?? null,
    items?.[0] ? productIdOf(items[0]) : null,
    transactionId ?? null,
    value ?? null,
    ref?.campaign ?? null,
    ref?.variant ?? null,
    ref?.holdout ? 1 : 0,
    ref?.campaign === undefined ? null : (ref.resultId ?? null),
    JSON.stringify(body)
  ]
}

function parseRow(row: SqlRow): StoredEvent {
  const visitor = textOrNone(row, 'visitor')
  const tab = textOrNone(row, 'tab')
  return {
    shop: text(row, 'shop'),
    event: {
      id: text(row, 'id'),
      at: whole(row, 'at'),
      type: text(row, 'type') as ShopEvent['type'],
      source: text(row, 'source') as ShopEvent['source'],
      ...(JSON.parse(text(row, 'body')) as Omit<ShopEvent, 'id' | 'at' | 'type' | 'source'>)
    },
    ...(visitor !== undefined && { visitor }),
    ...(tab !== undefined && { tab }),
    received: whole(row, 'received'),
    corrected: whole(row, 'corrected')
  }
}
