import { sessionsOf, type TrainedModel, trainModel } from '@vitrine/engine/train'
import type { EpochMs } from '@vitrine/protocol'
import { isOrderable } from '../store/catalog.ts'
import type { Shop } from '../store/shops.ts'
import type { Store } from '../store/store.ts'
import { basketsOf } from './basketsOf.ts'
import { trainProducts } from './trainProducts.ts'

/** Two years: a season has come twice, and what is older says little of what sells now. */
const MEMORY_MS = 2 * 365 * 24 * 60 * 60 * 1000

/** A model, and what could be ordered when it was trained. */
export interface ShopModel {
  readonly model: TrainedModel
  readonly items: readonly { readonly id: string; readonly ok: boolean }[]
}

/** Trains a shop's model from its catalogue, the views it heard and its orders of all channels. */
export async function trainShop(store: Store, shop: Shop, now: EpochMs): Promise<ShopModel> {
  const since = now - MEMORY_MS
  const catalog = await store.catalog.all(shop.id)
  const productOf = new Map(catalog.map(({ id, product }) => [id, product]))
  const views = await store.events.views(shop.id, since)
  const baskets = basketsOf({
    lines: await store.orders.baskets(shop.id, since),
    purchases: await store.events.purchases(shop.id, since),
    productOf: id => productOf.get(id) ?? id
  })
  const model = trainModel({
    shop: shop.id,
    currency: shop.currency,
    products: trainProducts(catalog),
    sessions: sessionsOf(
      views.map(({ who, at, item }) => ({ visitor: who, at, id: productOf.get(item) ?? item }))
    ),
    baskets,
    now
  })
  const items = catalog.filter(({ gone }) => !gone).map(item => ({ id: item.id, ok: isOrderable(item) }))
  return { model, items }
}
