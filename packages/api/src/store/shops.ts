import { type SqlDatabase, type SqlRow, text } from './sql.ts'

/** A shop as the API knows it. */
export interface Shop {
  readonly id: string
  readonly name: string
  /** The public write key, as it stands in the shop's page. */
  readonly writeKey: string
  /** SHA-256 of the secret key, hex: the key itself is not kept. */
  readonly secretHash: string
  /** What the shop signs its customers' identity tokens with (HS256). */
  readonly identitySecret: string
  /** Origins whose pages may post events and ask for a customer's own. */
  readonly origins: readonly string[]
  /** ISO 4217. */
  readonly currency: string
  /** Till codes that are money but no goods, upper case. */
  readonly notProducts: readonly string[]
}

/** The shops the API serves. */
export interface ShopStore {
  all(): Promise<readonly Shop[]>
  /** Keeps a shop, in place of the one with this id. */
  put(shop: Shop): Promise<void>
}

/** Shops in tables. */
export function sqlShops(database: SqlDatabase): ShopStore {
  return {
    all: async () => (await database.all('SELECT * FROM shop ORDER BY shop')).map(parseShopRow),
    async put(shop) {
      await database.run(
        `INSERT INTO shop (shop, name, write_key, secret_hash, identity_secret, origins, currency, settings)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
         ON CONFLICT (shop) DO UPDATE SET name = excluded.name, write_key = excluded.write_key,
           secret_hash = excluded.secret_hash, identity_secret = excluded.identity_secret,
           origins = excluded.origins, currency = excluded.currency, settings = excluded.settings`,
        [
          ...[shop.id, shop.name, shop.writeKey, shop.secretHash, shop.identitySecret],
          ...[JSON.stringify(shop.origins), shop.currency],
          JSON.stringify({ notProducts: shop.notProducts })
        ]
      )
    }
  }
}

function parseShopRow(row: SqlRow): Shop {
  const settings = JSON.parse(text(row, 'settings')) as Pick<Shop, 'notProducts'>
  return {
    id: text(row, 'shop'),
    name: text(row, 'name'),
    writeKey: text(row, 'write_key'),
    secretHash: text(row, 'secret_hash'),
    identitySecret: text(row, 'identity_secret'),
    origins: JSON.parse(text(row, 'origins')) as string[],
    currency: text(row, 'currency'),
    notProducts: settings.notProducts
  }
}
