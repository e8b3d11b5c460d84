import type { Rule } from '@vitrine/protocol'
import { ownOf } from './ownOf.ts'

type Asked = Extract<Rule, { fact: string }>

/** How a fact stands to a value, by the word for it in a rule. A fact that is not there satisfies only `exists: false` and `ne`. */
export const COMPARES: Readonly<Record<Asked['is'], (fact: unknown, value: Asked['value']) => boolean>> = {
  eq: (fact, value) => fact === value,
  ne: (fact, value) => fact !== value,
  in: (fact, value) => Array.isArray(value) && value.some(one => one === fact),
  gt: (fact, value) => over(fact, value) > 0,
  gte: (fact, value) => over(fact, value) >= 0,
  lt: (fact, value) => over(fact, value) < 0,
  lte: (fact, value) => over(fact, value) <= 0,
  // A part of a text, or an element of a list; an affinity or a cart line counts by its `value` or its `id`.
  contains: (fact, value) =>
    typeof fact === 'string'
      ? typeof value === 'string' && fact.includes(value)
      : Array.isArray(fact) &&
        fact.some(one => [one, ownOf(one, 'value') ?? ownOf(one, 'id')].includes(value)),
  exists: (fact, value) => (fact !== undefined) === (value !== false)
}

/** By how much one number is over another; what is no number is neither over nor under. */
function over(fact: unknown, value: unknown): number {
  return typeof fact === 'number' && typeof value === 'number' ? fact - value : Number.NaN
}
