import type { TrainedModel } from '@vitrine/engine/train'
import { itemPath, listPath, manifestPath } from '@vitrine/protocol'
import type { Publisher } from './publisher.ts'

/** The current version and the one before it, which pages that are still open may ask for. */
const KEPT_VERSIONS = 2

/** Publishes a model: all files of its version first, the manifest that names it last, then versions too old are removed. */
export async function publishModel(
  publisher: Publisher,
  model: TrainedModel,
  olderVersions: readonly string[]
): Promise<void> {
  const { shop, version } = model.manifest
  const folder = `/${shop}/${version}`
  await publisher.writeFolder(folder, filesOf(model, folder))
  await publisher.write(manifestPath(shop), JSON.stringify(model.manifest))
  const kept = new Set([version, ...olderVersions.filter(one => one !== version).slice(0, KEPT_VERSIONS - 1)])
  for (const name of await publisher.folders(`/${shop}`))
    if (!kept.has(name)) await publisher.removeFolder(`/${shop}/${name}`)
}

function* filesOf({ manifest, items, lists }: TrainedModel, folder: string) {
  const { shop, version } = manifest
  for (const file of items)
    yield { path: itemPath(shop, version, file.card.id).slice(folder.length), text: JSON.stringify(file) }
  for (const list of lists)
    yield { path: listPath(shop, version, list.name).slice(folder.length), text: JSON.stringify(list) }
}
