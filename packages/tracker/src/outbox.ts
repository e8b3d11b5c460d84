import { packBatch, partsOfEventId, type ShopEvent } from '@vitrine/protocol'
import type { Complain } from './complaint.ts'
import type { Journal } from './journal.ts'
import { type Answer, post } from './post.ts'
import type { Sealed } from './shelf.ts'
import { isMoney } from './weight.ts'
import type { WholeWorld } from './world.ts'

/** Long enough to gather a burst into one request, short enough to lose nothing to a shopper in a hurry. */
const GATHER_MS = 2000
const FIRST_WAIT_MS = 1000
const LONGEST_WAIT_MS = 300_000
/** A batch refused for what it is (a wrong key, a wrong origin) is shown again when somebody may have mended that. */
const PARK_MS = 3_600_000
/** Of the browser's 65,536 bytes for requests that outlive their page, with room for other people's. */
const LAST_BYTES = 60_000
/** Events of one last request: two of them fit beside each other. */
const LAST_EVENTS = 100

/** Whom the outbox writes to. */
export interface Endpoint {
  readonly shop: string
  readonly key: string
  /** Base URL of the API, without `/v1`. */
  readonly apiUrl: string
}

/** What the outbox asks of its surroundings. */
export interface OutboxParts {
  readonly world: WholeWorld
  readonly journal: Journal
  readonly endpoint: Endpoint
  /** This page load's id, 12 hex digits. */
  readonly tab: string
  readonly mayMeasure: () => boolean
  /** Whether what was sent stays on the device for the shopper's profile. */
  readonly mayKeep: () => boolean
  readonly visitor: () => string | undefined
  readonly complain: Complain
}

/** How far sending has come. */
export interface OutboxState {
  readonly waiting: number
  readonly sent: number
  /** Events never delivered, by reason. */
  readonly dropped: Readonly<Record<string, number>>
}

/** Tells the API what the journal holds: oldest first, again after every failure, one tab at a time. */
export interface Outbox {
  /** Something was added. */
  added(event: ShopEvent): void
  /** Tries now, whatever the wait was. */
  hurry(): void
  /** The page may be gone in a moment: sends what was not confirmed, in requests that outlive it. */
  leave(isUnload: boolean): void
  state(): OutboxState
  stop(): void
}

/** Opens an outbox over a journal. */
export function openOutbox(parts: OutboxParts): Outbox {
  const { world, journal, endpoint, complain } = parts
  const url = `${endpoint.apiUrl}/v1/events`
  let undoTimer: (() => void) | undefined
  let dueAt = Number.POSITIVE_INFINITY
  let failures = 0
  let isBusy = false
  let isAskedAgain = false
  let isStopped = false
  let sent = 0
  let inFlight: Sealed | undefined
  /** Sent by a page that seemed to go, and not answered yet, with the bytes they hold. */
  const leaving = new Map<string, number>()

  function schedule(ms: number) {
    const at = world.now() + ms
    if (isStopped || at >= dueAt) return
    cancel()
    dueAt = at
    undoTimer = world.setTimer(() => {
      cancel()
      void turn()
    }, ms)
  }

  function cancel() {
    undoTimer?.()
    undoTimer = undefined
    dueAt = Number.POSITIVE_INFINITY
  }

  async function turn() {
    if (isStopped || !parts.mayMeasure()) return
    if (isBusy) {
      isAskedAgain = true
      return
    }
    isBusy = true
    try {
      await journal.write()
      await withLock(drain)
    } catch (error) {
      complain('VT-04', String(error))
      schedule(backoff())
    } finally {
      isBusy = false
      if (isAskedAgain && failures === 0) schedule(0)
      isAskedAgain = false
    }
  }

  /** One tab sends at a time. The lock is held only while sending, so that no frozen page keeps it. */
  async function withLock(work: () => Promise<void>) {
    const locks = world.window.navigator.locks
    // Without locks two tabs may send the same batch; the API keeps each event once.
    if (!locks) return work()
    await locks.request(`vitrine:${endpoint.shop}`, { ifAvailable: true }, async lock => {
      if (lock) await work()
      else schedule(GATHER_MS)
    })
  }

  async function drain() {
    while (!isStopped && parts.mayMeasure()) {
      const batch = await journal.nextBatch(parts.visitor())
      if (!batch) return journal.allSent()
      inFlight = batch
      const answer = await post(world, url, bodyOf(batch))
      inFlight = undefined
      if (!parts.mayMeasure()) return
      const waitMs = await heed(batch, answer)
      if (waitMs !== undefined) return schedule(waitMs)
      failures = 0
    }
  }

  /** Does what the answer asks for; a number is the wait before the next try. */
  async function heed(
    batch: Sealed,
    { status, body, retryAfterMs = 0 }: Answer
  ): Promise<number | undefined> {
    const count = batch.events.length
    if (status >= 200 && status < 300) {
      sent += newsOf(batch.events).length
      await journal.settle(batch, parts.mayKeep())
    } else if (status === 413 && count > 1) await journal.split(batch)
    else if (status === 413 || status === 422) {
      const refused = status === 413 ? [0] : refusedOf(body, count)
      sent += newsOf(batch.events).length - refused.length
      journal.drop({ [status === 413 ? 'too_large' : 'refused']: refused.length })
      complain('VT-07', `refused: ${JSON.stringify(body)}`)
      await journal.settle(batch, parts.mayKeep(), refused)
    } else if (status >= 400 && status < 500 && status !== 408 && status !== 429) {
      journal.drop({ parked: count })
      complain('VT-07', `answered by ${status}: ${JSON.stringify(body)}`)
      await journal.park(batch, world.now() + PARK_MS)
    } else return Math.max(retryAfterMs, backoff())
    return undefined
  }

  /** What had not been confirmed before: a page that seemed to go may have sent its own events already. */
  function newsOf(events: readonly ShopEvent[]): readonly ShopEvent[] {
    return events.filter(({ id }) => partsOfEventId(id)?.tab !== parts.tab || journal.isUnsent(id))
  }

  /** Full jitter: tabs and shoppers that failed together do not come back together. */
  function backoff(): number {
    const most = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** failures++)
    return Math.ceil((Number.parseInt(world.randomHex(4), 16) / 2 ** 32) * most)
  }

  function bodyOf({ events, sent, visitor, dropped }: Omit<Sealed, 'key'>): string {
    const { shop, key } = endpoint
    const head = { shop, key, sent, ...(visitor ? { visitor } : {}), ...(dropped ? { dropped } : {}) }
    return JSON.stringify(packBatch(head, events))
  }

  function leave(isUnload: boolean) {
    void journal.write()
    if (isStopped || !parts.mayMeasure()) return
    // An ordinary request survives a hidden page but not a closed one.
    const flying = new Set(isUnload ? [] : inFlight?.events.map(({ id }) => id))
    let rest = journal
      .unsent()
      .filter(({ id }) => partsOfEventId(id)?.tab === parts.tab && !leaving.has(id) && !flying.has(id))
    while (rest.length > 0) {
      const part = fitting(rest)
      if (!part) return
      sendLast(part.events, part.body)
      rest = rest.slice(part.events.length)
    }
  }

  function fitting(rest: readonly ShopEvent[]) {
    const room = LAST_BYTES - [...leaving.values()].reduce((all, bytes) => all + bytes, 0)
    for (let most = LAST_EVENTS; most >= 1; most = Math.floor(most / 2)) {
      const events = rest.slice(0, most)
      const visitor = parts.visitor()
      const body = bodyOf({ events, sent: world.now(), ...(visitor ? { visitor } : {}) })
      // A UTF-16 unit is at most three bytes; nearly all of ours are one.
      if (new TextEncoder().encode(body).length <= room) return { events, body }
    }
    return undefined
  }

  function sendLast(events: readonly ShopEvent[], body: string) {
    for (const { id } of events) leaving.set(id, body.length / events.length)
    void post(world, url, body, true).then(async ({ status }) => {
      for (const { id } of events) leaving.delete(id)
      if (isStopped || !parts.mayMeasure()) return
      if (status < 200 || status >= 300) return schedule(backoff())
      const news = newsOf(events)
      sent += news.length
      await journal.settleEvents(news, parts.mayKeep())
    })
  }

  return {
    added(event) {
      if (!parts.mayMeasure() || failures > 0) return
      schedule(isMoney(event) ? 0 : GATHER_MS)
    },
    hurry() {
      failures = 0
      cancel()
      schedule(0)
    },
    leave,
    state: () => ({ waiting: journal.unsent().length, sent, dropped: journal.dropped() }),
    stop() {
      isStopped = true
      cancel()
    }
  }
}

function refusedOf(body: unknown, count: number): number[] {
  const list: unknown =
    typeof body === 'object' && body !== null && 'refused' in body ? body.refused : undefined
  // A 422 that names nothing refuses everything.
  if (!Array.isArray(list)) return Array.from({ length: count }, (_, at) => at)
  return list.flatMap((one: { index?: unknown }) =>
    typeof one?.index === 'number' && one.index >= 0 && one.index < count ? [one.index] : []
  )
}
