import { promisifyRequest } from 'idb-keyval'
import type { Row, Shelf } from './shelf.ts'

const STORE = 'rows'

/**
 * A shelf in IndexedDB. Opened by its first use. Durability is the browser's default (relaxed):
 * it survives the killing of the browser at a tenth of the cost of strict (notes/tracker.md §2.6).
 *
 * @param onGone - Called when another tab deletes the database: its shopper has withdrawn or erased everything.
 */
export function indexedDbShelf(name: string, onGone: () => void): Shelf {
  let opening: Promise<IDBDatabase> | undefined
  let isGone = false

  /** Lets go of the connection, also of one that is still being opened: it would hold back a deletion. */
  const letGo = () => {
    opening?.then(db => db.close()).catch(() => {}) // What did not open need not be closed.
    opening = undefined
  }
  const close = () => {
    isGone = true
    letGo()
  }

  async function connect(): Promise<IDBDatabase> {
    const request = indexedDB.open(name)
    request.onupgradeneeded = () => request.result.createObjectStore(STORE)
    const db = await promisifyRequest(request)
    db.onversionchange = () => {
      close()
      onGone()
    }
    return db
  }

  async function attempt<Answer>(
    work: (store: IDBObjectStore) => Promise<Answer>,
    isRetry = false
  ): Promise<Answer> {
    try {
      if (isGone) throw new Error('closed')
      opening ??= connect()
      const db = await opening
      return await work(db.transaction(STORE, 'readwrite').objectStore(STORE))
    } catch (error) {
      // WebKit drops the connection for the rest of the session; a second open mends it (notes/tracker.md §3, 15).
      if (isRetry || isGone) throw error
      letGo()
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
      if (opening) {
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
