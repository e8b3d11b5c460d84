import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { Session } from '@vitrine/engine/train'

/** The folder of open data that stands beside the repository, where it does. */
const SHARED_DATA = join(import.meta.dirname, '../../../shared/data')

/** Rows of a tab-separated file of the shared data (plain or gzip) without its header; `undefined` when it is absent. */
export function readRows(path: string): readonly (readonly string[])[] | undefined {
  const file = join(SHARED_DATA, path)
  if (!existsSync(file)) return undefined
  const bytes = readFileSync(file)
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
  return text
    .trimEnd()
    .split('\n')
    .slice(1)
    .map(line => line.split('\t'))
}

/** Sessions of a session file (`session_id ts item_id …`, seconds) in the file's order, products in theirs. */
export function readSessions(path: string): readonly Session[] | undefined {
  const rows = readRows(path)
  if (!rows) return undefined
  const sessions = new Map<string, { items: string[]; at: number }>()
  for (const [session = '', seconds = '', item = ''] of rows) {
    const found = sessions.get(session) ?? { items: [], at: 0 }
    sessions.set(session, found)
    found.items.push(item)
    found.at = Math.max(found.at, Math.round(Number(seconds) * 1000))
  }
  return [...sessions.values()]
}
