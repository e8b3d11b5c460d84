import type { Campaign } from '@vitrine/protocol'
import { CUSTOMER, shelf } from './shelf.ts'

/** Search, basket, confirmation and account. */
export const orderCampaigns: readonly Campaign[] = [
  shelf({
    id: 'nothing-found',
    name: 'Best sellers where nothing was found',
    why: 'An empty page is where people leave.',
    placement: 'search-empty',
    title: 'Perhaps one of these',
    products: { strategy: ['for_you', 'best_sellers'], minItems: 4 }
  }),
  shelf({
    id: 'basket-together',
    name: 'What goes with the basket',
    why: 'One parcel instead of two.',
    placement: 'cart-together',
    goal: 'add_to_cart',
    title: 'Goes with what you have',
    products: { strategy: 'bought_together', minItems: 2, limit: 8 }
  }),
  shelf({
    id: 'order-next',
    name: 'After the order',
    why: 'For the next time; what was just bought is left out.',
    placement: 'order-more',
    title: 'For the next time',
    products: { strategy: ['for_you', 'best_sellers'], exclude: ['cart', 'seen', 'bought'], minItems: 4 }
  }),
  shelf({
    id: 'again',
    name: 'Buy again',
    why: 'Half of what regulars take is what they took before.',
    placement: 'account-again',
    audience: CUSTOMER,
    goal: 'add_to_cart',
    title: 'Yours, once more',
    products: { strategy: 'buy_again', minItems: 1 }
  }),
  shelf({
    id: 'account-for-you',
    name: 'Picked for customers',
    why: 'Their orders say what suits them.',
    placement: 'account-more',
    audience: CUSTOMER,
    title: 'Goes with what you own',
    products: { strategy: ['for_you', 'bought_together'], exclude: ['cart', 'bought'], minItems: 3 }
  }),
  shelf({
    id: 'order-gift-note',
    name: 'Paused: gifts after the order',
    why: 'Tried last year; paused until the Christmas rush is over.',
    placement: 'order-more',
    status: 'paused',
    priority: 10,
    title: 'A little something on top',
    products: { strategy: 'best_sellers', category: 'Stationery & Craft' }
  })
]
