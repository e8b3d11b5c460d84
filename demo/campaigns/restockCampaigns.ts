import type { Campaign } from '@vitrine/protocol'
import { promo } from './promo.ts'

/** Where something is sold out: a promise to write, and what comes closest meanwhile. */
export const restockCampaigns: readonly Campaign[] = [
  promo({
    id: 'tell-me',
    name: 'Tell me when it is back',
    why: 'A size that is sold out is asked for by those who would have bought it. One of these may do meanwhile.',
    placement: 'product-restock',
    audience: { all: [] },
    content: {
      widget: 'restock',
      title: 'We write once, when it is back',
      products: { strategy: ['similar', 'also_viewed'], limit: 1 }
    }
  })
]
