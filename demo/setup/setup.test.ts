import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { BOOTS } from '../testing/products.ts'
import { feedOfRange } from './feedOfRange.ts'
import { freePort } from './freePort.ts'
import { importEverything } from './importEverything.ts'
import { openDataFolder } from './openDataFolder.ts'
import { ordersSince } from './ordersSince.ts'
import type { ShopApi } from './shopApi.ts'

const NOW = Date.UTC(2026, 10, 22)
const folders: string[] = []

async function aFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'demo-'))
  folders.push(folder)
  return folder
}

afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true })
})

test('DE-25 secrets are made once for a folder, differ between folders, and only their owner reads them', async () => {
  const path = join(await aFolder(), 'data')
  const { secrets } = await openDataFolder(path)
  expect((await openDataFolder(path)).secrets).toEqual(secrets)
  expect((await openDataFolder(await aFolder())).secrets.secretKey).not.toBe(secrets.secretKey)
  expect(secrets.publicKey).toMatch(/^pk_demo_/)
  expect(secrets.secretKey).toMatch(/^sk_demo_/)
  expect((await stat(join(path, 'secrets.json'))).mode & 0o077).toBe(0)
})

test('DE-25 a file that was cut short counts as not there, and broken secrets are made anew', async () => {
  const path = await aFolder()
  const folder = await openDataFolder(path)
  await folder.keep('stock', [1])
  expect(await folder.read('stock')).toEqual([1])
  await writeFile(join(path, 'stock.json'), '[1')
  expect(await folder.read('stock')).toBeUndefined()
  await writeFile(join(path, 'secrets.json'), '{"secretKey":""}')
  expect((await openDataFolder(path)).secrets.secretKey.length).toBeGreaterThan(20)
})

test('DE-26 the feed has relative addresses, and every size its product’s title', async () => {
  const lines: Record<string, unknown>[] = []
  for await (const line of feedOfRange([BOOTS])) lines.push(JSON.parse(line))
  expect(lines).toHaveLength(3)
  for (const { title, link, image_link, item_group_id } of lines) {
    expect([title, item_group_id]).toEqual(['Winter Boots', 'WBOOTS'])
    expect([link, image_link]).toEqual(['/product/winter-boots-WBOOTS', '/picture/WBOOTS.svg'])
  }
})

test('DE-26 of the orders only those of the last days are sent where that is asked', {
  timeout: 30_000
}, async () => {
  const times: number[] = []
  for await (const line of ordersSince(NOW, 20)) times.push(JSON.parse(line).timestamp)
  expect(times.length).toBeGreaterThan(1000)
  expect(Math.min(...times)).toBeGreaterThanOrEqual(NOW - 20 * 86_400_000)
})

test('DE-27 what was imported is not sent again, and a changed config is', async () => {
  const folder = await openDataFolder(await aFolder())
  const calls: string[] = []
  const report = { lines: 1, accepted: 1, known: 0, refused: 0, reasons: {}, examples: [] }
  const shopApi: ShopApi = {
    isUp: async () => true,
    async importLines(kind) {
      calls.push(kind)
      return report
    },
    async setStock() {},
    async putConfig() {
      calls.push('config')
    },
    async train() {
      calls.push('train')
    }
  }
  const job = { folder, shopApi, products: [BOOTS], orders: 1, now: NOW, say() {} } as const
  await importEverything(job)
  expect(calls).toEqual(['config', 'catalog', 'orders', 'train'])
  await importEverything(job)
  expect(calls).toHaveLength(4)
  await importEverything({ ...job, now: Date.UTC(2026, 11, 27) })
  expect(calls.slice(4)).toEqual(['config'])
})

test('DE-27 an import that broke off is begun again', async () => {
  const folder = await openDataFolder(await aFolder())
  const calls: string[] = []
  const shopApi = {
    isUp: async () => true,
    async importLines(kind: string) {
      calls.push(kind)
      throw new Error('the wire was cut')
    },
    async setStock() {},
    async putConfig() {},
    async train() {}
  } as ShopApi
  const job = { folder, shopApi, products: [BOOTS], orders: 1, now: NOW, say() {} } as const
  await expect(importEverything(job)).rejects.toThrow('the wire was cut')
  await expect(importEverything(job)).rejects.toThrow('the wire was cut')
  expect(calls).toEqual(['catalog', 'catalog'])
})

test('DE-28 a port that is taken is not taken again', async () => {
  const taken = createServer()
  await new Promise<void>(resolve => taken.listen(0, '127.0.0.1', resolve))
  const address = taken.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const other = await freePort(port)
  expect(other).not.toBe(port)
  expect(other).toBeGreaterThan(0)
  await new Promise(resolve => taken.close(resolve))
  expect(await freePort(port)).toBe(port)
})

test('DE-3 what is kept beside the repository is not committed', async () => {
  const ignored = await readFile(join(import.meta.dirname, '..', '..', '.gitignore'), 'utf8')
  expect(ignored.split('\n')).toContain('.vitrine')
})
