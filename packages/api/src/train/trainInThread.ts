import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { EpochMs } from '@vitrine/protocol'
import type { Shop } from '../store/shops.ts'
import type { TrainAndPublish, TrainedShop } from './publishTraining.ts'

/** What the thread is told. */
export interface TrainOrder {
  readonly dataPath: string
  readonly publishFolder: string
  readonly shop: Shop
  readonly now: EpochMs
  readonly older: readonly string[]
}

/** Trains in a thread of its own, over the same files, so that events are answered meanwhile. */
export function trainInThread(dataPath: string, publishFolder: string): TrainAndPublish {
  return async (shop, now, older) => {
    const workerData: TrainOrder = { dataPath, publishFolder, shop, now, older }
    const thread = new Worker(new URL('./trainThread.ts', import.meta.url), { workerData })
    try {
      // `once` rejects when the thread throws.
      const [trained] = (await once(thread, 'message')) as [TrainedShop]
      return trained
    } finally {
      await thread.terminate()
    }
  }
}
