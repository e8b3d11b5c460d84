import type { Relation, Scoring } from '@vitrine/protocol'
import type { Start } from './ask.ts'

/** Before a shop's own training has tuned it: the notes' middle values. */
const UNTUNED: Scoring = { steps: 10, recency: 1.5 }

/** How a relation's rows are scored with. */
export function scoringOf({ manifest }: Pick<Start, 'manifest'>, relation: Relation): Scoring {
  return manifest.scoring[relation] ?? UNTUNED
}

/** What was looked at in this visit, newest last, ending with the product the recommendation starts from. */
export function sessionOf({ profile, itemId }: Start): readonly string[] {
  const { sessionItems } = profile
  return itemId === undefined || sessionItems.at(-1) === itemId ? sessionItems : [...sessionItems, itemId]
}

/** The same, or at the start of a visit what was looked at last before it. */
export function sessionOrRecent(start: Start): readonly string[] {
  const session = sessionOf(start)
  if (session.length > 0) return session
  const { steps } = scoringOf(start, 'viewed')
  return start.profile.recentlyViewed
    .slice(0, steps)
    .map(({ id }) => id)
    .reverse()
}

/** The part of a session that counts, each product once. */
export function lastOf(start: Start, ids: readonly string[]): readonly string[] {
  return [...new Set(ids.slice(-scoringOf(start, 'viewed').steps))]
}

/** The product the recommendation starts from, else the cart's. */
export function basketOf({ itemId, context, profile }: Start): readonly string[] {
  return itemId === undefined ? [...new Set((context.cart ?? profile.cart).map(({ id }) => id))] : [itemId]
}
