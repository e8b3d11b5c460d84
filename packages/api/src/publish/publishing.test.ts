import { expect, test } from 'vitest'
import type { ApiOptions } from '../createApi.ts'
import { openTurns } from '../openTurns.ts'
import { LANTERN, MUG, postStock, putCatalog } from '../testing/feeds.ts'
import { memoryPublisher } from '../testing/memoryPublisher.ts'
import { openTestApi, SHOP } from '../testing/openTestApi.ts'

/** A publisher whose next write of `path` hangs until it is let go. */
function hangingPublisher(path: string) {
  const files = memoryPublisher()
  const { promise: gate, resolve: letGo } = Promise.withResolvers<void>()
  let isArmed = false
  let isHanging = false
  const publish: ApiOptions['publish'] = {
    ...files,
    async write(where, text) {
      if (isArmed && where === path && !isHanging) {
        isHanging = true
        await gate
      }
      await files.write(where, text)
    }
  }
  return {
    publish,
    letGo,
    arm() {
      isArmed = true
    },
    isHanging: () => isHanging,
    read: () => JSON.parse(files.files.get(path) ?? 'null') as Record<string, unknown>
  }
}

const turns = async (count = 50) => {
  for (let turn = 0; turn < count; turn++) await new Promise(setImmediate)
}

test('AP-16 the newest config is what is published, though an older one was slow to write', async () => {
  const slow = hangingPublisher('/corner/config.json')
  const api = await openTestApi({ publish: slow.publish })
  const put = async (name: string) => {
    const config = (await api.store.configs.current(SHOP.id))?.config
    return api.merchant('PUT', '/v1/shop', { body: JSON.stringify({ ...config, name }) })
  }
  slow.arm()
  const first = put('First')
  while (!slow.isHanging()) await new Promise(setImmediate)
  const second = put('Second')
  await turns()
  slow.letGo()
  expect([(await first).status, (await second).status]).toEqual([200, 200])
  expect(slow.read()).toMatchObject({ name: 'Second' })
})

test('AP-54 the newest stock is what is published, though an older one or a training was slow to write', async () => {
  const slow = hangingPublisher('/corner/availability.json')
  const api = await openTestApi({ publish: slow.publish })
  await putCatalog(api, [LANTERN, MUG])
  await api.merchant('POST', '/v1/train')
  slow.arm()
  const training = api.worker.runDue()
  while (!slow.isHanging()) await new Promise(setImmediate)
  const stock = postStock(api, [{ id: LANTERN.id, quantity: 0 }])
  await turns()
  slow.letGo()
  await training
  expect((await stock).status).toBe(200)
  expect(slow.read()).toMatchObject({ items: { [LANTERN.id]: false } })
})

test('AP-54 a turn that fails is told to its caller and holds nobody up', async () => {
  const inTurn = openTurns()
  const done: string[] = []
  const broken = inTurn('a', () => Promise.reject(new Error('no disk')))
  const next = inTurn('a', async () => done.push('a'))
  await inTurn('b', async () => done.push('b'))
  await expect(broken).rejects.toThrow('no disk')
  await next
  expect(done.sort()).toEqual(['a', 'b'])
})
