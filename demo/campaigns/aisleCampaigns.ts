import type { Campaign, Rule, Schedule } from '@vitrine/protocol'
import { shelf } from './shelf.ts'

const under = (address: string): Rule => ({ fact: 'page.url', is: 'contains', value: `/shop/${address}` })

/** The departments: what sells best in each. */
export function aisleCampaigns(christmas: Schedule): Campaign[] {
  const placement = 'aisle-best'
  return [
    shelf({
      id: 'aisle-christmas',
      name: 'Best of Christmas',
      why: 'In the Christmas aisle, the season’s own best sellers.',
      placement,
      audience: under('giftware/christmas'),
      schedule: christmas,
      priority: 20,
      title: 'Christmas best sellers',
      products: { strategy: ['best_sellers', 'trending', 'new_arrivals'], category: 'Christmas', minItems: 3 }
    }),
    shelf({
      id: 'aisle-worn',
      name: 'Best of clothing and footwear',
      why: 'Whoever looks for clothes is not helped by a cake stand.',
      placement,
      audience: under('clothing-footwear'),
      priority: 10,
      title: 'Often chosen in clothing and footwear',
      products: {
        strategy: ['best_sellers', 'trending', 'new_arrivals'],
        category: 'Clothing & Footwear',
        minItems: 4
      }
    }),
    shelf({
      id: 'aisle-gifts',
      name: 'Best of giftware',
      why: 'A department’s best sellers are the shortest way in for somebody without a plan.',
      placement,
      audience: under('giftware'),
      title: 'Best sellers among gifts',
      products: { strategy: 'best_sellers', category: 'Giftware', minItems: 4 }
    })
  ]
}
