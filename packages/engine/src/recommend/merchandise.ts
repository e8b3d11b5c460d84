import type { Card, MerchandisingRule } from '@vitrine/protocol'
import { inSchedule } from '../audience/inSchedule.ts'
import type { RecommendWorld } from './world.ts'

/**
 * The merchant's hand: what is taken off the shelf, put on it, moved up or down. Always stronger than the model.
 * Of two rules `exclude` beats `pin` beats `bury` beats `boost`.
 */
export interface Merchandise {
  /** The rules that pin something, by its place. */
  readonly pins: readonly MerchandisingRule[]
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
    pins: active.filter(rule => rule.do === 'pin').sort((a, b) => (a.position ?? 0) - (b.position ?? 0)),
    touches: (kind, { id, category: path }) =>
      active.some(
        ({ do: what, items, category }) =>
          what === kind && (items?.includes(id) || (category !== undefined && path.includes(category)))
      )
  }
}
