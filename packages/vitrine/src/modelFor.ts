import { filesFor, type Model, openModel, type PageWorld } from '@vitrine/engine'
import {
  availabilityPath,
  itemPath,
  listPath,
  parseAvailabilityFile,
  parseItemFile,
  parseListFile,
  type RecommendRequest
} from '@vitrine/protocol'
import type { GetFile } from './publicFiles.ts'

/** Models that stay opened, by the files they rest on: the placements of a page ask for much the same again and again. */
const MAX_OPEN = 8
const opened = new WeakMap<GetFile, Map<string, Model>>()

/**
 * The model as far as these requests need it. Fetches what is missing; versioned files never change, so the browser's own
 * cache keeps them across pages and visits (`force-cache`), and a file once fetched costs no request again.
 */
export async function modelFor(
  requests: readonly RecommendRequest[],
  world: PageWorld,
  get: GetFile
): Promise<Model> {
  const { manifest } = world
  const { shop, version } = manifest
  const { items, lists } = filesFor(requests, world)
  const [itemFiles, listFiles, availability] = await Promise.all([
    Promise.all(items.map(id => get(itemPath(shop, version, id), parseItemFile, 'force-cache'))),
    Promise.all(lists.map(name => get(listPath(shop, version, name), parseListFile, 'force-cache'))),
    // Stock is true now or worthless: asked for anew on every page, and answered 304 while nothing has changed.
    get(availabilityPath(shop), parseAvailabilityFile, 'no-cache')
  ])
  const [present, listed] = [itemFiles.filter(isThere), listFiles.filter(isThere)]
  const key = JSON.stringify([
    version,
    availability,
    present.map(({ card }) => card.id),
    listed.map(({ name }) => name)
  ])
  const models = opened.get(get) ?? new Map<string, Model>()
  const model =
    models.get(key) ??
    openModel({ manifest, items: present, lists: listed, availability: availability?.items ?? {} })
  if (models.size >= MAX_OPEN) models.clear()
  opened.set(get, models.set(key, model))
  return model
}

function isThere<File>(file: File | undefined): file is File {
  return file !== undefined
}
