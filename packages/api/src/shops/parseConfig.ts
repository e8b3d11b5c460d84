import { bad, good, type Result, type ShopConfig } from '@vitrine/protocol'
import { validateConfig } from '@vitrine/protocol/schema'
import type { Shop } from '../store/shops.ts'

/** Reads a config for this shop: as the protocol wants it, then of this shop and in its currency. */
export function parseConfig(value: unknown, shop: Shop): Result<ShopConfig> {
  const read = validateConfig(value)
  if (!read.ok) return read
  const config = read.value
  if (config.shop !== shop.id) return bad('shop', `must be ${shop.id}`)
  if (config.currency !== shop.currency) return bad('currency', `must be ${shop.currency}`)
  return good(config)
}
