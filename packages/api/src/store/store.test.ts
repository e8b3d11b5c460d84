import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { policyOf } from '../restock/policyOf.ts'
import { storeContract } from '../testing/storeContract.ts'
import { MIGRATIONS } from './migrations.ts'
import { openSqlite } from './openSqlite.ts'
import type { Sql } from './sql.ts'
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

  test('WL-55 is brought to the newest schema by one of two processes that start at once', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'vitrine-store-'))
    const path = join(folder, 'shop.sqlite')
    const database = openSqlite(path)
    const overtaken = await sqlStore({
      ...database,
      async all(text, values) {
        const rows = await database.all(text, values)
        // Between this look and what follows from it the other process does all there is to do.
        if (text.includes('schema_version')) await (await openSqliteStore(path)).close()
        return rows
      }
    })
    await overtaken.ping()
    expect(await database.all('SELECT version FROM schema_version ORDER BY version')).toEqual(
      MIGRATIONS.map((_, index) => ({ version: index + 1 }))
    )
    await overtaken.close()
    await rm(folder, { recursive: true })
  })

  test('WL-60 sets no unit aside for who was changed while it was decided', async () => {
    const database = openSqlite(':memory:')
    // As an engine does that lets another process in between: it reads what is no longer so.
    const store = await sqlStore({
      ...database,
      transaction: work =>
        database.transaction(sql =>
          work({
            ...sql,
            async all(text, values) {
              const rows = await sql.all(text, values)
              if (text.includes('ORDER BY place')) await sql.run(`UPDATE waitlist SET round = 7`)
              return rows
            }
          })
        )
    })
    const item = { id: 'A', product: 'A', title: 'A', link: '/a', category: ['Shop'], price: 100 }
    await store.catalog.put('corner', 1, [{ ...item, availability: 'in_stock' }], 1)
    const signup = { item: 'A', email: 'jo@home.example', person: 'jo', mailbox: 'jo', consent: 'Yes.' }
    await store.waitlist.signUp('corner', { ...signup, marketing: false }, 1)
    const [wish] = await store.waitlist.wishes('corner', 'A', 1)
    await store.waitlist.confirm('corner', wish?.id ?? '', 2, 1000)
    expect(await store.waitlist.claim('corner', 'A', policyOf(), 3)).toBe(0)
    expect(await store.waitlist.find('corner', wish?.id ?? '')).toMatchObject({
      state: 'confirmed',
      round: 7
    })
    expect(await store.jobs.waiting('corner', 'restock-send')).toBeUndefined()
    await store.close()
  })

  test('WL-58 looks at no more of a long queue, or of many jobs, than it needs', async () => {
    const database = openSqlite(':memory:')
    const asked = new Set<string>()
    const noting = (sql: Sql): Sql => ({
      all: (text, values) => sql.all(noted(text), values),
      run: (text, values) => sql.run(noted(text), values),
      runMany: (text, rows) => sql.runMany(noted(text), rows)
    })
    function noted(text: string): string {
      asked.add(text)
      return text
    }
    const store = await sqlStore({
      ...{ ...database, ...noting(database) },
      transaction: work => database.transaction(sql => work(noting(sql)))
    })
    asked.clear()
    const item = { product: 'A', title: 'A', link: '/a', category: ['Shop'], price: 100 }
    await store.catalog.put('corner', 1, [{ ...item, id: 'A', availability: 'in_stock' }], 1)
    const signup = { item: 'A', email: 'jo@home.example', person: 'jo', mailbox: 'jo', consent: 'Yes.' }
    await store.waitlist.signUp('corner', { ...signup, marketing: false }, 1)
    const [{ id = '' } = {}] = await store.waitlist.wishes('corner', 'A', 1)
    asked.clear()
    await store.waitlist.confirm('corner', id, 2, 1000)
    await store.waitlist.claim('corner', 'A', policyOf(), 3)
    const terms = { policy: policyOf(), now: 4, leaveHash: 'h' }
    expect(await store.waitlist.begin({ shop: 'corner', id, round: 1 }, terms)).toMatchObject({ id })
    await store.waitlist.told({ shop: 'corner', id, round: 1 }, 5, 6)
    await store.catalog.setStock('corner', [{ id: 'A', availability: 'in_stock' }], 5)
    await store.jobs.claim({ kinds: ['restock-send'], now: 9, leaseMs: 1, limit: 1 })
    const plans = []
    for (const text of asked) {
      const plan = await database.all(`EXPLAIN QUERY PLAN ${text}`)
      plans.push(...plan.map(({ detail }) => `${detail} -- ${text}`))
    }
    expect(plans.length).toBeGreaterThan(10)
    // A variant's wishes of all states, a state's jobs of all kinds, or a sorting of all that are due.
    const wasteful = /^SCAN (?!CONSTANT ROW)|waitlist_person \(shop=\? AND item=\?\) --|job_due|FOR ORDER BY/
    expect(plans.filter(plan => wasteful.test(plan))).toEqual([])
    await store.close()
  })
})
