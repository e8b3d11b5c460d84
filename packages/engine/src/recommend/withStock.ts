import { type Card, isPurchasable } from '@vitrine/protocol'

/**
 * The card as the shop's stock is now: what can be ordered, and which of its variants.
 *
 * A product with variants can be ordered when one of them can; `false` for the product outranks them all. A product
 * that is its only variant has the word itself. Where the file is silent, the card is right.
 *
 * @param told - The availability file, by variant or product id.
 */
export function withStock(card: Card, told: ReadonlyMap<string, boolean>): Card {
  const said = told.get(card.id)
  const could = isPurchasable(card.availability)
  const variants = card.variants?.map(variant => ({
    ...variant,
    ok: said !== false && (told.get(variant.id) ?? (variant.ok && could))
  }))
  const can = variants?.length ? variants.some(({ ok }) => ok) : (said ?? could)
  return {
    ...card,
    ...(variants && { variants }),
    // A preorder that can still be ordered stays one.
    ...(can !== could && { availability: can ? 'in_stock' : 'out_of_stock' })
  }
}
