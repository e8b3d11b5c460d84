/** What a parser answers: the value, or the field that is wrong and what is wrong with it. Never both, never thrown. */
export type Result<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly field: string; readonly problem: string }

/** A parser's good answer. */
export function good<Value>(value: Value): Result<Value> {
  return { ok: true, value }
}

/**
 * A parser's refusal.
 *
 * @param field - Path of the offending field, as the sender wrote it (`events/3/items/0/price`).
 * @param problem - What is wrong with it, in words for a person (`must be a finite number`).
 */
export function bad(field: string, problem: string): Result<never> {
  return { ok: false, field, problem }
}
