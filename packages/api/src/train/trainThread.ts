import { parentPort, workerData } from 'node:worker_threads'
import { folderPublisher } from '../publish/folderPublisher.ts'
import { openSqliteStore } from '../store/store.ts'
import { trainHere } from './trainHere.ts'
import type { TrainOrder } from './trainInThread.ts'

const { dataPath, publishFolder, shop, now, older } = workerData as TrainOrder
const store = await openSqliteStore(dataPath)
const trained = await trainHere(store, folderPublisher(publishFolder))(shop, now, older)
await store.close()
parentPort?.postMessage(trained)
