import type { Scoring } from '@vitrine/protocol'
import type { Start } from './ask.ts'

/** Files asked for per place on the shelf: half of them may be sold out or in the cart. */
export const SPARE = 2

/** Before a shop's own training has tuned it: the notes' middle values. */
export const UNTUNED: Scoring = { steps: 10, recency: 1.5 }

/** The products that something is about. */
export function idsOf(of: readonly { readonly id: string }[]): string[] {
  return of.map(({ id }) => id)
}

/** What was looked at in this visit, newest last, ending with the product the recommendation starts from. */
export function sessionOf({ profile, itemId }: Start): readonly string[] {
  const { sessionItems } = profile
  return itemId === undefined || sessionItems.at(-1) === itemId ? sessionItems : [...sessionItems, itemId]
}

/** The part of a session that counts. */
export function lastOf({ manifest }: Start, ids: readonly string[]): readonly string[] {
  return ids.slice(-(manifest.scoring.viewed ?? UNTUNED).steps)
}

/** The product the recommendation starts from, else the cart's. */
export function basketOf({ itemId, context, profile }: Start): readonly string[] {
  return itemId === undefined ? [...new Set(idsOf(context.cart ?? profile.cart))] : [itemId]
}

/** The product the recommendation starts from, else the one looked at last. */
export function lastSeenOf({ itemId, profile }: Start): readonly string[] {
  return itemId === undefined ? idsOf(profile.recentlyViewed.slice(0, 1)) : [itemId]
}
