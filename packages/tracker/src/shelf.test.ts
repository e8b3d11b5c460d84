import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { beforeEach, expect, test } from 'vitest'
import { indexedDbShelf } from './indexedDbShelf.ts'
import { memoryShelf } from './memoryShelf.ts'
import { SHELF_CONTRACT } from './testing/shelfContract.ts'

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory()
})

const open = () => indexedDbShelf('test', () => {})

for (const [promise, keep] of Object.entries(SHELF_CONTRACT)) {
  test(`TK-29 a shelf in memory ${promise}`, async () => {
    const only = memoryShelf()
    await keep(() => only)
  })
  test(`TK-29 a shelf in IndexedDB ${promise}`, () => keep(open))
}

test('TK-30 two tabs on one shelf keep each other’s rows and see each other’s changes', async () => {
  const [one, two] = [open(), open()]
  await Promise.all([one.write([{ key: 'a' }]), two.write([{ key: 'b' }])])
  expect(await one.change('', rows => ({ answer: rows.length }))).toBe(2)
})

test('TK-28 a tab lets go, and is told, when another destroys the shelf', async () => {
  let gone = 0
  const one = indexedDbShelf('test', () => gone++)
  await one.write([{ key: 'a' }])
  const two = open()
  await two.write([{ key: 'b' }])
  await two.destroy()
  expect(gone).toBe(1)
  await expect(one.write([{ key: 'c' }])).rejects.toThrow()
  expect((await indexedDB.databases()).length).toBe(0)
})

test('TK-24 a shelf that is destroyed while it opens holds nothing back', async () => {
  const hasty = open()
  const first = hasty.write([{ key: 'a' }])
  await hasty.destroy()
  await first
  const closed = open()
  void closed.write([{ key: 'a' }]).catch(() => {})
  closed.close()
  const next = open()
  await next.write([{ key: 'b' }])
  await next.destroy()
  expect(await indexedDB.databases()).toEqual([])
})

test('TK-34 opens a connection again that the browser has dropped', async () => {
  const shelf = open()
  await shelf.write([{ key: 'a' }])
  const db = await shelf.change('', () => ({ answer: undefined })).then(() => lastConnection())
  db?.close()
  await shelf.write([{ key: 'b' }])
  expect(await shelf.change('', rows => ({ answer: rows.length }))).toBe(2)
})

const { open: openDatabase } = IDBFactory.prototype
let last: IDBDatabase | undefined
IDBFactory.prototype.open = function (...call) {
  const request = openDatabase.apply(this, call)
  request.addEventListener('success', () => {
    last = request.result as unknown as IDBDatabase
  })
  return request
}
function lastConnection() {
  return last
}
