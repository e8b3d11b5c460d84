import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openMetrics } from '../http/openMetrics.ts'
import { silentLog } from '../log.ts'
import { openSqliteStore, type Store } from '../store/store.ts'
import { NOON } from '../testing/openTestApi.ts'
import { LANES } from './lanes.ts'
import { type Handler, openWorker, type Worker } from './openWorker.ts'
import { pollLane } from './pollLane.ts'

let store: Store
beforeEach(async () => {
  store = await openSqliteStore(':memory:')
  vi.useFakeTimers({ now: NOON, toFake: ['Date', 'setInterval', 'clearInterval'] })
})
afterEach(async () => {
  vi.useRealTimers()
  await store.close()
})

function workerOf(handlers: Readonly<Record<string, Handler>>): Worker {
  return openWorker({
    ...{ jobs: store.jobs, lanes: LANES, handlers, now: Date.now, log: silentLog },
    metrics: openMetrics()
  })
}

const add = (id: string, kind: string) => store.jobs.add({ shop: 'corner', id, kind, runAt: NOON }, NOON)

test('WL-35 a training that takes its time holds up no mail', async () => {
  let endTraining: () => void = () => {}
  const done: string[] = []
  const worker = workerOf({
    train: () =>
      new Promise<void>(resolve => {
        endTraining = resolve
      }),
    'restock-send': async ({ id }) => done.push(id)
  })
  await add('t', 'train')
  await add('a', 'restock-send')
  await add('b', 'restock-send')
  const [training, , mailing] = worker.lanes
  const trained = training?.()
  expect(await mailing?.()).toBe(2)
  expect(done).toEqual(['a', 'b'])
  endTraining()
  expect(await trained).toBe(1)
})

test('WL-35 what takes longer than its lease stays its taker’s; what a dead process held is taken over', async () => {
  let end: () => void = () => {}
  const worker = workerOf({
    'restock-send': () =>
      new Promise<void>(resolve => {
        end = resolve
      })
  })
  await add('a', 'restock-send')
  const claim = { kinds: ['restock-send'], leaseMs: 10_000, limit: 1 }
  const sending = worker.lanes[2]?.()
  while ((await store.jobs.find('corner', 'a'))?.state !== 'running') await new Promise(setImmediate)
  for (let seconds = 0; seconds < 60; seconds += 3) {
    await vi.advanceTimersByTimeAsync(3000)
    expect(await store.jobs.claim({ ...claim, now: Date.now() })).toEqual([])
  }
  end()
  expect(await sending).toBe(1)
  expect(await store.jobs.find('corner', 'a')).toMatchObject({ state: 'done', tries: 1 })
  await add('b', 'restock-send')
  expect(await store.jobs.claim({ ...claim, now: Date.now() })).toHaveLength(1)
  await vi.advanceTimersByTimeAsync(10_001)
  expect(await store.jobs.claim({ ...claim, now: Date.now() })).toMatchObject([{ id: 'b', tries: 2 }])
})

test('WL-35 a lane is looked after every second, never twice at once, and until it is closed', async () => {
  let end: () => void = () => {}
  let times = 0
  const errors: string[] = []
  const log = { ...silentLog, error: (fields: object) => errors.push(JSON.stringify(fields)) }
  const work = () => {
    times++
    if (times === 1) return Promise.reject(new Error('no disk'))
    return new Promise<void>(resolve => {
      end = resolve
    })
  }
  const polling = pollLane(work, 1000, log)
  await vi.advanceTimersByTimeAsync(999)
  expect(times).toBe(0)
  await vi.advanceTimersByTimeAsync(5001)
  expect([times, errors]).toEqual([2, ['{"error":"Error: no disk"}']])
  let isClosed = false
  const closing = polling.close().then(() => {
    isClosed = true
  })
  await vi.advanceTimersByTimeAsync(5000)
  expect([times, isClosed]).toEqual([2, false])
  end()
  await closing
})
