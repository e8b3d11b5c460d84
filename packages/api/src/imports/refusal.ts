/** Every code under which an import refuses a line. docs/errors.md explains each. */
export const REFUSALS = [
  'line_not_json',
  'line_invalid',
  'line_too_long',
  'row_invalid',
  'id_missing',
  'duplicate_id',
  'title_missing',
  'link_missing',
  'link_unsafe',
  'image_unsafe',
  'price_missing',
  'price_invalid',
  'price_not_positive',
  'currency_differs',
  'availability_unknown',
  'item_unknown',
  'not_a_product',
  'quantity_zero',
  'quantity_not_whole',
  'timestamp_in_future'
] as const

/** One of {@link REFUSALS}. */
export type RefusalCode = (typeof REFUSALS)[number]

/** Why a line was not kept. */
export interface Refusal {
  readonly code: RefusalCode
  /** The offending field, as the sender named it; empty when it is the line itself. */
  readonly field: string
  readonly problem: string
}

/** A line read: its value, or why it is refused. */
export type LineReading<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly refusal: Refusal }

/** A line that is kept. */
export function kept<Value>(value: Value): LineReading<Value> {
  return { ok: true, value }
}

/** A line that is not kept. */
export function refused(code: RefusalCode, field: string, problem: string): LineReading<never> {
  return { ok: false, refusal: { code, field, problem } }
}
