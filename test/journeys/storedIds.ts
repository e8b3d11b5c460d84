import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { inject } from 'vitest'

/** Which of these events the API has in its store, in order; read beside it, so that no answer of its own is trusted. */
export function storedIds(ids: readonly string[]): string[] {
  const store = new DatabaseSync(join(inject('dataFolder'), 'shop.sqlite'), { readOnly: true })
  try {
    const find = store.prepare(
      'SELECT id FROM event WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id'
    )
    return find.all(JSON.stringify(ids)).map(row => String(row['id']))
  } finally {
    store.close()
  }
}
