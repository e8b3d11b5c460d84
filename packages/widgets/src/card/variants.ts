import { type Card, type CardVariant, isPurchasable } from '@vitrine/protocol'

/** Whether any of it can be ordered now. */
export function isBuyable({ availability, variants }: Card): boolean {
  return variants?.length ? variants.some(({ ok }) => ok) : isPurchasable(availability)
}

/** The id to order where there is nothing to choose; undefined where the shopper has to. */
export function onlyVariantId({ id, variants = [] }: Card): string | undefined {
  return variants.length > 1 ? undefined : (variants[0]?.id ?? id)
}

/** How a variant is called among its siblings: its size and colour. */
export function variantName({ id, size, color }: CardVariant): string {
  return [size, color].filter(Boolean).join(' · ') || id
}

/** True when what can be ordered has more than one price, so that the card's is only where they start. */
export function hasManyPrices({ price, variants = [] }: Card): boolean {
  return variants.some(variant => variant.ok && (variant.price ?? price) > price)
}
