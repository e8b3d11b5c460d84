import { AFFINITY_KINDS, type AffinityKind, type Card } from '@vitrine/protocol'
import { traitsOf } from '../profile/affinitiesOf.ts'
import type { Start } from './ask.ts'

/** What a taste is made of: mostly the kind of thing, then the make, then the look and the price. Sums to 1. */
const PART: Readonly<Record<AffinityKind, number>> = {
  category: 0.5,
  brand: 0.2,
  color: 0.1,
  material: 0.1,
  priceBand: 0.1,
  // A card has no one size; `fitsOwnSize` looks at its variants.
  size: 0
}

/** How much a product is to a shopper's taste (0 … 1), and the word that says it best. */
export interface Taste {
  readonly score: number
  readonly value: string | undefined
}

/** Measures a product by a shopper's leanings: the sum of `part × share` over what its card says of itself. */
export function tasteFor({ profile, manifest }: Pick<Start, 'profile' | 'manifest'>, card: Card): Taste {
  let score = 0
  let value: string | undefined
  for (const kind of AFFINITY_KINDS) {
    const words = traitsOf(card, kind, manifest.priceBands)
    const met = profile.affinities[kind].filter(leaning => words.includes(leaning.value))
    for (const { share } of met) score += PART[kind] * share
    // The deepest category says it best; another word only where no category does, and a price band never.
    if (kind !== 'priceBand')
      value ??= words.filter(word => met.some(leaning => leaning.value === word)).at(-1)
  }
  return { score, value }
}
