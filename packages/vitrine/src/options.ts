import { bad, good, type Result, safeUrl } from '@vitrine/protocol'

/** Where consent comes from until the shop says more: `ask` is pending until told, `cmp` reads the page's consent platform. */
export type ConsentMode = 'ask' | 'granted' | 'denied' | 'cmp'

/** What a shop tells Vitrine about itself. */
export interface StartOptions {
  readonly shop: string
  /** The public write key (`pk_…`). A secret key has no business in a page and is refused. */
  readonly key: string
  /** Origin and path of the API, without a slash at the end. */
  readonly api: string
  /** Where the public model files are served; by default `{api}/models`. */
  readonly models?: string
  /** Default `ask`. */
  readonly consent?: ConsentMode
  /** The shop's currency (ISO 4217), for pages that name none. */
  readonly currency?: string
}

/** Options read: what was left out is filled in. */
export type ReadOptions = StartOptions & Required<Pick<StartOptions, 'models' | 'consent'>>

const CHECKS: Readonly<Record<string, RegExp>> = {
  shop: /^[A-Za-z0-9][\w-]{0,63}$/,
  // A secret key has no business in a page.
  key: /^(?!sk_)./,
  consent: /^(ask|granted|denied|cmp)$/
}

/** Reads what a script tag's `data-` attributes or a caller without types gives. */
export function parseOptions(given: Readonly<Record<string, unknown>>): Result<ReadOptions> {
  const { api } = given
  const options: Record<string, unknown> = { models: `${api}/models`, consent: 'ask', ...given }
  for (const name of ['api', 'models']) options[name] = safeUrl(options[name])?.replace(/\/+$/, '')
  for (const [name, shape] of Object.entries({ ...CHECKS, api: /./, models: /./ })) {
    if (!shape.test(String(options[name] ?? ''))) return bad(name, 'is wrong')
  }
  return good(options as unknown as ReadOptions)
}
