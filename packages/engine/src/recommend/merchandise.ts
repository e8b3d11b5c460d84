import type { Card, MerchandisingRule } from '@vitrine/protocol'
import { inSchedule } from '../audience/inSchedule.ts'
import type { RecommendWorld } from './world.ts'

/**
 * The merchant's hand: what is taken off the shelf, put on it, moved up or down. Always stronger than the model.
 * Of two rules `exclude` beats `pin` beats `bury` beats `boost`.
 */
export interface Merchandise {
  /** The rules of a kind that are on now for this placement. */
  readonly rules: (kind: MerchandisingRule['do']) => readonly MerchandisingRule[]
  /** Whether a rule of a kind is about a product. */
  readonly touches: (kind: MerchandisingRule['do'], card: Card) => boolean
}

/** Puts together the rules that are on now for a placement. */
export function merchandise({ rules = [], placement = '', now, context }: RecommendWorld): Merchandise {
  const active = rules.filter(
    ({ placements, schedule = {} }) =>
      (placements?.includes(placement) ?? true) && inSchedule(schedule, now, context.local)
  )
  return {
    rules: kind => active.filter(rule => rule.do === kind),
    touches: (kind, { id, category: path }) =>
      active.some(
        ({ do: what, items, category }) =>
          what === kind && (items?.includes(id) || (category !== undefined && path.includes(category)))
      )
  }
}
