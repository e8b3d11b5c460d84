import { createHash, timingSafeEqual } from 'node:crypto'
import type { EpochMs } from '@vitrine/protocol'
import type { Shop } from '../store/shops.ts'
import type { Store } from '../store/store.ts'

/** The shops by what a caller shows. */
export interface Shops {
  byId(id: string): Promise<Shop | undefined>
  byWriteKey(key: string): Promise<Shop | undefined>
  bySecret(secret: string): Promise<Shop | undefined>
  all(): Promise<readonly Shop[]>
}

/** A shop made by another process is known here after this long at most. */
const STALE_AFTER_MS = 5_000

/** Keeps the shops in memory and reads them again when they may have changed. */
export function openShops(store: Store, now: () => EpochMs): Shops {
  let shops: readonly Shop[] = []
  let readAt = Number.NEGATIVE_INFINITY

  async function find(is: (shop: Shop) => boolean): Promise<Shop | undefined> {
    if (now() - readAt > STALE_AFTER_MS) {
      shops = await store.shops.all()
      readAt = now()
    }
    return shops.find(is)
  }

  return {
    byId: id => find(shop => shop.id === id),
    byWriteKey: key => find(shop => sameText(shop.writeKey, key)),
    bySecret(secret) {
      const hash = hashOfSecret(secret)
      return find(shop => sameText(shop.secretHash, hash))
    },
    async all() {
      await find(() => false)
      return shops
    }
  }
}

/** How a secret key is kept: SHA-256, hex. The keys are long and random, so no slow hash is needed. */
export function hashOfSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}

/** Compares in a time that does not tell how much was right. */
function sameText(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}
