import {
  configPath,
  type Manifest,
  manifestPath,
  parseManifest,
  parseShopConfig,
  type Result,
  type ShopConfig
} from '@vitrine/protocol'
import type { Complain } from './complaints.ts'

/** Fetches a public file and reads it; `undefined` when it cannot be had or read. Each path is asked for once a page. */
export type GetFile = <File>(
  path: string,
  parse: (json: unknown) => Result<File>,
  cache?: RequestCache
) => Promise<File | undefined>

/** The shop's public files as this page has them. */
export interface PublicFiles {
  readonly get: GetFile
  /** `undefined` when it cannot be had, and then nothing is shown. */
  config(): Promise<ShopConfig | undefined>
  manifest(): Promise<Manifest | undefined>
  /** A new page view: what can change is asked for again, and stays as it was where it cannot be had. */
  renew(): void
}

interface FilesOptions {
  readonly shop: string
  /** Base URL of the public files. */
  readonly base: string
  readonly fetch: typeof fetch
  readonly complain: Complain
}

/** The files under `base`: the same for every visitor, asked for without cookie or referrer. */
export function openPublicFiles({ shop, base, fetch, complain }: FilesOptions): PublicFiles {
  const kept = new Map<string, Promise<unknown>>()
  let before = kept

  async function read<File>(
    path: string,
    parse: (json: unknown) => Result<File>,
    cache: RequestCache
  ): Promise<File> {
    const answer = await fetch(base + path, { cache, credentials: 'omit', referrerPolicy: 'no-referrer' })
    if (!answer.ok) throw new Error(`${answer.status}`)
    const parsed = parse(await answer.json())
    if (!parsed.ok) throw new Error(`${parsed.field} ${parsed.problem}`)
    return parsed.value
  }

  const get: GetFile = (path, parse, cache = 'default') => {
    const known = kept.get(path)
    // A path has one parser, so what was kept under it is a File.
    if (known) return known as ReturnType<typeof read<never>>
    const file = read(path, parse, cache).catch(error => {
      // What could not be had now may be had a moment later: the next look asks again.
      kept.delete(path)
      complain('VT-03', `${path} ${error}`)
      return before.get(path) as Promise<never>
    })
    kept.set(path, file)
    return file
  }

  return {
    get,
    config: () => get(configPath(shop), parseShopConfig),
    manifest: () => get(manifestPath(shop), parseManifest),
    renew() {
      before = new Map([...before, ...kept])
      for (const path of kept.keys()) if (path.split('/').length < 4) kept.delete(path)
    }
  }
}
