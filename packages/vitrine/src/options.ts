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

const MODES: readonly unknown[] = ['ask', 'granted', 'denied', 'cmp']

/** Reads what a script tag's `data-` attributes or a caller without types gives. */
export function parseOptions(given: Readonly<Record<string, unknown>>): Result<ReadOptions> {
  const { shop, key, api, models, consent = 'ask', currency } = given
  if (typeof shop !== 'string' || !/^[A-Za-z0-9][\w-]{0,63}$/.test(shop)) return bad('shop', 'must be an id')
  if (typeof key !== 'string' || key === '') return bad('key', 'must be the pk_ key')
  if (key.startsWith('sk_')) return bad('key', 'is secret: use the pk_ key')
  if (!MODES.includes(consent)) return bad('consent', 'must be ask, granted, denied or cmp')
  const apiUrl = base(api)
  if (apiUrl === undefined) return bad('api', 'must be a URL')
  const modelsUrl = base(models ?? `${apiUrl}/models`)
  if (modelsUrl === undefined) return bad('models', 'must be a URL')
  return good({
    shop,
    key,
    api: apiUrl,
    models: modelsUrl,
    consent: consent as ConsentMode,
    ...(typeof currency === 'string' ? { currency: currency.toUpperCase() } : {})
  })
}

function base(url: unknown): string | undefined {
  return safeUrl(url)?.replace(/\/+$/, '')
}
