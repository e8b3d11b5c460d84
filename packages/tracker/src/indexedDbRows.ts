import { createStore, promisifyRequest } from 'idb-keyval'
import type { Row, Rows } from './rows.ts'

const STORE = 'rows'

/**
 * Rows in IndexedDB, through idb-keyval. Opened by the first use. Durability is the browser's default (relaxed):
 * on disk before a killed browser's next start, at 38 µs a write where strict costs 6 ms.
 *
 * @param onGone - Called when another tab deletes the database: its shopper has withdrawn or erased everything.
 */
export function indexedDbRows(name: string, onGone: () => void): Rows {
  let use = createStore(name, STORE)
  let db: IDBDatabase | undefined
  let isGone = false

  async function attempt<Answer>(
    work: (store: IDBObjectStore) => Promise<Answer>,
    isRetry = false
  ): Promise<Answer> {
    try {
      return await use('readwrite', store => {
        if (isGone) throw new Error('closed')
        watch(store.transaction.db)
        return work(store)
      })
    } catch (error) {
      // WebKit drops the connection for the rest of the session; a second open mends it (notes/tracker.md §3, 15).
      if (isRetry || isGone) throw error
      use = createStore(name, STORE)
      return attempt(work, true)
    }
  }

  function watch(opened: IDBDatabase) {
    if (opened === db) return
    db = opened
    opened.onversionchange = () => {
      opened.close()
      isGone = true
      onGone()
    }
  }

  return {
    kind: 'indexeddb',
    change: (prefix, step, most) =>
      attempt(async store => {
        const range = IDBKeyRange.bound(prefix, `${prefix}\uffff`)
        const change = step(await promisifyRequest<Row[]>(store.getAll(range, most)))
        for (const key of change.del ?? []) store.delete(key)
        await landed(store, change.put ?? [])
        return change.answer
      }),
    write: rows => attempt(store => landed(store, rows)),
    async destroy() {
      // Emptied first: another tab of an older page may hold the database and delay its deletion.
      if (db) await attempt(emptied).catch(() => undefined)
      isGone = true
      db?.close()
      await new Promise<void>(resolve => {
        const request = indexedDB.deleteDatabase(name)
        request.onsuccess = request.onerror = request.onblocked = () => resolve()
      })
    },
    close() {
      isGone = true
      db?.close()
    }
  }
}

function emptied(store: IDBObjectStore): Promise<void> {
  store.clear()
  return landed(store, [])
}

function landed(store: IDBObjectStore, rows: readonly Row[]): Promise<void> {
  for (const row of rows) store.put(row, row.key)
  const done = promisifyRequest(store.transaction)
  // Without commit() the browser waits for this page to have nothing more to ask, and a dying page never says so.
  store.transaction.commit?.()
  return done
}
