import type { Campaign, Schedule } from '@vitrine/protocol'
import { CUSTOMER, KNOWN_TASTE, shelf } from './shelf.ts'

/** The first page: what suits, where one left off, the season, what moves, what is new. */
export function homeCampaigns(christmas: Schedule): Campaign[] {
  return [
    ...picks(),
    shelf({
      id: 'recent',
      name: 'Recently viewed',
      why: 'The way back to what was nearly bought.',
      placement: 'home-recent',
      audience: { did: 'view_item', atLeast: 2 },
      title: 'Where you left off',
      products: { strategy: 'recently_viewed', exclude: ['current'], minItems: 2 }
    }),
    shelf({
      id: 'like-the-last',
      name: 'Like the last one',
      why: 'Who was not sure of it may want one like it.',
      placement: 'home-like',
      audience: KNOWN_TASTE,
      title: 'Because you looked at “{item}”',
      products: { strategy: 'similar', minItems: 4 }
    }),
    shelf({
      id: 'christmas',
      name: 'Christmas best sellers',
      why: 'In the season half of all orders hold something for Christmas.',
      placement: 'home-season',
      schedule: christmas,
      priority: 10,
      title: 'Christmas, as everybody has it',
      products: { strategy: ['best_sellers', 'trending', 'new_arrivals'], category: 'Christmas', minItems: 3 }
    }),
    shelf({
      id: 'trending',
      name: 'Trending now',
      why: 'What sells faster this month than before; a tenth never sees it, so that its worth is known.',
      placement: 'home-trending',
      holdout: 0.1,
      title: 'On the move this month',
      products: { strategy: 'trending', minItems: 4 }
    }),
    shelf({
      id: 'new',
      name: 'New arrivals',
      why: 'New things have no orders yet and would never be seen.',
      placement: 'home-new',
      title: 'Just unpacked',
      products: { strategy: 'new_arrivals', minItems: 4 }
    })
  ]
}

/** The first row: what suits, as far as the shopper is known. */
function picks(): Campaign[] {
  return [
    shelf({
      id: 'picked-customer',
      name: 'Picked for customers',
      why: 'Who has bought here is greeted with what goes with it, not with what everybody buys.',
      placement: 'home-picked',
      audience: CUSTOMER,
      priority: 20,
      title: 'Welcome back, picked for you',
      products: { strategy: ['for_you', 'best_sellers'], exclude: ['cart', 'seen', 'bought'], minItems: 4 }
    }),
    shelf({
      id: 'picked-worn',
      name: 'Picked from clothing and footwear',
      why: 'Nobody has ordered clothes here yet, so there is no “bought together” to learn from: likeness decides.',
      placement: 'home-picked',
      audience: { did: 'view_item', where: { category: 'Clothing & Footwear' }, within: '2w', atLeast: 3 },
      priority: 15,
      title: 'Close to what you tried on',
      products: { strategy: ['similar', 'new_arrivals'], category: 'Clothing & Footwear', minItems: 4 }
    }),
    picked(),
    shelf({
      id: 'picked-first-visit',
      name: 'Best sellers for strangers',
      why: 'Of a stranger we know nothing, so we show what everybody buys, and say so.',
      placement: 'home-picked',
      priority: 0,
      title: 'What everybody takes home',
      products: { strategy: 'best_sellers', minItems: 4 }
    })
  ]
}

/** Which words make more people look: decided by a coin for each visitor, for good. */
function picked(): Campaign {
  const products = { strategy: ['for_you', 'best_sellers'] as ('for_you' | 'best_sellers')[], minItems: 4 }
  return {
    id: 'picked-taste',
    name: 'Picked for a known taste',
    why: 'After three products a taste shows. Two titles are tried against one another.',
    placement: 'home-picked',
    audience: KNOWN_TASTE,
    priority: 10,
    goal: 'click',
    variants: [
      { id: 'plain', weight: 1, content: { widget: 'carousel', title: 'Picked for you', products } },
      { id: 'warm', weight: 1, content: { widget: 'carousel', title: 'We thought of you', products } }
    ]
  }
}
