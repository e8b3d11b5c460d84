import type { Rule } from '@vitrine/protocol'
import { ownOf } from './factsOf.ts'

/** A question about a fact. */
export type FactRule = Extract<Rule, { fact: string }>

const absent = (fact: unknown): boolean => fact === undefined || fact === null

const NUMERIC: Readonly<Record<string, (a: number, b: number) => boolean>> = {
  gt: (a, b) => a > b,
  gte: (a, b) => a >= b,
  lt: (a, b) => a < b,
  lte: (a, b) => a <= b
}

/** Whether a fact stands to a value as `is` says. A fact that is not there satisfies only `exists: false` and `ne`. */
export function compares(fact: unknown, is: FactRule['is'], value: FactRule['value']): boolean {
  if (is === 'exists') return absent(fact) !== (value !== false)
  if (is === 'ne') return fact !== value
  if (is === 'in') return Array.isArray(value) && value.some(one => one === fact)
  if (is === 'contains') return contains(fact, value)
  if (is === 'eq') return fact === value
  return typeof fact === 'number' && typeof value === 'number' && NUMERIC[is]?.(fact, value) === true
}

/** A part of a text, or an element of a list; an affinity or a cart line counts by its `value` or its `id`. */
function contains(fact: unknown, value: unknown): boolean {
  if (typeof fact === 'string') return typeof value === 'string' && fact.includes(value)
  return (
    Array.isArray(fact) &&
    fact.some(one => one === value || (ownOf(one, 'value') ?? ownOf(one, 'id') ?? Number.NaN) === value)
  )
}
