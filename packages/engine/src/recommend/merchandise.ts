import type { Card, EpochMs, MerchandisingRule } from '@vitrine/protocol'
import type { Context } from '../audience/context.ts'
import { inSchedule } from '../audience/inSchedule.ts'

/** The merchant's hand: what is taken off the shelf, put on it, moved up or down. Always stronger than the model. */
export interface Merchandise {
  readonly isExcluded: (card: Card) => boolean
  /** A place on the shelf and the products meant for it, from the first that can be shown. */
  readonly pins: readonly {
    readonly position: number
    readonly items: readonly string[]
    readonly category?: string
  }[]
  /** Boosted −1, buried 1, else 0; what is both is buried. */
  readonly moveOf: (card: Card) => -1 | 0 | 1
}

/** Puts together the rules that are on now for a placement. Of two rules `exclude` beats `pin` beats `bury` beats `boost`. */
export function merchandise(
  rules: readonly MerchandisingRule[],
  placement: string | undefined,
  now: EpochMs,
  local: Context['local']
): Merchandise {
  const active = rules.filter(
    ({ placements, schedule }) =>
      (!placements || (placement !== undefined && placements.includes(placement))) &&
      inSchedule(schedule ?? {}, now, local)
  )
  const touched = (kind: MerchandisingRule['do']) => {
    const own = active.filter(rule => rule.do === kind)
    const items = new Set(own.flatMap(rule => rule.items ?? []))
    const categories = own.flatMap(({ category }) => category ?? [])
    return ({ id, category }: Card) => items.has(id) || categories.some(name => category.includes(name))
  }
  const [isExcluded, isBoosted, isBuried] = [touched('exclude'), touched('boost'), touched('bury')]
  return {
    isExcluded,
    pins: active
      .filter(rule => rule.do === 'pin')
      .map(({ position = 0, items = [], category }) => ({
        position,
        items,
        ...(category !== undefined && { category })
      }))
      .sort((a, b) => a.position - b.position),
    moveOf: card => (isBuried(card) ? 1 : isBoosted(card) ? -1 : 0)
  }
}
