import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AvailabilityFile, ItemFile, Manifest } from '@vitrine/protocol'
import {
  AvailabilityFile as AvailabilitySchema,
  ItemFile as ItemSchema,
  Manifest as ManifestSchema
} from '@vitrine/protocol/schema'
import { Compile } from 'typebox/compile'
import { describe, expect, test } from 'vitest'
import { folderPublisher } from '../publish/folderPublisher.ts'
import { createShop } from '../shops/createShop.ts'
import { openSqliteStore } from '../store/store.ts'
import { batchOf, heard, look } from '../testing/batches.ts'
import { BLUE_LANTERN, LANTERN, MUG, postOrders, postStock, putCatalog } from '../testing/feeds.ts'
import { memoryPublisher } from '../testing/memoryPublisher.ts'
import { DAY_MS, NOON, openTestApi, SHOP, type TestApi } from '../testing/openTestApi.ts'
import { basketsOf } from './basketsOf.ts'
import { trainInThread } from './trainInThread.ts'
import { trainShop } from './trainShop.ts'

const line = (order: number, item: string) => ({
  ...{ order_id: String(order), timestamp: NOON - DAY_MS, customer_id: order, quantity: 1, price: 1 },
  ...{ item_id: item, line: item === MUG.id ? 1 : 2 }
})
const TOGETHER = [1, 2, 3].flatMap(order => [line(order, MUG.id), line(order, LANTERN.id)])

async function train(api: TestApi) {
  const answer = await api.merchant('POST', '/v1/train')
  const job = (await answer.json()) as { id: string; state: string }
  await api.worker.runDue()
  const after = await (await api.merchant('GET', `/v1/jobs/${job.id}`)).json()
  return { answer, job, after: after as { state: string; result: { version: string } } }
}

async function openTrained() {
  const api = await openTestApi()
  await putCatalog(api, [LANTERN, BLUE_LANTERN, MUG])
  await postOrders(api, TOGETHER)
  const { after } = await train(api)
  const read = <Of>(path: string) => JSON.parse(api.publish.files.get(path) ?? 'null') as Of
  return { ...api, version: after.result.version, read }
}

describe('a training job', () => {
  test('AP-50 trains from catalogue, orders and views, and publishes files that hold to their schema', async () => {
    const api = await openTrained()
    const manifest = api.read<Manifest>('/corner/manifest.json')
    expect(manifest).toMatchObject({ shop: 'corner', version: api.version, items: 2, currency: 'GBP' })
    expect(Compile(ManifestSchema).Check(manifest)).toBe(true)
    const file = api.read<ItemFile>(`/corner/${api.version}/items/84029.json`)
    expect(Compile(ItemSchema).Check(file)).toBe(true)
    expect(file.rows.bought?.ids).toContain('22138')
    expect(file.cards[0]).toMatchObject({
      id: '22138',
      price: 255,
      category: ['Giftware', 'Lighting', 'Lanterns'],
      since: Date.UTC(2026, 0, 1),
      variants: [
        { id: '22138-B', color: 'Blue', price: 295, ok: true },
        { id: '22138-R', color: 'Red', ok: true }
      ]
    })
  })

  test('AP-50 answers 202 with the job, and tells where it stands', async () => {
    const api = await openTestApi()
    await putCatalog(api, [MUG])
    const { answer, job, after } = await train(api)
    expect([answer.status, answer.headers.get('location')]).toEqual([202, `/v1/jobs/${job.id}`])
    expect(job.state).toBe('waiting')
    expect(after).toMatchObject({
      state: 'done',
      result: { version: expect.any(String), report: { products: 1 } }
    })
    expect((await api.merchant('GET', '/v1/jobs/nothing')).status).toBe(404)
  })

  test('AP-51 publishes the manifest last, and keeps the version before for pages still open', async () => {
    const api = await openTrained()
    expect(api.publish.written.indexOf('/corner/manifest.json')).toBeGreaterThan(
      api.publish.written.findLastIndex(path => path.startsWith(`/corner/${api.version}/`))
    )
    const versions = [api.version]
    for (const price of ['3.00 GBP', '3.50 GBP']) {
      api.clock.now += DAY_MS
      await putCatalog(api, [LANTERN, BLUE_LANTERN, { ...MUG, price }])
      versions.push((await train(api)).after.result.version)
    }
    expect(new Set(versions).size).toBe(3)
    expect(await api.publish.folders('/corner')).toEqual(versions.slice(1))
    expect(api.read<Manifest>('/corner/manifest.json').version).toBe(versions.at(-1))
  })

  test('AP-52 is one job however often it is asked for while it waits', async () => {
    const api = await openTestApi()
    const ids = async () => ((await (await api.merchant('POST', '/v1/train')).json()) as { id: string }).id
    const first = await ids()
    api.clock.now += 5
    expect(await ids()).toBe(first)
    expect(await api.worker.runDue()).toBe(1)
    api.clock.now += 5
    expect(await ids()).not.toBe(first)
  })

  test('AP-53 that fails is tried again, later each time, and then given up with its error', async () => {
    let tries = 0
    const api = await openTestApi({
      train: () => {
        tries++
        return Promise.reject(new Error('out of luck'))
      }
    })
    const { job } = await train(api)
    const waits: number[] = []
    for (;;) {
      const now = await api.store.jobs.find(SHOP.id, job.id)
      if (now?.state !== 'waiting') break
      waits.push(now.runAt - api.clock.now)
      expect(await api.worker.runDue()).toBe(0)
      api.clock.now = now.runAt
      await api.worker.runDue()
    }
    expect(waits).toEqual([10_000, 20_000, 40_000, 80_000])
    expect(tries).toBe(5)
    expect(await api.store.jobs.find(SHOP.id, job.id)).toMatchObject({
      state: 'failed',
      error: 'Error: out of luck'
    })
  })

  test('AP-53 whose process dies each time is given up as well', async () => {
    let tries = 0
    const api = await openTestApi({
      train: () => {
        tries++
        return Promise.reject(new Error('should not be tried'))
      }
    })
    const answer = await api.merchant('POST', '/v1/train')
    const { id } = (await answer.json()) as { id: string }
    for (let death = 0; death < 5; death++) {
      expect(
        await api.store.jobs.claim({ kinds: ['train'], now: api.clock.now, leaseMs: 1000, limit: 1 })
      ).toHaveLength(1)
      api.clock.now += 1001
    }
    await api.worker.runDue()
    expect(tries).toBe(0)
    expect(await api.store.jobs.find(SHOP.id, id)).toMatchObject({
      state: 'failed',
      error: 'every process that took it died'
    })
  })

  test('AP-50 runs in a thread of its own over the same file', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'vitrine-train-'))
    const path = join(folder, 'shop.sqlite')
    const store = await openSqliteStore(path)
    await createShop(store, SHOP, NOON)
    const api = await openTestApi({ store, train: trainInThread(path, join(folder, 'public')) })
    await putCatalog(api, [LANTERN, MUG])
    const { after } = await train(api)
    expect(after.state).toBe('done')
    const manifest = await folderPublisher(join(folder, 'public')).read('/corner/manifest.json')
    expect(JSON.parse(manifest ?? '')).toMatchObject({ version: after.result.version })
    await api.close()
    await rm(folder, { recursive: true })
  })
})

describe('what is trained from', () => {
  test('AP-55 takes an order once, though both the till and the page told of it', () => {
    const bought = (orderId: string, item: string, rest = {}) => ({
      ...{ orderId, at: NOON, item, quantity: 2, price: 100, refund: false },
      ...rest
    })
    const heardOrder = (transactionId: string) => ({
      ...{ shop: 'corner', received: NOON, corrected: NOON, visitor: 'v' },
      event: heard(0, {
        type: 'purchase',
        transactionId,
        value: 7,
        items: [{ itemId: 'B-1', itemGroupId: 'B' }]
      })
    })
    const baskets = basketsOf({
      lines: [
        bought('1', 'A-1', { customer: '7' }),
        bought('1', 'C', { at: NOON - 5 }),
        bought('1', 'D', { refund: true })
      ],
      purchases: [heardOrder('1'), heardOrder('2')],
      productOf: id => (id === 'A-1' ? 'A' : id)
    })
    expect(baskets).toEqual([
      { items: ['A', 'C'], at: NOON - 5, customer: '7', value: 400 },
      { items: ['B'], at: NOON, customer: 'visitor:v', value: 7 }
    ])
  })

  test('AP-55 cuts a visitor’s views into sessions, and says variants as their product', async () => {
    const api = await openTestApi()
    await putCatalog(api, [LANTERN, BLUE_LANTERN, MUG])
    const gapMs = 31 * 60_000
    api.clock.now = NOON + gapMs
    await api.post(
      batchOf([look(0, LANTERN.id), look(1, MUG.id, NOON + 1), look(2, MUG.id, NOON + gapMs)], {
        visitor: 'v-of-tests'
      })
    )
    await api.post(batchOf([look(3, BLUE_LANTERN.id, NOON + gapMs)], { visitor: 'w-of-tests' }))
    const [shop] = (await api.store.shops.all()).filter(({ id }) => id === SHOP.id)
    if (!shop) throw new Error('no shop')
    const { model, items } = await trainShop(api.store, shop, api.clock.now)
    expect(model.report).toMatchObject({ sessions: 3, products: 2, unknownIds: 0 })
    expect(items).toEqual([LANTERN.id, BLUE_LANTERN.id, MUG.id].sort().map(id => ({ id, ok: true })))
  })
})

describe('availability.json', () => {
  const changes = (api: { read<Of>(path: string): Of }) =>
    api.read<AvailabilityFile>('/corner/availability.json').items

  test('AP-54 tells at every stock change what differs from the published model, and no more', async () => {
    const api = await openTrained()
    expect(changes(api)).toEqual({})
    await postStock(api, [{ id: LANTERN.id, quantity: 0 }])
    expect(changes(api)).toEqual({ '22138-R': false })
    await postStock(api, [{ id: BLUE_LANTERN.id, quantity: 0 }])
    expect(changes(api)).toEqual({ '22138-R': false, '22138-B': false, '22138': false })
    expect(Compile(AvailabilitySchema).Check(api.read('/corner/availability.json'))).toBe(true)
    await postStock(api, [{ id: LANTERN.id, quantity: 2 }])
    expect(changes(api)).toEqual({ '22138-B': false })
    await putCatalog(api, [LANTERN, BLUE_LANTERN])
    expect(changes(api)).toEqual({ [MUG.id]: false })
    api.clock.now += 1
    await train(api)
    expect(changes(api)).toEqual({})
  })

  test('AP-54 hides no product whose other variants are there, though one variant bears its id', async () => {
    const api = await openTestApi()
    const group = { item_group_id: 'G' }
    await putCatalog(api, [
      { ...MUG, ...group, id: 'G' },
      { ...MUG, ...group, id: 'G2' }
    ])
    await train(api)
    const read = () =>
      JSON.parse(api.publish.files.get('/corner/availability.json') ?? '') as AvailabilityFile
    await postStock(api, [{ id: 'G', quantity: 0 }])
    expect(read().items).toEqual({})
    await postStock(api, [{ id: 'G2', quantity: 0 }])
    expect(read().items).toEqual({ G: false, G2: false })
  })
})

describe('GET /models', () => {
  test('AP-56 serves what is published: short-lived or for ever, to everyone', async () => {
    const api = await openTrained()
    const get = (path: string, headers = {}) => api.app.request(path, { headers })
    const manifest = await get('/models/corner/manifest.json')
    expect(manifest.headers.get('cache-control')).toBe('public, max-age=60, stale-while-revalidate=600')
    const item = await get(`/models/corner/${api.version}/items/84029.json`)
    expect(item.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(item.headers.get('access-control-allow-origin')).toBe('*')
    expect(item.headers.get('content-type')).toBe('application/json')
    expect(await item.json()).toMatchObject({ card: { id: '84029' } })
    const known = await get('/models/corner/manifest.json', {
      'if-none-match': manifest.headers.get('etag') ?? ''
    })
    expect(known.status).toBe(304)
    const nothing = await get(`/models/corner/${api.version}/items/nothing.json`)
    expect(nothing.status).toBe(404)
    // A page may read that, too.
    expect(nothing.headers.get('access-control-allow-origin')).toBe('*')
  })

  test('AP-56 serves nothing beside it, whatever the path', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'vitrine-public-'))
    const publish = folderPublisher(join(folder, 'public'))
    await publish.write('/corner/manifest.json', '{}')
    await folderPublisher(folder).write('/secret.json', '{"secret":1}')
    const api = await openTestApi({ publish })
    expect((await api.app.request('/models/corner/manifest.json')).status).toBe(200)
    for (const path of [
      '/models/../secret.json',
      '/models/corner/..%2f..%2fsecret.json',
      '/models/%2e%2e/secret.json',
      '/models/corner/v/items/..%2f..%2f..%2f..%2fsecret.json',
      '/models/corner',
      '/models/corner/v/other/a.json'
    ]) {
      const answer = await api.app.request(path)
      expect([path, answer.status]).toEqual([path, 404])
    }
    await expect(publish.read('/../secret.json')).rejects.toThrow(RangeError)
    await rm(folder, { recursive: true })
  })
})

describe.each([
  ['memory', async () => ({ publisher: memoryPublisher(), done: async () => {} })],
  [
    'folder',
    async () => {
      const folder = await mkdtemp(join(tmpdir(), 'vitrine-public-'))
      return { publisher: folderPublisher(folder), done: () => rm(folder, { recursive: true }) }
    }
  ]
] as const)('Publisher contract: %s', (_name, open) => {
  test('AP-51 writes files and whole folders, and leaves a folder that is there', async () => {
    const { publisher, done } = await open()
    await publisher.write('/s/manifest.json', '1')
    await publisher.write('/s/manifest.json', '2')
    await publisher.writeFolder('/s/v1', [{ path: '/items/a.json', text: 'a' }])
    await publisher.writeFolder('/s/v1', [{ path: '/items/a.json', text: 'b' }])
    expect(await publisher.read('/s/manifest.json')).toBe('2')
    expect(await publisher.read('/s/v1/items/a.json')).toBe('a')
    expect(await publisher.read('/s/v1')).toBeUndefined()
    expect(await publisher.read('/s/v2/items/a.json')).toBeUndefined()
    expect([await publisher.folders('/s'), await publisher.folders('/t')]).toEqual([['v1'], []])
    await publisher.removeFolder('/s/v1')
    await publisher.removeFolder('/s/v1')
    expect(await publisher.folders('/s')).toEqual([])
    await done()
  })
})
