import {
  bad,
  good,
  isEventId,
  parseGa4,
  type Result,
  type ShopEvent,
  SOURCES,
  type Source
} from '@vitrine/protocol'
import type { WholeWorld } from './world.ts'

/** Pages of answers read at most: at a few hundred events each, more than a journal holds. */
const MAX_PAGES = 50

/** What is needed to ask for somebody's events. */
export interface Identification {
  readonly world: WholeWorld
  readonly apiUrl: string
  readonly token: string
  /** Told to the API only where measuring is allowed. */
  readonly visitor: string | undefined
  readonly currency: string | undefined
}

/**
 * Asks the API what it knows of the person the shop's token names: orders from tills and imports, events of other devices.
 * Nothing is thrown: what fails is the answer.
 */
export async function fetchMyEvents(asked: Identification): Promise<Result<readonly ShopEvent[]>> {
  const events: ShopEvent[] = []
  let since = '0'
  for (let page = 0; page < MAX_PAGES; page++) {
    const answer = await fetchPage(asked, since)
    if (!answer.ok) return answer
    const { events: raw, next } = answer.value
    if (!Array.isArray(raw)) return bad('events', 'must be a list')
    events.push(...raw.flatMap(one => parseMine(one, asked.currency) ?? []))
    if ((typeof next !== 'string' && typeof next !== 'number') || String(next) === since) break
    since = String(next)
  }
  return good(events)
}

async function fetchPage(
  { world, apiUrl, token, visitor }: Identification,
  since: string
): Promise<Result<{ events?: unknown; next?: unknown }>> {
  const query = new URLSearchParams({ since, ...(visitor && { visitor }) })
  try {
    const response = await world.fetch(`${apiUrl}/v1/me/events?${query}`, {
      headers: { authorization: `Bearer ${token}` },
      credentials: 'omit'
    })
    if (!response.ok) return bad('token', `was answered by ${response.status}`)
    const body: unknown = await response.json()
    return typeof body === 'object' && body !== null ? good(body) : bad('body', 'must be an object')
  } catch (error) {
    return bad('network', String(error))
  }
}

function parseMine(raw: unknown, currency: string | undefined): ShopEvent | undefined {
  if (typeof raw !== 'object' || raw === null) return undefined
  const fields = raw as Readonly<Record<string, unknown>>
  const { event_id: id, timestamp: at, event: name, source } = fields
  if (typeof id !== 'string' || !isEventId(id) || typeof name !== 'string') return undefined
  if (typeof at !== 'number' || !Number.isSafeInteger(at) || at < 0) return undefined
  return { ...parseGa4(name, fields, currency).body, id, at, source: isSource(source) ? source : 'import' }
}

function isSource(value: unknown): value is Source {
  return SOURCES.some(source => source === value)
}
