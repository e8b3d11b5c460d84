import { type Card, type CardVariant, isPurchasable } from '@vitrine/protocol'
import type { Model } from './openModel.ts'

type Stock = Pick<Model, 'availability'>

/**
 * Whether a product can be ordered now: one of its variants can, or it is its only variant and can.
 * The availability file outranks the card; `false` for the product outranks its variants.
 */
export function isAvailable(card: Card, model: Stock): boolean {
  const said = saidOf(card.id, model)
  if (said === false || !card.variants?.length) return said ?? isPurchasable(card.availability)
  return said === true || card.variants.some(variant => isVariantAvailable(card, variant, model))
}

/** Whether one size or colour of a product can be ordered now. */
export function isVariantAvailable(card: Card, { id, ok }: CardVariant, model: Stock): boolean {
  return saidOf(id, model) ?? (ok && isPurchasable(card.availability))
}

function saidOf(id: string, { availability }: Stock): boolean | undefined {
  return Object.hasOwn(availability, id) ? availability[id] : undefined
}
