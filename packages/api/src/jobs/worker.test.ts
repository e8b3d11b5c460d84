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
  const [training, , , telling] = worker.lanes
  const trained = training?.run()
  expect(await telling?.run()).toBe(2)
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
  const claim = { kinds: ['restock-send'], leaseMs: 60_000, limit: 1 }
  const sending = worker.lanes[3]?.run()
  while ((await store.jobs.find('corner', 'a'))?.state !== 'running') await new Promise(setImmediate)
  for (let seconds = 0; seconds < 360; seconds += 18) {
    await vi.advanceTimersByTimeAsync(18_000)
    expect(await store.jobs.claim({ ...claim, now: Date.now() })).toEqual([])
  }
  end()
  expect(await sending).toBe(1)
  expect(await store.jobs.find('corner', 'a')).toMatchObject({ state: 'done', tries: 1 })
  await add('b', 'restock-send')
  expect(await store.jobs.claim({ ...claim, now: Date.now() })).toHaveLength(1)
  await vi.advanceTimersByTimeAsync(60_001)
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
  const closing = polling.close(30_000).then(() => {
    isClosed = true
  })
  await vi.advanceTimersByTimeAsync(5000)
  expect([times, isClosed]).toEqual([2, false])
  end()
  await closing
})

test('WL-51 a lane that is closed begins no more, and is closed when what is under way is done', async () => {
  const begun: string[] = []
  const ends: (() => void)[] = []
  const worker = workerOf({
    'restock-send': ({ id }) => {
      begun.push(id)
      return new Promise<void>(resolve => ends.push(resolve))
    }
  })
  for (const id of ['a', 'b', 'c', 'd', 'e', 'f']) await add(id, 'restock-send')
  const polling = pollLane(isOpen => worker.lanes[3]?.run(isOpen) ?? Promise.resolve(), 1000, silentLog)
  await vi.advanceTimersByTimeAsync(1000)
  while (begun.length < 4) await new Promise(setImmediate)
  let isClosed = false
  const closing = polling.close(30_000).then(() => {
    isClosed = true
  })
  for (const end of ends.slice(0, 3)) end()
  while ((await store.jobs.find('corner', 'c'))?.state !== 'done') await new Promise(setImmediate)
  expect([begun, isClosed]).toEqual([['a', 'b', 'c', 'd'], false])
  ends[3]?.()
  await closing
  expect(begun).toHaveLength(4)
  expect((await store.jobs.waiting('corner', 'restock-send'))?.id).toBe('e')
})

test('WL-51 what takes longer than its lane’s patience is not waited for', async () => {
  const polling = pollLane(() => new Promise(() => {}), 1000, silentLog)
  await vi.advanceTimersByTimeAsync(1000)
  await polling.close(1)
})

test('WL-52 a process that slept through its lease does not take its own job a second time', async () => {
  const ends: (() => void)[] = []
  const worker = workerOf({ 'restock-send': () => new Promise<void>(resolve => ends.push(resolve)) })
  await add('a', 'restock-send')
  const sending = worker.lanes[3]?.run()
  while (ends.length === 0) await new Promise(setImmediate)
  vi.setSystemTime(NOON + 10 * 60_000)
  expect(await worker.lanes[3]?.run()).toBe(0)
  expect(ends).toHaveLength(1)
  ends[0]?.()
  expect(await sending).toBe(1)
  expect(await store.jobs.find('corner', 'a')).toMatchObject({ state: 'done', tries: 1 })
})

test('WL-53 a mail about a signup does not wait for those who are told that something is back', async () => {
  const ends: (() => void)[] = []
  const worker = workerOf({
    'restock-send': () => new Promise<void>(resolve => ends.push(resolve)),
    'restock-mail': async () => {}
  })
  for (const id of ['a', 'b', 'c', 'd', 'e']) await add(id, 'restock-send')
  await add('m', 'restock-mail')
  const telling = worker.lanes[3]?.run()
  while (ends.length < 4) await new Promise(setImmediate)
  expect(await worker.lanes[2]?.run()).toBe(1)
  const all = async () => {
    for (let end = ends.shift(); ; end = ends.shift()) {
      end?.()
      await new Promise(setImmediate)
      if ((await store.jobs.find('corner', 'e'))?.state === 'done') return
    }
  }
  await all()
  expect(await telling).toBe(5)
})

test('WL-51 a disk that fails under one runner of a lane is told of when the others are done', async () => {
  let end: () => void = () => {}
  const { claim } = store.jobs
  let claims = 0
  const jobs = {
    ...store.jobs,
    claim(what: Parameters<typeof claim>[0]) {
      claims++
      return claims === 2 ? Promise.reject(new Error('disk full')) : claim(what)
    }
  }
  const handler = () =>
    new Promise<void>(resolve => {
      end = resolve
    })
  const parts = { lanes: LANES, now: Date.now, log: silentLog, metrics: openMetrics() }
  const worker = openWorker({ ...parts, jobs, handlers: { 'restock-send': handler } })
  await add('a', 'restock-send')
  let isOver = false
  const running = worker.lanes[3]?.run().finally(() => {
    isOver = true
  })
  const failing = expect(running).rejects.toThrow('disk full')
  for (let turns = 0; turns < 20; turns++) await new Promise(setImmediate)
  expect(isOver).toBe(false)
  end()
  await failing
})
