import {
  known,
  mayMeasure,
  mayPersonalise,
  packBatch,
  partsOfEventId,
  type ShopEvent
} from '@vitrine/protocol'
import type { Bounds } from './bounds.ts'
import { post } from './post.ts'
import { UNSENT } from './rowsOf.ts'
import { type Sealed, settleEvents } from './seal.ts'
import { type SendingEnd, sendAll, settled } from './sendAll.ts'
import type { Core } from './tracker.ts'
import { isMoney } from './weight.ts'

/** Long enough to gather a burst into one request, short enough to lose nothing to a shopper in a hurry. */
const GATHER_MS = 2000
const FIRST_WAIT_MS = 1000
const LONGEST_WAIT_MS = 300_000
/** Of the browser's 65,536 bytes for requests that outlive their page, with room for other people's. */
const LAST_BYTES = 60_000
/** Events of one last request: a few of them fit beside each other. */
const LAST_EVENTS = 100

/** How far sending has come. */
export interface OutboxState {
  readonly waiting: number
  /** Events that are not known to be on the device's disk yet. Absent until the rest has come. */
  readonly unsaved?: number
  readonly sent: number
  /** Events not delivered, by reason. */
  readonly dropped: Readonly<Record<string, number>>
}

/** Tells the API what the journal holds: when to send, and what to do when the page goes. `sendAll.ts` does the rest. */
export class Outbox {
  readonly #core: Core
  readonly #bounds: Bounds
  readonly #url: string
  #undoTimer: (() => void) | undefined
  #dueAt = Number.POSITIVE_INFINITY
  #failures = 0
  #isBusy = false
  #isAskedAgain = false
  #sent = 0
  #inFlight: Sealed | undefined
  /** Sent by a page that seemed to go and not answered yet, with the bytes they hold. */
  #leaving = new Map<string, number>()

  constructor(core: Core, bounds: Bounds) {
    this.#core = core
    this.#bounds = bounds
    this.#url = `${core.options.apiUrl}/v1/events`
  }

  get state(): OutboxState {
    const { unsent, unsaved } = this.#core.journal
    return { waiting: unsent.size, unsaved: unsaved.size, sent: this.#sent, dropped: this.#bounds.dropped }
  }

  /** Something was added: sent soon, money at once. After a failure the wait for the next try stands. */
  added(event: ShopEvent): void {
    if (this.#failures === 0) this.#schedule(isMoney(event) ? 0 : GATHER_MS)
  }

  /** Tries now, whatever the wait was. */
  hurry(): void {
    this.#failures = 0
    this.stop()
    this.#schedule(0)
  }

  /** The page may be gone in a moment: sends what was not confirmed, at once, in requests that outlive it. */
  leave(isUnload: boolean): void {
    const { journal, tab } = this.#core
    void journal.write()
    if (!this.#maySend()) return
    // An ordinary request survives a hidden page, but not a closed one.
    const flying = new Set(isUnload ? [] : this.#inFlight?.events.map(({ id }) => id))
    let rest = [...journal.unsent.values()].filter(
      ({ id }) => partsOfEventId(id)?.tab === tab && !this.#leaving.has(id) && !flying.has(id)
    )
    for (let count = 1; rest.length > 0 && count > 0; rest = rest.slice(count)) count = this.#sendLast(rest)
  }

  /** Stops trying. */
  stop(): void {
    this.#undoTimer?.()
    this.#undoTimer = undefined
    this.#dueAt = Number.POSITIVE_INFINITY
  }

  #maySend(): boolean {
    return !this.#core.isStopped && mayMeasure(this.#core.desk.state())
  }

  #schedule(ms: number) {
    const { world } = this.#core
    const at = world.now() + ms
    if (!this.#maySend() || at >= this.#dueAt) return
    this.stop()
    this.#dueAt = at
    this.#undoTimer = world.setTimer(() => {
      this.stop()
      void this.#turn()
    }, ms)
  }

  async #turn() {
    this.#isAskedAgain = this.#isBusy
    if (this.#isBusy || !this.#core.journal.isOpen) return // Whoever opens the journal calls again.
    this.#isBusy = true
    const end = await this.#send().catch(error => {
      this.#core.complain('VT-04', String(error))
      return 0
    })
    this.#isBusy = false
    if (end === 'elsewhere') this.#schedule(GATHER_MS)
    else if (end !== 'sent') this.#schedule(Math.max(end, this.#backoff()))
    else if (this.#isAskedAgain) this.#schedule(0)
  }

  async #send(): Promise<SendingEnd> {
    await this.#core.journal.write()
    return sendAll({
      core: this.#core,
      url: this.#url,
      maySend: () => this.#maySend(),
      bodyOf: batch => this.#bodyOf(batch),
      onFlight: batch => {
        this.#inFlight = batch
      },
      onSent: events => {
        this.#failures = 0
        this.#count(events)
      },
      drop: (reason, count) => this.#bounds.drop(reason, count)
    })
  }

  /** Counts what had not been confirmed before: a page that seemed to go may have sent its own events already. */
  #count(events: readonly ShopEvent[]) {
    const { journal, tab } = this.#core
    const isNew = ({ id }: ShopEvent) => partsOfEventId(id)?.tab !== tab || journal.unsent.has(id)
    this.#sent += events.filter(isNew).length
  }

  /** Full jitter: tabs and shoppers that failed together do not come back together. */
  #backoff(): number {
    const most = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** this.#failures++)
    return Math.ceil((Number.parseInt(this.#core.world.randomHex(4), 16) / 2 ** 32) * most)
  }

  #bodyOf({ events, sent, visitor, dropped }: Omit<Sealed, 'key'>): string {
    const { shop, key } = this.#core.options
    return JSON.stringify(packBatch(known({ shop, key, sent, visitor, dropped }), events))
  }

  /** Sends as many of these as there is room for in one request; answers how many. */
  #sendLast(rest: readonly ShopEvent[]): number {
    const { world } = this.#core
    const room = LAST_BYTES - [...this.#leaving.values()].reduce((all, bytes) => all + bytes, 0)
    const visitor = this.#core.visitor()
    for (let most = LAST_EVENTS; most >= 1; most = Math.floor(most / 2)) {
      const events = rest.slice(0, most)
      const body = this.#bodyOf(known({ events, sent: world.now(), visitor }))
      const bytes = new TextEncoder().encode(body).length
      if (bytes > room) continue
      for (const { id } of events) this.#leaving.set(id, bytes / events.length)
      void this.#hearLast(events, body)
      return events.length
    }
    return 0
  }

  async #hearLast(events: readonly ShopEvent[], body: string) {
    const { world, journal, desk } = this.#core
    const { status } = await post(world, this.#url, body, true)
    for (const { id } of events) this.#leaving.delete(id)
    if (!this.#maySend()) return
    if (status < 200 || status >= 300) return this.#schedule(this.#backoff())
    this.#count(events)
    settled(journal, events)
    await journal.write() // Their write may still be under way.
    const ids = new Set(events.map(({ id }) => id))
    await journal.ask(UNSENT, settleEvents(ids, mayPersonalise(desk.state())))
  }
}
