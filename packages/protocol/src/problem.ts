/** Every code an answer of the API can carry, with its HTTP status. docs/errors.md explains each. */
export const PROBLEMS = {
  body_not_json: 400,
  body_invalid: 400,
  key_unknown: 401,
  secret_missing: 401,
  secret_wrong: 403,
  origin_not_allowed: 403,
  token_invalid: 401,
  not_found: 404,
  item_unknown: 404,
  offer_unavailable: 404,
  version_conflict: 409,
  offer_exhausted: 409,
  body_too_large: 413,
  batch_too_large: 413,
  events_refused: 422,
  config_invalid: 422,
  too_many_requests: 429,
  internal: 500,
  overloaded: 503,
  closing: 503
} as const

/** A code of {@link PROBLEMS}. */
export type ProblemCode = keyof typeof PROBLEMS

/** `application/problem+json` (RFC 9457) as the API answers it. */
export interface ProblemDetails {
  /** Where the code is explained. */
  readonly type: string
  readonly title: string
  readonly status: number
  readonly code: ProblemCode
  readonly detail?: string
  /** Path of the offending field, where there is one. */
  readonly field?: string
}
