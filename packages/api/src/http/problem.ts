import { PROBLEMS, type ProblemCode, type ProblemDetails } from '@vitrine/protocol'

const TITLES: Readonly<Record<ProblemCode, string>> = {
  body_not_json: 'The body is not JSON',
  body_invalid: 'The body is not what this route takes',
  key_unknown: 'No shop has this write key',
  secret_missing: 'This route needs the secret key',
  secret_wrong: 'No shop has this secret key',
  origin_not_allowed: 'The shop does not allow this origin',
  token_invalid: 'The identity token is not valid',
  not_found: 'There is nothing here',
  item_unknown: 'The catalogue has no such variant',
  offer_unavailable: 'There is no such offer now',
  version_conflict: 'The config has changed in the meantime',
  offer_exhausted: 'All codes of the offer are given away',
  body_too_large: 'The body is too large',
  batch_too_large: 'The batch has too many events',
  events_refused: 'Some events were refused',
  config_invalid: 'The config is not valid',
  too_many_requests: 'Too many requests',
  internal: 'Something is wrong on our side',
  overloaded: 'More is waiting to be written than we hold',
  closing: 'The server is stopping'
}

/** What a problem says beside its code. */
export interface ProblemParts {
  readonly detail?: string
  readonly field?: string
  /** Goes into `Retry-After`. */
  readonly retryAfterSeconds?: number
  /** Further members, as RFC 9457 allows. */
  readonly more?: Readonly<Record<string, unknown>>
}

/** A refusal as `application/problem+json` (RFC 9457); `type` is where docs/errors.md explains the code. */
export function problem(code: ProblemCode, parts: ProblemParts = {}): Response {
  const { detail, field, retryAfterSeconds, more } = parts
  const body: ProblemDetails = {
    type: `docs/errors.md#${code}`,
    title: TITLES[code],
    status: PROBLEMS[code],
    code,
    ...(detail !== undefined && { detail }),
    ...(field !== undefined && { field })
  }
  return new Response(JSON.stringify({ ...body, ...more }), {
    status: PROBLEMS[code],
    headers: {
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
      ...(retryAfterSeconds !== undefined && { 'retry-after': String(Math.ceil(retryAfterSeconds)) })
    }
  })
}
