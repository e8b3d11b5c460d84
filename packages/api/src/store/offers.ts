import type { EpochMs, Offer } from '@vitrine/protocol'
import { hashOfVisitor } from './people.ts'
import { type Sql, type SqlDatabase, type SqlRow, text, textOrNone, whole } from './sql.ts'

/** What a code was promised to be when it was issued; a later change of the campaign does not touch it. */
export interface CodeTerms {
  readonly campaign: string
  readonly kind: Offer['kind']
  /** Percent, or minor units; absent for free shipping. */
  readonly value?: number
  /** Minor units of goods the order must hold; 0 for none. */
  readonly minimumValue: number
  /** From then on the till refuses it. */
  readonly expiresAt: EpochMs
}

/** A code as it is kept. */
export interface StoredCode extends CodeTerms {
  /** As the shopper reads it. */
  readonly code: string
  /** The order it was spent on. */
  readonly orderId?: string
}

/** A visitor's wish for a code. */
export interface CodeWish {
  readonly shop: string
  readonly visitor: string
  readonly terms: CodeTerms
  /** What it will be, if it is to be a new one. */
  readonly drawn: DrawnCode
  readonly now: EpochMs
  /** Codes of the campaign in all, from its first day. */
  readonly most: number
}

/** A code with the form of it that is compared: `foldCode` of what is typed finds it. */
export interface DrawnCode {
  readonly code: string
  readonly folded: string
}

/** How a campaign's codes fared. */
export interface CodeTotals {
  readonly campaign: string
  readonly issued: number
  readonly redeemed: number
  /** Neither redeemed nor redeemable any more. */
  readonly expired: number
  /** Goods of the orders the codes were redeemed on, as the till said, minor units. */
  readonly value: number
}

/** Codes of offers, and which visitor was given which. */
export interface OfferStore {
  /**
   * Gives the visitor their code of the campaign: the one they hold until it has expired, else a new one. However many
   * ask at once, no visitor holds two and no campaign gives more than `most`.
   *
   * @returns `undefined` when all are given away.
   * @throws {Error} When the shop has the drawn code already: with its 60 bits that is a bug, and nothing is written.
   */
  issue(wish: CodeWish): Promise<StoredCode | undefined>
  find(shop: string, folded: string): Promise<StoredCode | undefined>
  /** Spends a code on an order, if it is unspent, not expired, and the goods are enough where the till says how much. */
  redeem(spend: {
    readonly shop: string
    readonly folded: string
    readonly orderId: string
    readonly value?: number | undefined
    readonly now: EpochMs
  }): Promise<void>
  /** Takes a code off the order it was spent on, if it was: it is as if it had never been spent. */
  release(spent: { readonly shop: string; readonly folded: string; readonly orderId: string }): Promise<void>
  totals(shop: string, now: EpochMs): Promise<readonly CodeTotals[]>
  /** What a visitor was given, for their export. */
  ofVisitor(shop: string, visitor: string): Promise<readonly StoredCode[]>
  /** Takes the codes off the visitor: they stay good, and nobody knows any more whose they are. */
  forget(shop: string, visitor: string): Promise<void>
}

// Its key lets one of several requests of a visitor through; the others then find what that one was given.
const HOLD = `INSERT INTO offer_holder (shop, campaign, visitor_hash, folded, expires)
  VALUES ($1, $2, $3, $4, $5) ON CONFLICT (shop, campaign, visitor_hash) DO NOTHING`

// One row a campaign, raised only below its limit and held until the code is written: the count is right under any number of writers.
const COUNT_ONE = `INSERT INTO offer_count (shop, campaign, issued) VALUES ($1, $2, 1)
  ON CONFLICT (shop, campaign) DO UPDATE SET issued = offer_count.issued + 1 WHERE offer_count.issued < $3`

const INSERT_CODE = `INSERT INTO offer_code (shop, folded, code, campaign, kind, value, minimum, issued, expires)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`

const HELD = `SELECT c.* FROM offer_holder h JOIN offer_code c ON c.shop = h.shop AND c.folded = h.folded
  WHERE h.shop = $1 AND h.visitor_hash = $2`

const LET_GO = 'DELETE FROM offer_holder WHERE shop = $1 AND campaign = $2 AND visitor_hash = $3'

const SPEND = `UPDATE offer_code SET order_id = $3, order_value = $4, redeemed = $5
  WHERE shop = $1 AND folded = $2 AND order_id IS NULL AND expires > $5 AND (minimum <= $4 OR $4 IS NULL)`

const RELEASE = `UPDATE offer_code SET order_id = NULL, order_value = NULL, redeemed = NULL
  WHERE shop = $1 AND folded = $2 AND order_id = $3`

const TOTALS = `SELECT campaign, COUNT(*) AS issued, COUNT(order_id) AS redeemed,
    SUM(CASE WHEN order_id IS NULL AND expires <= $2 THEN 1 ELSE 0 END) AS expired,
    COALESCE(SUM(CAST(order_value AS double precision)), 0) AS value
  FROM offer_code WHERE shop = $1 GROUP BY campaign ORDER BY campaign`

/** Codes in tables. */
export function sqlOffers(database: SqlDatabase): OfferStore {
  return {
    async issue(wish) {
      const { shop, visitor, terms, now } = wish
      const values = [shop, hashOfVisitor(visitor), terms.campaign, now]
      // Most who ask have asked before: what only reads needs not wait for the disk.
      const [held] = await database.all(`${HELD} AND h.campaign = $3 AND h.expires > $4`, values)
      return held ? parseCode(held) : database.transaction(sql => issueNew(sql, wish))
    },
    async find(shop, folded) {
      const [row] = await database.all('SELECT * FROM offer_code WHERE shop = $1 AND folded = $2', [
        ...[shop, folded]
      ])
      return row && parseCode(row)
    },
    async redeem({ shop, folded, orderId, value, now }) {
      await database.run(SPEND, [shop, folded, orderId, value ?? null, now])
    },
    async release({ shop, folded, orderId }) {
      await database.run(RELEASE, [shop, folded, orderId])
    },
    totals: async (shop, now) => (await database.all(TOTALS, [shop, now])).map(parseTotals),
    ofVisitor: async (shop, visitor) =>
      (await database.all(`${HELD} ORDER BY c.issued`, [shop, hashOfVisitor(visitor)])).map(parseCode),
    async forget(shop, visitor) {
      await database.run('DELETE FROM offer_holder WHERE shop = $1 AND visitor_hash = $2', [
        ...[shop, hashOfVisitor(visitor)]
      ])
    }
  }
}

async function issueNew(sql: Sql, { shop, visitor, terms, drawn, now, most }: CodeWish) {
  const { campaign, kind, value, minimumValue, expiresAt } = terms
  const { code, folded } = drawn
  const hash = hashOfVisitor(visitor)
  // Who was given a code is of no use once it has expired, so it is not kept.
  await sql.run('DELETE FROM offer_holder WHERE shop = $1 AND campaign = $2 AND expires <= $3', [
    ...[shop, campaign, now]
  ])
  if ((await sql.run(HOLD, [shop, campaign, hash, folded, expiresAt])) === 0) {
    const [held] = await sql.all(`${HELD} AND h.campaign = $3`, [shop, hash, campaign])
    return held && parseCode(held)
  }
  if ((await sql.run(COUNT_ONE, [shop, campaign, most])) === 0) {
    await sql.run(LET_GO, [shop, campaign, hash])
    return undefined
  }
  await sql.run(INSERT_CODE, [
    ...[shop, folded, code, campaign, kind, value ?? null],
    ...[minimumValue, now, expiresAt]
  ])
  return { ...terms, code }
}

function parseCode(row: SqlRow): StoredCode {
  const [value, orderId] = [row['value'], textOrNone(row, 'order_id')]
  return {
    code: text(row, 'code'),
    campaign: text(row, 'campaign'),
    kind: text(row, 'kind') as Offer['kind'],
    ...(typeof value === 'number' && { value }),
    minimumValue: whole(row, 'minimum'),
    expiresAt: whole(row, 'expires'),
    ...(orderId !== undefined && { orderId })
  }
}

function parseTotals(row: SqlRow): CodeTotals {
  return {
    campaign: text(row, 'campaign'),
    issued: whole(row, 'issued'),
    redeemed: whole(row, 'redeemed'),
    expired: whole(row, 'expired'),
    value: Math.min(whole(row, 'value'), Number.MAX_SAFE_INTEGER)
  }
}
