import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { storeContract } from '../testing/storeContract.ts'
import { openSqlite } from './openSqlite.ts'
import { openSqliteStore, sqlStore } from './store.ts'

storeContract('SQLite in memory', async () => {
  const store = await openSqliteStore(':memory:')
  return { store, close: () => store.close() }
})

storeContract('SQLite in a file', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'vitrine-store-'))
  const store = await openSqliteStore(join(folder, 'shop.sqlite'))
  return {
    store,
    async close() {
      await store.close()
      await rm(folder, { recursive: true })
    }
  }
})

describe('SQLite', () => {
  test('AP-81 writes through a log, fully synchronous', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'vitrine-store-'))
    const database = openSqlite(join(folder, 'shop.sqlite'))
    expect(await database.all('PRAGMA journal_mode')).toEqual([{ journal_mode: 'wal' }])
    // 2 is FULL: a commit is on the disk, and not only with the operating system.
    expect(await database.all('PRAGMA synchronous')).toEqual([{ synchronous: 2 }])
    await database.close()
    await rm(folder, { recursive: true })
  })

  test('AP-82 is brought to the newest schema once, and opens again as it was', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'vitrine-store-'))
    const path = join(folder, 'shop.sqlite')
    const first = await openSqliteStore(path)
    await first.people.link('corner', '1', 'v', 5)
    await first.close()
    const again = await openSqliteStore(path)
    expect(await again.people.visitorsOf('corner', '1')).toEqual(['v'])
    await again.close()
    await rm(folder, { recursive: true })
  })

  test('AP-83 begins every primary key with the shop', async () => {
    const database = openSqlite(':memory:')
    await sqlStore(database)
    const tables = await database.all(
      `SELECT m.name AS tab, p.name AS first FROM sqlite_master m JOIN pragma_table_info(m.name) p
       WHERE m.type = 'table' AND p.pk = 1 AND m.name <> 'schema_version'`
    )
    expect(tables.length).toBeGreaterThan(8)
    expect(tables.filter(({ first }) => first !== 'shop')).toEqual([])
  })

  test('AP-80 does all of a transaction or nothing, and lets nobody in between', async () => {
    const database = openSqlite(':memory:')
    await database.run('CREATE TABLE t (n bigint PRIMARY KEY)')
    const failing = database.transaction(async sql => {
      await sql.run('INSERT INTO t VALUES ($1)', [1])
      await sql.runMany('INSERT INTO t VALUES ($1)', [[2], [1]])
    })
    const meanwhile = database.run('INSERT INTO t VALUES ($1)', [7])
    await expect(failing).rejects.toThrow('UNIQUE')
    await meanwhile
    expect(await database.all('SELECT n FROM t')).toEqual([{ n: 7 }])
    const numbered = await database.all('SELECT $2 AS b, $1 AS a, $2 AS c', [1, 'x'])
    expect(numbered).toEqual([{ b: 'x', a: 1, c: 'x' }])
  })
})
