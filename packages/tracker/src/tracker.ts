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
import { openEars } from './capture/ears.ts'
import type { NotHeard } from './capture/heardProduct.ts'
import { type ProductReport, productReport } from './capture/productReport.ts'
import { scrubText } from './capture/scrub.ts'
import { beCareful } from './careful.ts'
import { type Complain, complainOnce } from './complaint.ts'
import { type ConsentListener, type ConsentStart, openConsent } from './consent.ts'
import { fetchMyEvents } from './identify.ts'
import { freshVisitor } from './identity.ts'
import { openJournal } from './journal.ts'
import { type OutboxState, openOutbox } from './outbox.ts'
import { post } from './post.ts'
import { type TrackerWorld, wholeWorld } from './world.ts'

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
  const world = wholeWorld(options.world)
  const { window } = world
  const complain = complainOnce(options.complain)
  const careful = beCareful(complain, world.setTimer)
  const tab = world.randomHex(6)
  const desk = openConsent(options.consent, hasGpc(window.navigator), world.now())
  const listeners = new Set<(event: ShopEvent) => void>()
  let pageEvents: ShopEvent[] = []
  let seq = 0
  let visitor: string | undefined
  let waitingToken: string | undefined
  let isStopped = false

  const journal = openJournal({
    world,
    name: `vitrine-${options.shop}`,
    isToSend: () => mayMeasure(desk.state()),
    complain,
    onGone() {
      journal.forgetMemory()
      visitor = undefined
      desk.suspend()
    }
  })
  const outbox = openOutbox({
    world,
    journal,
    tab,
    endpoint: options,
    complain,
    mayMeasure: () => !isStopped && mayMeasure(desk.state()),
    mayKeep: () => mayPersonalise(desk.state()),
    visitor: () => visitor
  })

  function record(body: EventBody, happened?: EpochMs): ShopEvent {
    const known = body.type === 'purchase' && body.transactionId && orderOf(body.transactionId)
    if (known) return known
    const at = Math.max(0, Math.round(happened ?? world.now()))
    const event: ShopEvent = {
      ...clean(body),
      page: body.page ?? ears.page(),
      id: eventId({ at, tab, seq: seq++ }),
      at,
      source: 'web'
    }
    pageEvents.push(event)
    journal.add(event)
    outbox.added(event)
    for (const listener of listeners) careful.guard(listener)(event)
    return event
  }

  function orderOf(transactionId: string): ShopEvent | undefined {
    return journal.events().find(event => event.type === 'purchase' && event.transactionId === transactionId)
  }

  // Storage changes one after the other: a wipe is over before anything is kept again.
  let shown = () => {}
  // Nothing is stored for a page that is prerendered and perhaps never shown.
  let work = new Promise<void>(resolve => {
    shown = resolve
  })
  function afterwards(step: () => Promise<void>): Promise<void> {
    work = work.then(step).catch(error => complain('VT-04', String(error)))
    return work
  }

  async function beginStorage() {
    const { personalise, measure } = desk.state()
    if (mayStore(desk.state())) await openStorage()
    // A refusal empties the device, of an earlier visit's memory too. Without an answer it is not even looked at.
    else if (personalise === 'denied' && measure === 'denied') await journal.wipe()
  }

  async function openStorage() {
    if (isStopped || !mayStore(desk.state())) return
    await journal.open()
    if (!mayPersonalise(desk.state())) return
    visitor = await journal.visitor(freshVisitor(world))
    const { by, ...answers } = desk.state()
    // Only our own panel's answer is ours to remember; shops and consent platforms say theirs on every page.
    if (by === 'shopper') await journal.consent({ by, ...answers })
    outbox.hurry()
  }

  /** Empties device and memory at once for whoever asks, and tells the API as far as it knows this visitor. */
  function erase(toldApi: boolean): Promise<void> {
    const known = visitor
    visitor = undefined
    const wiped = journal.wipe()
    pageEvents = []
    return afterwards(async () => {
      await wiped
      if (!known || !toldApi) return
      const { shop, key, apiUrl } = options
      // Nothing may be kept to try again on another visit, so it is sent in a request that outlives the page.
      await post(world, `${apiUrl}/v1/forget`, JSON.stringify({ shop, key, visitor: known }), true)
    })
  }

  desk.listen((next, before) => {
    const isRevoked = (['personalise', 'measure'] as const).some(
      purpose => before[purpose] === 'granted' && next[purpose] !== 'granted'
    )
    if (isRevoked) void erase(mayMeasure(before))
    if (mayStore(next)) {
      void afterwards(openStorage)
      if (mayPersonalise(next) && waitingToken !== undefined) void identify(waitingToken)
    }
    outbox.hurry()
  })

  async function identify(token: string): Promise<Result<number>> {
    if (!mayPersonalise(desk.state())) {
      waitingToken = token
      return bad('consent', 'does not allow it yet; it is done when it does')
    }
    waitingToken = undefined
    await work
    const told = mayMeasure(desk.state()) ? visitor : undefined
    const { apiUrl, currency } = options
    const mine = await fetchMyEvents({ world, apiUrl, token, visitor: told, currency })
    if (!mine.ok) return mine
    if (!mayPersonalise(desk.state())) return bad('consent', 'was withdrawn meanwhile')
    const news = await journal.merge(mine.value)
    const since = world.now() - LOGIN_EVERY_MS
    if (!journal.events().some(({ type, at }) => type === 'login' && at > since)) record({ type: 'login' })
    return good(news)
  }

  const ears = openEars({
    window,
    careful,
    now: world.now,
    currency: options.currency,
    record,
    knowsOrder: transactionId => orderOf(transactionId) !== undefined,
    onView() {
      pageEvents = []
      shown()
    },
    onCommand(command) {
      const signal = options.consent === 'cmp' && readConsentMode(command, world.now())
      if (signal) desk.say(signal)
    }
  })
  void afterwards(beginStorage)
  careful.listen(window.document, 'visibilitychange', () => {
    if (window.document.visibilityState === 'hidden') leave(false)
    else void afterwards(() => journal.refresh()).then(() => outbox.hurry())
  })
  careful.listen(window, 'pagehide', () => leave(true))
  careful.listen(window, 'online', () => outbox.hurry())

  function leave(isUnload: boolean) {
    ears.hurry()
    outbox.leave(isUnload)
  }

  return {
    track(name, payload = {}, at) {
      careful.guard(() => ears.track(String(name), payload ?? {}, at))()
    },
    record,
    events: () => journal.events(),
    pageEvents: () => [...pageEvents].sort((a, b) => a.at - b.at),
    get ready() {
      return work
    },
    onEvent(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    consent: () => desk.state(),
    setConsent: (answers, by = 'shop') => desk.say({ ...answers, by, at: world.now() }),
    onConsent: listener => desk.listen(listener),
    identify,
    async forget() {
      await erase(mayMeasure(desk.state()))
      await afterwards(openStorage)
    },
    outboxState: () => outbox.state(),
    storage: () => journal.storage(),
    page: () => ears.page(),
    product: () => ears.product()?.item ?? null,
    productReport: () => productReport(ears.product()),
    notHeard: () => ears.notHeard(),
    visitor: () => visitor,
    stop() {
      isStopped = true
      void journal.write().finally(() => journal.close())
      outbox.stop()
      careful.undo()
      listeners.clear()
    }
  }
}

/** Global Privacy Control (https://w3c.github.io/gpc). */
function hasGpc(navigator: Navigator): boolean {
  return (navigator as { globalPrivacyControl?: boolean }).globalPrivacyControl === true
}

/** Nothing that a person could be written to by. */
function clean(body: EventBody): EventBody {
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
