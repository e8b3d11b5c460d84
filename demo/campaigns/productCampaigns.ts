import type { Campaign } from '@vitrine/protocol'
import { shelf } from './shelf.ts'

/** The product page: what goes with it, what is like it, what was seen before it. */
export const productCampaigns: readonly Campaign[] = [
  shelf({
    id: 'together',
    name: 'Bought together',
    why: 'From real orders: what was in the same basket more often than chance would have it.',
    placement: 'product-together',
    goal: 'add_to_cart',
    title: 'Often bought with “{item}”',
    products: { strategy: 'bought_together', minItems: 2, limit: 10 }
  }),
  shelf({
    id: 'together-none-yet',
    name: 'Where nothing was bought together yet',
    why: 'Nobody has ordered clothes here yet; the room would stay empty.',
    placement: 'product-together',
    priority: -10,
    title: 'Just unpacked',
    products: { strategy: ['new_arrivals', 'best_sellers'], minItems: 3, limit: 10 }
  }),
  shelf({
    id: 'alike',
    name: 'Others looked at',
    why: 'Who is not sure of this one looks for one like it.',
    placement: 'product-viewed',
    title: 'More like this',
    products: { strategy: ['also_viewed', 'similar'], minItems: 3 }
  }),
  shelf({
    id: 'product-recent',
    name: 'Recently viewed',
    why: 'The way back.',
    placement: 'product-recent',
    audience: { did: 'view_item', atLeast: 2 },
    title: 'You looked at these',
    products: { strategy: 'recently_viewed', minItems: 1 }
  })
]
