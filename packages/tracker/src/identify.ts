import {
  bad,
  good,
  isEventId,
  mayMeasure,
  mayPersonalise,
  parseGa4,
  type Result,
  type ShopEvent,
  SOURCES,
  type Source
} from '@vitrine/protocol'
import type { Core } from './tracker.ts'

/** Pages of answers read at most: at a few hundred events each, more than a journal holds. */
const MAX_PAGES = 50

/** A shopper who identifies again within this time has not logged in again. */
const LOGIN_EVERY_MS = 1_800_000

/** Brings in what the API knows of the person the shop's token names, and notes the login. */
export async function identify(core: Core, token: string): Promise<Result<number>> {
  const { desk, journal, world } = core
  await core.ready
  const mine = await fetchMyEvents(core, token)
  if (!mine.ok) return mine
  if (!mayPersonalise(desk.state())) return bad('consent', 'was withdrawn meanwhile')
  const news = await journal.merge(mine.value)
  const since = world.now() - LOGIN_EVERY_MS
  const isIn = journal.events.some(({ type, at }) => type === 'login' && at > since)
  if (!isIn) core.record({ type: 'login', heard: { adapter: 'api', confidence: 1 } })
  return good(news)
}

/** Orders from tills and imports, events of other devices. Nothing is thrown: what fails is the answer. */
async function fetchMyEvents(core: Core, token: string): Promise<Result<readonly ShopEvent[]>> {
  const events: ShopEvent[] = []
  let since = '0'
  for (let page = 0; page < MAX_PAGES; page++) {
    const answer = await fetchPage(core, token, since)
    if (!answer.ok) return answer
    const { events: raw, next } = answer.value
    if (!Array.isArray(raw)) return bad('events', 'must be a list')
    events.push(...raw.flatMap(one => parseMine(one, core.options.currency) ?? []))
    if ((typeof next !== 'string' && typeof next !== 'number') || String(next) === since) break
    since = String(next)
  }
  return good(events)
}

async function fetchPage(
  core: Core,
  token: string,
  since: string
): Promise<Result<{ events?: unknown; next?: unknown }>> {
  const { world, options, desk } = core
  const visitor = mayMeasure(desk.state()) ? core.visitor() : undefined
  try {
    const response = await world.fetch(`${options.apiUrl}/v1/me/events?since=${encodeURIComponent(since)}`, {
      // In a header and not in the address, which proxies write down: the visitor's id is what `forget` goes by.
      headers: { authorization: `Bearer ${token}`, ...(visitor && { 'x-vitrine-visitor': visitor }) },
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
