import { type Model, openModel } from '@vitrine/engine'
import {
  type AvailabilityFile,
  availabilityPath,
  configPath,
  type ItemFile,
  itemPath,
  type ListFile,
  listPath,
  type Manifest,
  manifestPath,
  parseAvailabilityFile,
  parseItemFile,
  parseListFile,
  parseManifest,
  parseShopConfig,
  type Result,
  type ShopConfig
} from '@vitrine/protocol'
import type { Complain } from './complaints.ts'

/** Names of files on which a ranking would rest. */
export interface FileNames {
  readonly items: readonly string[]
  readonly lists: readonly string[]
}

/** The shop's public files as this page has them. */
export interface ModelFiles {
  /** The shop's config; `undefined` when it cannot be had, and then nothing is shown. */
  config(): Promise<ShopConfig | undefined>
  manifest(): Promise<Manifest | undefined>
  /** Fetches what is missing of these and answers the model of all that is at hand. Never fails: what cannot be had is absent. */
  model(names: FileNames): Promise<Model | undefined>
}

interface FilesOptions {
  readonly shop: string
  /** Base URL of the public files. */
  readonly base: string
  readonly fetch: typeof fetch
  readonly complain: Complain
}

/**
 * The model files. All are GETs of files that are the same for every visitor, without cookie or referrer.
 * Versioned files never change, so the browser's own cache keeps them across pages and visits (`force-cache`):
 * a file once fetched costs no request again.
 */
export function openModelFiles({ shop, base, fetch, complain }: FilesOptions): ModelFiles {
  const kept = new Map<string, Promise<unknown>>()

  function get<File>(
    path: string,
    parse: (json: unknown) => Result<File>,
    cache: RequestCache
  ): Promise<File | undefined> {
    const known = kept.get(path)
    // The key holds the path and a path has one parser, so what was kept under it is a File.
    if (known) return known as Promise<File | undefined>
    const file = read(path, parse, cache).catch(error => {
      // A file that could not be had now may be had on the next page, so only this page goes without it.
      kept.delete(path)
      complain('VT-03', `${path} (${error instanceof Error ? error.message : error})`)
      return undefined
    })
    kept.set(path, file)
    return file
  }

  async function read<File>(
    path: string,
    parse: (json: unknown) => Result<File>,
    cache: RequestCache
  ): Promise<File> {
    const answer = await fetch(base + path, { cache, credentials: 'omit', referrerPolicy: 'no-referrer' })
    if (!answer.ok) throw new Error(`answered ${answer.status}`)
    const parsed = parse(await answer.json())
    if (!parsed.ok) throw new Error(`${parsed.field} ${parsed.problem}`)
    return parsed.value
  }

  const manifest = () => get(manifestPath(shop), parseManifest, 'default')
  const present = <File>(files: readonly (File | undefined)[]) => files.filter(file => file !== undefined)

  return {
    config: () => get(configPath(shop), parseShopConfig, 'default'),
    manifest,
    async model({ items, lists }) {
      const current = await manifest()
      if (!current) return undefined
      const { version } = current
      const [itemFiles, listFiles, availability] = await Promise.all([
        Promise.all(
          items.map(id => get<ItemFile>(itemPath(shop, version, id), parseItemFile, 'force-cache'))
        ),
        Promise.all(
          lists.map(name => get<ListFile>(listPath(shop, version, name), parseListFile, 'force-cache'))
        ),
        get<AvailabilityFile>(availabilityPath(shop), parseAvailabilityFile, 'default')
      ])
      return openModel({
        manifest: current,
        items: present(itemFiles),
        lists: present(listFiles),
        ...(availability && { availability: availability.items })
      })
    }
  }
}
