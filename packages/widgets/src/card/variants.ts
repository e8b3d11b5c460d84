import { type Card, type CardVariant, isPurchasable } from '@vitrine/protocol'

/** The variants that have to be told apart before ordering; none where the product is its only one. */
export function choicesOf({ variants = [] }: Card): readonly CardVariant[] {
  return variants.length > 1 ? variants : []
}

/** Whether any of it can be ordered now. */
export function isBuyable({ availability, variants }: Card): boolean {
  return variants?.length ? variants.some(({ ok }) => ok) : isPurchasable(availability)
}
