import type { Publisher } from '../publish/publisher.ts'
import { publishModel } from '../publish/publishModel.ts'
import type { Store } from '../store/store.ts'
import type { TrainAndPublish } from './publishTraining.ts'
import { trainShop } from './trainShop.ts'

/** Trains in this thread: in tests, and inside the thread that `trainInThread` starts. */
export function trainHere(store: Store, publish: Publisher): TrainAndPublish {
  return async (shop, now, older) => {
    const { model, items } = await trainShop(store, shop, now)
    await publishModel(publish, model, older)
    return { version: model.manifest.version, report: model.report, items }
  }
}
