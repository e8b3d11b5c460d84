import { createStore, promisifyRequest } from 'idb-keyval'
import type { Row, Shelf } from './shelf.ts'

const STORE = 'rows'

/**
 * A shelf in IndexedDB, through idb-keyval. Opened by its first use. Durability is the browser's default (relaxed):
 * it survives the killing of the browser at a tenth of the cost of strict (notes/tracker.md §2.6).
 *
 * @param onGone - Called when another tab deletes the database: its shopper has withdrawn or erased everything.
 */
export function indexedDbShelf(name: string, onGone: () => void): Shelf {
  let use = createStore(name, STORE)
  let db: IDBDatabase | undefined
  let isGone = false
  const close = () => {
    isGone = true
    db?.close()
  }

  async function attempt<Answer>(
    work: (store: IDBObjectStore) => Promise<Answer>,
    isRetry = false
  ): Promise<Answer> {
    try {
      return await use('readwrite', store => {
        db = store.transaction.db
        // Let go of while it was being opened: an open connection would hold back the deletion, and every later opening.
        if (isGone) {
          db.close()
          throw new Error('closed')
        }
        db.onversionchange = () => {
          close()
          onGone()
        }
        return work(store)
      })
    } catch (error) {
      // WebKit drops the connection for the rest of the session; a second open mends it (notes/tracker.md §3, 15).
      if (isRetry || isGone) throw error
      db?.close()
      use = createStore(name, STORE)
      return attempt(work, true)
    }
  }

  return {
    kind: 'indexeddb',
    change: (prefix, step, most) =>
      attempt(async store => {
        const range = IDBKeyRange.bound(prefix, `${prefix}\uffff`)
        const change = step(await promisifyRequest<Row[]>(store.getAll(range, most)))
        for (const key of change.del ?? []) store.delete(key)
        await landed(store, change.put)
        return change.answer
      }),
    write: rows => attempt(store => landed(store, rows)),
    async destroy() {
      // Emptied first: a tab of an older page may hold the database and delay its deletion.
      if (db) {
        await attempt(store => {
          store.clear()
          return landed(store)
        }).catch(() => {}) // What cannot be emptied can still be deleted.
      }
      close()
      await new Promise<void>(resolve => {
        const request = indexedDB.deleteDatabase(name)
        request.onsuccess = request.onerror = request.onblocked = () => resolve()
      })
    },
    close
  }
}

function landed(store: IDBObjectStore, rows: readonly Row[] = []): Promise<void> {
  for (const row of rows) store.put(row, row.key)
  const done = promisifyRequest(store.transaction)
  // Without commit() the browser waits for this page to have nothing more to ask, and a dying page never says so.
  store.transaction.commit?.()
  return done
}
