import type { Campaign, RecommendRequest, Rule } from '@vitrine/protocol'

/** Everyone. */
const EVERYONE: Rule = { all: [] }

/** Somebody who has ordered before, through whatever channel. */
export const CUSTOMER: Rule = { fact: 'profile.rfm.orders', is: 'gt', value: 0 }

/** Somebody of whom enough was seen to know their taste. */
export const KNOWN_TASTE: Rule = { did: 'view_item', atLeast: 3 }

/** A campaign of one carousel, as most of them are. */
interface Shelf extends Omit<Campaign, 'variants' | 'audience'> {
  readonly audience?: Rule
  readonly title: string
  readonly products: RecommendRequest
}

/** Makes a campaign that shows one row of products, to everyone unless it says to whom. */
export function shelf({ title, products, audience = EVERYONE, ...campaign }: Shelf): Campaign {
  const content = { widget: 'carousel' as const, title, products }
  return { goal: 'click', ...campaign, audience, variants: [{ id: 'only', weight: 1, content }] }
}
