import {
  type Answer,
  bad,
  type Consent,
  type ConsentOrigin,
  type EpochMs,
  type EventBody,
  type EventItem,
  eventId,
  type Ga4Payload,
  good,
  mayMeasure,
  mayPersonalise,
  mayStore,
  type PageType,
  type Purpose,
  type Result,
  type ShopEvent
} from '@vitrine/protocol'
import { readConsentMode } from './capture/consentMode.ts'
import { Ears } from './capture/ears.ts'
import type { NotHeard } from './capture/heardProduct.ts'
import type { ProductReport } from './capture/productReport.ts'
import { scrubText } from './capture/scrub.ts'
import { beCareful, type Careful } from './careful.ts'
import { type Complain, complainOnce } from './complaint.ts'
import { type ConsentDesk, type ConsentListener, type ConsentStart, openConsent } from './consent.ts'
import { keepGrant, visitorOf } from './identity.ts'
import { Journal } from './journal.ts'
import type { Later } from './later.ts'
import { type LoadLater, loadOnce } from './loadLater.ts'
import { Outbox, type OutboxState } from './outbox.ts'
import { post } from './post.ts'
import { type TrackerWorld, type WholeWorld, wholeWorld } from './world.ts'

/** A shopper who identifies again within this time has not logged in again. */
const LOGIN_EVERY_MS = 1_800_000

/** What a tracker needs to begin. */
export interface TrackerOptions {
  readonly world: TrackerWorld
  readonly shop: string
  /** The public write key. */
  readonly key: string
  /** Base URL of the API, without `/v1`. */
  readonly apiUrl: string
  readonly consent: ConsentStart
  /** ISO 4217, for payloads and offers that name none. */
  readonly currency?: string
  /** The file `@vitrine/tracker/later`, or how to load it when it is needed. */
  readonly later: Later | (() => Promise<Later>)
  /** Told what went wrong without the shopper noticing; each code once. */
  readonly complain?: Complain
}

/** The senses of a page, and the memory of the device. */
export interface Tracker {
  /** Records what the shop reports, by GA4's name and payload. Never throws. `at`: when it happened, if not now. */
  track(name: string, payload?: Ga4Payload, at?: EpochMs): void
  /** Records an intent of ours. A purchase that is known already is answered with the one that is. */
  record(body: EventBody): ShopEvent
  /** Everything remembered, oldest first. */
  events(): readonly ShopEvent[]
  /** What happened in this view of the page, oldest first. */
  pageEvents(): readonly ShopEvent[]
  /** When the journal has been read, as far as consent allows now; a later grant makes a new promise. */
  readonly ready: Promise<void>
  onEvent(listener: (event: ShopEvent) => void): () => void
  consent(): Consent
  /** Takes answers: by default the shop's word for what its visitor chose. */
  setConsent(answers: Readonly<Partial<Record<Purpose, Answer>>>, by?: ConsentOrigin): void
  onConsent(listener: ConsentListener): () => void
  /**
   * Brings in what the API knows of the person the shop's signed token names. Without leave to personalise it waits for it.
   *
   * @returns How many events were new.
   */
  identify(token: string): Promise<Result<number>>
  /** Erases this shopper from the device and, where the API knows them, from the API. Consent stays as it is. */
  forget(): Promise<void>
  outboxState(): OutboxState
  storage(): 'indexeddb' | 'memory'
  page(): { readonly type: PageType; readonly url: string }
  /** The product this page is about. */
  product(): EventItem | null
  /** The same in GA4's words, money in major units, with who said each field. */
  productReport(): ProductReport | null
  notHeard(): readonly NotHeard[]
  /** The visitor's id, once it may exist and has been read. */
  visitor(): string | undefined
  /** Leaves the page as it was. What is not sent stays for the next visit. */
  stop(): void
}

/** Opens the tracker on a page: listens, remembers, tells the API, each as far as consent allows. */
export function openTracker(options: TrackerOptions): Tracker {
  return new PageTracker(options)
}

class PageTracker implements Tracker {
  readonly #options: TrackerOptions
  readonly #world: WholeWorld
  readonly #complain: Complain
  readonly #careful: Careful
  readonly #load: LoadLater
  readonly #tab: string
  readonly #desk: ConsentDesk
  readonly #journal: Journal
  readonly #outbox: Outbox
  readonly #ears: Ears
  readonly #listeners = new Set<(event: ShopEvent) => void>()
  #pageEvents: ShopEvent[] = []
  #seq = 0
  #visitor: string | undefined
  #waitingToken: string | undefined
  #isStopped = false
  #shown = () => {}
  /** Storage changes one after the other, the first when the page is shown: a prerendered page stores nothing. */
  #work = new Promise<void>(resolve => {
    this.#shown = resolve
  })

  constructor(options: TrackerOptions) {
    const world = wholeWorld(options.world)
    const { window } = world
    this.#options = options
    this.#world = world
    this.#complain = complainOnce(options.complain)
    this.#careful = beCareful(this.#complain, world.setTimer)
    this.#load = loadOnce(options.later, this.#complain)
    this.#tab = world.randomHex(6)
    this.#desk = openConsent(options.consent, hasGpc(window.navigator), world.now())
    this.#journal = this.#openJournal()
    this.#outbox = this.#openOutbox()
    this.#desk.listen((next, before) => this.#consentChanged(next, before))
    this.#ears = this.#openEars()
    void this.#afterwards(() => this.#beginStorage())
    const { document } = window
    this.#careful.listen(document, 'visibilitychange', () => {
      if (document.visibilityState === 'hidden') this.#leave(false)
      else void this.#afterwards(() => this.#journal.refresh()).then(() => this.#outbox.hurry())
    })
    this.#careful.listen(window, 'pagehide', () => this.#leave(true))
    this.#careful.listen(window, 'online', () => this.#outbox.hurry())
  }

  get ready(): Promise<void> {
    return this.#work.then(() => this.#ears.reading).then(() => undefined)
  }

  track(name: string, payload?: Ga4Payload, at?: EpochMs): void {
    this.#careful.guard(() => this.#ears.track(String(name), payload ?? {}, at))()
  }

  record(body: EventBody, happened?: EpochMs): ShopEvent {
    const known = body.type === 'purchase' && body.transactionId && this.#orderOf(body.transactionId)
    if (known) return known
    const at = Math.max(0, Math.round(happened ?? this.#world.now()))
    const event: ShopEvent = {
      ...withoutAddresses(body),
      page: body.page ?? this.page(),
      id: eventId({ at, tab: this.#tab, seq: this.#seq++ }),
      at,
      source: 'web'
    }
    this.#pageEvents.push(event)
    this.#journal.add(event)
    this.#outbox.added(event)
    for (const listener of this.#listeners) this.#careful.guard(listener)(event)
    return event
  }

  events(): readonly ShopEvent[] {
    return this.#journal.events
  }

  pageEvents(): readonly ShopEvent[] {
    return [...this.#pageEvents].sort((a, b) => a.at - b.at)
  }

  onEvent(listener: (event: ShopEvent) => void): () => void {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  consent(): Consent {
    return this.#desk.state()
  }

  setConsent(answers: Readonly<Partial<Record<Purpose, Answer>>>, by: ConsentOrigin = 'shop'): void {
    this.#desk.say({ ...answers, by, at: this.#world.now() })
  }

  onConsent(listener: ConsentListener): () => void {
    return this.#desk.listen(listener)
  }

  async identify(token: string): Promise<Result<number>> {
    if (!mayPersonalise(this.consent())) {
      this.#waitingToken = token
      return bad('consent', 'does not allow it yet; it is done when it does')
    }
    this.#waitingToken = undefined
    await this.ready
    const { apiUrl, currency } = this.#options
    const visitor = mayMeasure(this.consent()) ? this.#visitor : undefined
    const later = await this.#load()
    if (!later) return bad('later', 'could not be loaded')
    const mine = await later.fetchMyEvents({ world: this.#world, apiUrl, token, visitor, currency })
    if (!mine.ok) return mine
    if (!mayPersonalise(this.consent())) return bad('consent', 'was withdrawn meanwhile')
    const news = await this.#journal.merge(mine.value)
    const since = this.#world.now() - LOGIN_EVERY_MS
    const isIn = this.events().some(({ type, at }) => type === 'login' && at > since)
    if (!isIn) this.record({ type: 'login', heard: { adapter: 'api', confidence: 1 } })
    return good(news)
  }

  async forget(): Promise<void> {
    await this.#erase()
    await this.#afterwards(() => this.#openStorage())
  }

  outboxState(): OutboxState {
    return this.#outbox.state
  }

  storage(): 'indexeddb' | 'memory' {
    return this.#journal.storage
  }

  page(): { readonly type: PageType; readonly url: string } {
    return this.#ears.page()
  }

  product(): EventItem | null {
    return this.#ears.product()?.item ?? null
  }

  productReport(): ProductReport | null {
    return this.#ears.productReport()
  }

  notHeard(): readonly NotHeard[] {
    return this.#ears.notHeard()
  }

  visitor(): string | undefined {
    return this.#visitor
  }

  stop(): void {
    this.#isStopped = true
    this.#outbox.stop()
    this.#journal.close()
    this.#careful.undo()
    this.#listeners.clear()
  }

  #openJournal(): Journal {
    return new Journal({
      world: this.#world,
      name: `vitrine-${this.#options.shop}`,
      mayStore: () => mayStore(this.consent()),
      isToSend: () => mayMeasure(this.consent()),
      complain: this.#complain,
      load: this.#load,
      onGone: () => {
        this.#journal.forgetMemory()
        this.#visitor = undefined
        this.#desk.suspend()
      }
    })
  }

  #openOutbox(): Outbox {
    return new Outbox({
      world: this.#world,
      journal: this.#journal,
      tab: this.#tab,
      endpoint: this.#options,
      complain: this.#complain,
      load: this.#load,
      mayMeasure: () => !this.#isStopped && mayMeasure(this.consent()),
      mayKeep: () => mayPersonalise(this.consent()),
      visitor: () => this.#visitor
    })
  }

  #openEars(): Ears {
    const { consent, currency, later } = this.#options
    return new Ears({
      load: this.#load,
      later: typeof later === 'function' ? undefined : later,
      window: this.#world.window,
      careful: this.#careful,
      now: this.#world.now,
      currency,
      record: (body, at) => this.record(body, at),
      knowsOrder: transactionId => this.#orderOf(transactionId) !== undefined,
      onView: () => {
        this.#pageEvents = []
        this.#shown()
      },
      onCommand: command => {
        const signal = consent === 'cmp' && readConsentMode(command, this.#world.now())
        if (signal) this.#desk.say(signal)
      }
    })
  }

  #orderOf(transactionId: string): ShopEvent | undefined {
    return this.events().find(event => event.type === 'purchase' && event.transactionId === transactionId)
  }

  #afterwards(step: () => Promise<void>): Promise<void> {
    this.#work = this.#work.then(step).catch(error => this.#complain('VT-04', String(error)))
    return this.#work
  }

  async #beginStorage() {
    const { personalise, measure } = this.consent()
    if (mayStore(this.consent())) await this.#openStorage()
    // A refusal empties the device of an earlier visit's memory too. Without an answer it is not even looked at.
    else if (personalise === 'denied' && measure === 'denied') await this.#journal.emptyDevice()
  }

  async #openStorage() {
    if (this.#isStopped || !mayStore(this.consent())) return
    await this.#journal.open()
    if (mayPersonalise(this.consent())) this.#visitor = await visitorOf(this.#journal, this.#world)
    if (mayPersonalise(this.consent())) await keepGrant(this.#journal, this.consent())
    this.#outbox.hurry()
  }

  #consentChanged(next: Consent, before: Consent) {
    const isRevoked = KEEPING.some(purpose => before[purpose] === 'granted' && next[purpose] !== 'granted')
    if (isRevoked) void this.#erase()
    if (mayStore(next)) void this.#afterwards(() => this.#openStorage())
    this.#outbox.hurry()
    if (mayPersonalise(next) && this.#waitingToken !== undefined) void this.identify(this.#waitingToken)
  }

  /** Empties memory at once, then the device, and tells the API, which knows this visitor only by an id. */
  #erase(): Promise<void> {
    const visitor = this.#visitor
    this.#visitor = undefined
    this.#pageEvents = []
    const wiped = this.#journal.wipe()
    return this.#afterwards(async () => {
      await wiped
      const { shop, key, apiUrl } = this.#options
      // Nothing may be kept to try again on another visit, so it is sent in a request that outlives the page.
      const body = JSON.stringify({ shop, key, visitor })
      if (visitor) await post(this.#world, `${apiUrl}/v1/forget`, body, true)
    })
  }

  #leave(isUnload: boolean) {
    this.#ears.hurry()
    this.#outbox.leave(isUnload)
  }
}

const KEEPING = ['personalise', 'measure'] as const

/** Global Privacy Control (https://w3c.github.io/gpc). */
function hasGpc(navigator: Navigator): boolean {
  return (navigator as { globalPrivacyControl?: boolean }).globalPrivacyControl === true
}

/** Nothing that a person could be written to by. */
function withoutAddresses(body: EventBody): EventBody {
  if (!body.data && body.searchTerm === undefined) return body
  const data = Object.entries(body.data ?? {}).map(([name, value]) => [
    name,
    typeof value === 'string' ? scrubText(value) : value
  ])
  return {
    ...body,
    ...(body.data && { data: Object.fromEntries(data) }),
    ...(body.searchTerm !== undefined && { searchTerm: scrubText(body.searchTerm) })
  }
}
