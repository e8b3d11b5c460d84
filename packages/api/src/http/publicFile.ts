import { createHash } from 'node:crypto'
import type { Context } from 'hono'

/** `short`: may be a minute old, and ten more while it is fetched again. `immutable`: never changes under its name. */
export type Cache = 'short' | 'immutable'

const CACHE: Readonly<Record<Cache, string>> = {
  short: 'public, max-age=60, stale-while-revalidate=600',
  immutable: 'public, max-age=31536000, immutable'
}

/** Answers a JSON file that is the same for everyone, from anywhere, with an ETag; 304 when the caller has it. */
export function publicFile(c: Context, file: { readonly text: string; readonly cache: Cache }): Response {
  const etag = `"${createHash('sha256').update(file.text).digest('base64url').slice(0, 22)}"`
  const headers = {
    'cache-control': CACHE[file.cache],
    'access-control-allow-origin': '*',
    'cross-origin-resource-policy': 'cross-origin',
    etag
  }
  const known = (c.req.header('if-none-match') ?? '').split(',').map(one => one.trim().replace(/^W\//, ''))
  if (known.includes(etag)) return new Response(null, { status: 304, headers })
  return new Response(file.text, { headers: { ...headers, 'content-type': 'application/json' } })
}
