/** What the API answered. */
export interface MerchantAnswer {
  readonly status: number
  /** Of a config: what `ifMatch` takes. */
  readonly etag?: string
  /** The JSON of it; nothing where there was none. */
  readonly body: unknown
}

/** What goes with a call. */
export interface MerchantSent {
  readonly body?: unknown
  readonly ifMatch?: string | undefined
}

/** Asks one of the API's merchant routes. @returns `undefined` when the API does not answer: stopped, or too slow for a till. */
export type MerchantCall = (
  method: 'GET' | 'PUT' | 'POST',
  path: string,
  sent?: MerchantSent
) => Promise<MerchantAnswer | undefined>

/** Somebody waits at the till. */
const PATIENCE_MS = 4000

/**
 * The API's merchant routes, for what must go on when the API does not. The secret key never leaves this process.
 *
 * @param origin - Of the API.
 */
export function openMerchantCall(
  origin: string,
  secretKey: string,
  fetch: (url: string, init: RequestInit) => Promise<Response> = globalThis.fetch
): MerchantCall {
  return async (method, path, { body, ifMatch } = {}) => {
    const headers = {
      authorization: `Bearer ${secretKey}`,
      'content-type': 'application/json',
      ...(ifMatch !== undefined && { 'if-match': ifMatch })
    }
    try {
      const answer = await fetch(`${origin}/v1${path}`, {
        ...{ method, headers, signal: AbortSignal.timeout(PATIENCE_MS) },
        ...(body !== undefined && { body: JSON.stringify(body) })
      })
      const etag = answer.headers.get('etag')
      const text = await answer.text()
      return {
        status: answer.status,
        body: text === '' ? undefined : JSON.parse(text),
        ...(etag !== null && { etag })
      }
    } catch {
      // Stopped, restarting or not JSON: for who waits it is all the same.
      return undefined
    }
  }
}
