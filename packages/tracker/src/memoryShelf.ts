import type { Row, Shelf } from './shelf.ts'

/** A shelf in memory: what is left where the browser refuses IndexedDB. Gone with the page. */
export function memoryShelf(): Shelf {
  const rows = new Map<string, Row>()
  const put = (added: readonly Row[] = []) => {
    for (const row of added) rows.set(row.key, row)
  }
  return {
    kind: 'memory',
    async change(prefix, step, most) {
      const keys = [...rows.keys()].filter(key => key.startsWith(prefix)).sort()
      const change = step(keys.slice(0, most).flatMap(key => rows.get(key) ?? []))
      for (const key of change.del ?? []) rows.delete(key)
      put(change.put)
      return change.answer
    },
    write: async added => put(added),
    destroy: async () => rows.clear(),
    close() {}
  }
}
