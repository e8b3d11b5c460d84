import type { TrainReport } from '@vitrine/engine/train'
import type { EpochMs } from '@vitrine/protocol'
import { type PublishParts, publishAvailability } from '../publish/publishAvailability.ts'
import type { Shop } from '../store/shops.ts'

/** A model whose files are published, and what could be ordered when it was trained. */
export interface TrainedShop {
  readonly version: string
  readonly report: TrainReport
  readonly items: readonly { readonly id: string; readonly ok: boolean }[]
}

/**
 * Trains a shop and publishes the files; `older` are versions published before, newest first. In a process that also
 * answers requests it runs in a thread of its own (`trainInThread`).
 */
export type TrainAndPublish = (shop: Shop, now: EpochMs, older: readonly string[]) => Promise<TrainedShop>

/** What a training needs. */
export interface Training extends PublishParts {
  readonly train: TrainAndPublish
}

/** The handler of a training job: trains, publishes, and begins the availability file anew. */
export async function publishTraining(training: Training, shop: Shop): Promise<Omit<TrainedShop, 'items'>> {
  const { store, train, now } = training
  const older = (await store.publications.recent(shop.id, 5)).map(({ version }) => version)
  const { version, report, items } = await train(shop, now(), older)
  await store.publications.add(shop.id, { version, at: now() })
  await store.catalog.markPublished(shop.id, items)
  await publishAvailability(training, shop.id)
  return { version, report }
}
