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
  /** Tells whether a rule of a kind is about a product. */
  readonly touchedBy: (kind: MerchandisingRule['do']) => (card: Card) => boolean
}

/** Puts together the rules that are on now for a placement. */
export function merchandise({ rules = [], placement = '', now, context }: RecommendWorld): Merchandise {
  const active = rules.filter(
    ({ placements, schedule = {} }) =>
      (placements?.includes(placement) ?? true) && inSchedule(schedule, now, context.local)
  )
  const of = (kind: MerchandisingRule['do']) => active.filter(rule => rule.do === kind)
  return {
    pins: of('pin').sort((a, b) => (a.position ?? 0) - (b.position ?? 0)),
    touchedBy: kind => {
      const own = of(kind)
      const ids = new Set(own.flatMap(({ items = [] }) => items))
      const names = new Set(own.map(({ category }) => category))
      return ({ id, category }) => ids.has(id) || category.some(name => names.has(name))
    }
  }
}
