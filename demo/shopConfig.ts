import type { ShopConfig } from '@vitrine/protocol'
import { allCampaigns } from './campaigns/allCampaigns.ts'
import { christmasSeason } from './campaigns/christmasSeason.ts'
import { PLACEMENTS } from './campaigns/placements.ts'
import { FREE_DELIVERY_FROM_PENCE } from './range/delivery.ts'

/** The shop's name, on its signs and in its config. */
export const SHOP_NAME = 'Fern & Finch'

/** The shop's id. */
export const SHOP_ID = 'demo'

/**
 * What the shop has decided: where something may stand, what stands there for whom and why, and the merchant's own rules.
 * The same document that a console would edit; `PUT /v1/shop` checks it.
 *
 * @param now - Epoch ms: the season's dates are this year's.
 */
export function shopConfig(now: number): ShopConfig {
  return {
    v: 1,
    shop: SHOP_ID,
    name: SHOP_NAME,
    currency: 'GBP',
    locale: 'en-GB',
    placements: [...PLACEMENTS],
    campaigns: allCampaigns(christmasSeason(now)),
    rules: [
      // Our own boots stand first among the new arrivals.
      { id: 'boots-first', do: 'pin', items: ['W53014964'], placements: ['home-new'], position: 0 },
      // Paper bags and wrap are bought with everything and say nothing.
      {
        id: 'no-wrap-beside',
        do: 'exclude',
        category: 'Wrap & Ribbon',
        placements: ['product-together', 'cart-together']
      },
      // What is left of Easter can wait.
      { id: 'easter-can-wait', do: 'bury', category: 'Easter' }
    ],
    // One at a time, and seldom: a second card in a visit is one too many.
    overlays: { perPage: 1, perSession: 1, perDay: 2 },
    restock: { minStock: 0, perUnit: 1, holdFor: '24h', order: 'oldest', keepFor: '180d' },
    freeShipping: FREE_DELIVERY_FROM_PENCE,
    texts: { 'card.add': 'Add to basket', 'card.choose': 'Choose a size' },
    sensitiveCategories: ['Bath & Beauty']
  }
}
