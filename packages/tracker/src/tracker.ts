import {
  type Answer,
  type Consent,
  type ConsentOrigin,
  type EpochMs,
  type EventBody,
  type EventItem,
  type Ga4Payload,
  mayMeasure,
  mayPersonalise,
  mayStore,
  type Page,
  type PageType,
  type Purpose,
  type Result,
  type ShopEvent,
  writeEventId
} from '@vitrine/protocol'
import type { NotHeard } from './capture/heardProduct.ts'
import { type BetterType, readPageType } from './capture/pageType.ts'
import { type ViewKind, watchPageViews } from './capture/pageViews.ts'
import type { ProductReport } from './capture/productReport.ts'
import { scrubTexts, scrubUrl } from './capture/scrub.ts'
import { beCareful, type Careful } from './careful.ts'
import { type Complain, complainOnce } from './complaint.ts'
import { type ConsentDesk, type ConsentListener, type ConsentStart, openConsent } from './consent.ts'
import { isSameOrder, Journal } from './journal.ts'
import type { Later, Rest } from './later.ts'
import { openPart, type Part, type PartSource } from './openPart.ts'
import type { OutboxState } from './outbox.ts'
import { READING_LIMIT_MS } from './readingLimitMs.ts'
import type { Report } from './report.ts'
import { UNREAD, VISITOR } from './rowsOf.ts'
import type { Seldom } from './seldom.ts'
import type { Structured } from './structured.ts'
import { type TrackerWorld, type WholeWorld, wholeWorld } from './world.ts'

/** A router draws the new page, its title too, after it has changed the address. */
const ROUTE_MS = 100

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
  /** The file `@vitrine/tracker/later`, which is loaded as soon as the page is shown. */
  readonly later: PartSource<Later>
  /** The file `@vitrine/tracker/structured`, loaded where a page has structured data. */
  readonly structured: PartSource<Structured>
  /** The file `@vitrine/tracker/seldom`, loaded when something asks for it, be it the caller. */
  readonly seldom: Part<Seldom>
  /** Told what went wrong without the shopper noticing; each code once. */
  readonly complain?: Complain
}

/** The senses of a page, and the memory of the device. */
export interface Tracker {
  /**
   * Takes what the shop reports, by GA4's name and payload, and records it once it can be read. Never throws. `at`: when
   * it happened, if not now.
   */
  track(name: string, payload?: Ga4Payload, at?: EpochMs): void
  /** Records an intent of ours. A purchase that is known already is answered with the one that is. */
  record(body: EventBody): ShopEvent
  /** Everything remembered, oldest first. */
  events(): readonly ShopEvent[]
  /** What happened in this view of the page, oldest first. */
  pageEvents(): readonly ShopEvent[]
  /**
   * When the journal has been read, as far as consent allows now, and the page's structured data, as far as it comes in
   * a second; a later grant makes a new promise.
   */
  readonly ready: Promise<void>
  /** Brings in what other tabs have kept since this one last looked. */
  refresh(): Promise<void>
  /** When what is recorded by now is on the device, for other tabs to find; where nothing may be stored, at once. */
  saved(): Promise<void>
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
  /** What kind of page this is, and which. `category`: of a category page, department first, once it is heard. */
  page(): { readonly type: PageType; readonly url: string; readonly category?: readonly string[] }
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

/** A view of a page. Its type and category are learnt. */
export interface View {
  readonly url: string
  readonly referrer: string
  readonly at: EpochMs
  type: PageType
  category?: readonly string[] | undefined
}

/** What the first moment hands to the rest. */
export interface Core {
  readonly options: TrackerOptions
  readonly world: WholeWorld
  readonly complain: Complain
  readonly careful: Careful
  /** This page load's id, 12 hex digits. */
  readonly tab: string
  readonly desk: ConsentDesk
  readonly journal: Journal
  /** The view of the page that is being had. */
  readonly view: View
  readonly isStopped: boolean
  /** Whether the page is shown and parsed. */
  readonly isSettled: boolean
  readonly ready: Promise<void>
  /** Looks whether the path has changed. */
  readonly look: () => void
  readonly structured: Part<Structured>
  readonly seldom: Part<Seldom>
  visitor(): string | undefined
  /** Reads what had to wait, once the page is shown and parsed. */
  goOn(): void
  /** What kind of page this is, given what is known better than its address and theme. */
  readType(better: BetterType): PageType
  /** Takes what was reported: read at once, or when the page has settled. */
  hear(report: Report): void
  /** Records that the page is viewed, once. */
  recordView(): void
  /** @param isEarlier - It happened on an earlier page. */
  record(body: EventBody, at?: EpochMs, isEarlier?: boolean): ShopEvent
}

/** Opens the tracker on a page: listens, remembers, tells the API, each as far as consent allows. */
export function openTracker(options: TrackerOptions): Tracker {
  return new PageTracker(options)
}

class PageTracker implements Tracker, Core {
  readonly options: TrackerOptions
  readonly world: WholeWorld
  readonly complain: Complain
  readonly careful: Careful
  readonly tab: string
  readonly desk: ConsentDesk
  readonly journal: Journal
  readonly look: () => void = () => {}
  readonly structured: Part<Structured>
  readonly seldom: Part<Seldom>
  view: View
  isStopped = false
  isSettled = false
  readonly #listeners = new Set<(event: ShopEvent) => void>()
  readonly #later: Part<Later>
  #rest: Rest | undefined
  /** What was reported and cannot be read yet. */
  #unread: Report[] = []
  #pageEvents: ShopEvent[] = []
  #recorded: View | undefined
  #seq = 0
  #visitor: string | undefined
  #isShown = false
  #isParsed: boolean
  #shown = () => {}
  /** Storage changes one after the other, the first when the page is shown: a prerendered page stores nothing. */
  #work = new Promise<void>(resolve => {
    this.#shown = resolve
  })

  constructor(options: TrackerOptions) {
    const world = wholeWorld(options.world)
    const { window } = world
    const { document, navigator } = window
    this.options = options
    this.world = world
    this.complain = complainOnce(options.complain)
    const failed = (error: unknown) => this.complain('VT-08', String(error))
    this.#later = openPart(options.later, failed)
    this.structured = openPart(options.structured, failed)
    this.seldom = options.seldom
    this.careful = beCareful(this.complain, world.setTimer)
    this.tab = world.randomHex(6)
    this.#isParsed = document.readyState !== 'loading'
    this.view = this.#viewAfter(document.referrer)
    this.desk = openConsent(options.consent, navigator, world.now())
    this.journal = new Journal({
      world,
      name: `vitrine-${options.shop}`,
      isToSend: () => mayMeasure(this.consent()),
      complain: this.complain,
      onGone: () => {
        this.#forgetMemory()
        this.journal.forgetMemory()
        this.desk.suspend()
      }
    })
    this.desk.listen((next, before) => this.#consentChanged(next, before))
    void this.#afterwards(() => this.#beginStorage())
    // At hand, it need not be waited for.
    if (this.#later.here) this.#attach(this.#later.here)
    this.look = watchPageViews(window, this.careful, kind => this.#begin(kind))
    this.#listen()
  }

  get ready(): Promise<void> {
    const { world } = this
    return this.#work.then(() => {
      if (!this.#isStructured() || this.#canRead) return
      return Promise.race([
        this.#loadRest().then(() => this.#rest?.reading),
        new Promise<void>(resolve => world.setTimer(resolve, READING_LIMIT_MS))
      ])
    })
  }

  track(name: string, payload?: Ga4Payload, at?: EpochMs): void {
    this.careful.guard(() => {
      const heard = { adapter: 'api', confidence: 1 }
      this.hear({ name: String(name), payload: payload ?? {}, at, heard, page: this.#pageNow() })
    })()
  }

  hear({ payload, at, ...said }: Report): void {
    if (this.isStopped) return
    const report = {
      ...said,
      payload: scrubTexts(payload),
      at: at ?? (this.#isShown ? this.world.now() : undefined)
    }
    if (this.isSettled && this.#rest?.read(report)) return
    // Kept as it is now: the shop may change it before it is read.
    this.#unread.push(JSON.parse(JSON.stringify(report)))
  }

  record(body: EventBody, happened?: EpochMs, isEarlier?: boolean): ShopEvent {
    const known =
      body.transactionId && this.events().find(event => isSameOrder(event, body.type, body.transactionId))
    if (known) return known
    // An id holds no other time.
    const isTime = happened !== undefined && happened >= 0 && happened < 2 ** 48
    const at = Math.floor(isTime ? happened : this.world.now())
    const event: ShopEvent = {
      page: this.#pageNow(),
      ...scrubTexts(body),
      ...(body.data && { data: scrubTexts(body.data) }),
      id: writeEventId({ at, tab: this.tab, seq: this.#seq++ }),
      at,
      source: 'web'
    }
    if (!isEarlier) this.#pageEvents.push(event)
    this.journal.add(event)
    this.#rest?.added(event)
    for (const listener of this.#listeners) this.careful.guard(listener)(event)
    return event
  }

  events(): readonly ShopEvent[] {
    return this.journal.events
  }

  pageEvents(): readonly ShopEvent[] {
    return [...this.#pageEvents].sort((a, b) => a.at - b.at)
  }

  refresh(): Promise<void> {
    return this.#afterwards(() => this.journal.reload(rows => ({ answer: rows })))
  }

  saved(): Promise<void> {
    return this.#afterwards(() => this.journal.write())
  }

  onEvent(listener: (event: ShopEvent) => void): () => void {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  consent(): Consent {
    return this.desk.state()
  }

  setConsent(answers: Readonly<Partial<Record<Purpose, Answer>>>, by: ConsentOrigin = 'shop'): void {
    this.desk.say({ ...answers, by, at: this.world.now() })
  }

  onConsent(listener: ConsentListener): () => void {
    return this.desk.listen(listener)
  }

  async identify(token: string): Promise<Result<number>> {
    await this.#loadRest()
    return this.#rest?.identify(token) ?? { ok: false, field: 'later', problem: 'could not be loaded' }
  }

  async forget(): Promise<void> {
    const erased = this.#erase()
    await this.#afterwards(() => this.#openStorage())
    await erased
  }

  outboxState(): OutboxState {
    return this.#rest?.outboxState() ?? { waiting: this.journal.unsent.size, sent: 0, dropped: {} }
  }

  storage(): 'indexeddb' | 'memory' {
    return this.journal.storage
  }

  page(): ReturnType<Tracker['page']> {
    const { category } = this.view
    return { ...this.#pageNow(), ...(category && { category }) }
  }

  product(): EventItem | null {
    return this.#rest?.product() ?? null
  }

  productReport(): ProductReport | null {
    return this.#rest?.productReport() ?? null
  }

  notHeard(): readonly NotHeard[] {
    return this.#rest?.notHeard() ?? []
  }

  visitor(): string | undefined {
    return this.#visitor
  }

  readType(better: BetterType): PageType {
    return readPageType(this.world.window, better)
  }

  recordView(): void {
    const { view } = this
    if (this.#recorded === view) return
    this.#recorded = view
    const { url, type, at } = view
    const referrer = scrubUrl(view.referrer)
    const title = this.world.window.document.title.slice(0, 300)
    const page = { url, type, ...(referrer && { referrer }), ...(title && { title }) }
    this.record({ type: 'page_view', heard: { adapter: 'page', confidence: 1 }, page }, at)
  }

  goOn(): void {
    // A prerendered page is not looked at before it is shown.
    if (!this.#isShown || !this.#isParsed || this.isStopped) return
    this.isSettled = true
    this.#see()
    if (this.#rest) for (const report of this.#unread.splice(0)) this.careful.guard(() => this.hear(report))()
  }

  stop(): void {
    this.isStopped = true
    this.#rest?.stop()
    this.journal.close()
    this.careful.undo()
    this.#listeners.clear()
  }

  #listen() {
    const { careful, world } = this
    const { document } = world.window
    careful.listen(document, 'DOMContentLoaded', () => {
      this.#isParsed = true
      this.goOn()
    })
    careful.listen(document, 'visibilitychange', () => {
      if (document.visibilityState === 'hidden') return this.#leave(false)
      // Other tabs have added to it.
      void this.refresh().then(() => this.#hurry())
    })
    careful.listen(world.window, 'pagehide', () => this.#leave(true))
    careful.listen(world.window, 'online', () => this.#hurry())
  }

  #pageNow(): Page {
    const { url, type } = this.view
    return { url, type }
  }

  #viewAfter(referrer: string): View {
    const { window } = this.world
    const type = readPageType(window)
    return { url: scrubUrl(window.location.href), referrer, at: this.world.now(), type }
  }

  #begin(kind: ViewKind) {
    if (this.#isShown) this.recordView()
    this.#isShown = true
    const { document } = this.world.window
    this.view = this.#viewAfter(kind === 'route' ? this.view.url : document.referrer)
    this.#pageEvents = []
    this.#shown()
    this.#rest?.begin(kind)
    void this.#loadRest()
    // Asked for beside it, so that one does not wait for the other.
    if (this.#isStructured()) void this.structured.load()
    const { view } = this
    if (kind !== 'route') this.goOn()
    else this.careful.later(() => view === this.view && this.#see(), ROUTE_MS)
  }

  #see() {
    this.#rest?.look()
    this.recordView()
  }

  get #canRead(): boolean {
    return !!this.#rest && !this.#rest.reading
  }

  #isStructured(): boolean {
    return !!this.world.window.document.querySelector('script[type="application/ld+json"]')
  }

  async #loadRest(): Promise<void> {
    if (this.#rest) return
    const later = await this.#later.load()
    if (later && !this.#rest && !this.isStopped) this.#attach(later)
  }

  #attach(later: Later) {
    const rest = later.openRest(this)
    this.#rest = rest
    this.goOn()
    void this.#afterwards(async () => {
      if (this.journal.isOpen) await rest.opened()
    })
  }

  #hurry() {
    void this.#loadRest()
    this.#rest?.hurry()
  }

  /** The page may be gone in a moment. */
  #leave(isUnload: boolean) {
    this.#isParsed = true
    this.goOn()
    this.#rest?.leave(isUnload)
    const reports = this.#unread
    // What nobody could read waits on the shelf for whoever can, on this page or the next.
    const isKept = this.isSettled && mayStore(this.consent()) && reports[0]
    if (isKept) this.#unread = []
    void this.journal.write(isKept ? [{ key: UNREAD + this.tab + this.world.now(), reports }] : [])
  }

  #afterwards(step: () => Promise<void>): Promise<void> {
    this.#work = this.#work.then(step).catch(error => this.complain('VT-04', String(error)))
    return this.#work
  }

  async #beginStorage() {
    const { personalise, measure } = this.consent()
    // A refusal empties the device of an earlier visit's memory too. Without an answer it is not even looked at.
    if (personalise === 'denied' && measure === 'denied') await this.journal.emptyDevice()
    await this.#openStorage()
  }

  async #openStorage() {
    const { journal, world } = this
    if (this.isStopped || !mayStore(this.consent())) return
    await journal.open()
    const consent = this.consent()
    // It means nothing outside this shop and browser, and whichever tab comes first makes it. Beside it stands why it may be kept.
    if (mayPersonalise(consent))
      this.#visitor = await journal.ask(VISITOR, ([row]) => {
        const visitor = row?.visitor ?? world.randomHex(16)
        return { put: [{ key: VISITOR, visitor, consent }], answer: visitor }
      })
    await this.#rest?.opened()
  }

  #consentChanged(next: Consent, before: Consent) {
    if ([mayMeasure, mayPersonalise].some(may => may(before) && !may(next))) void this.#erase()
    if (mayStore(next)) void this.#afterwards(() => this.#openStorage())
    this.#rest?.hurry()
  }

  #forgetMemory() {
    this.#visitor = undefined
    this.#pageEvents = []
    this.#unread = []
    this.#rest?.wiped()
  }

  /** Empties memory at once, then the device, and tells the API, which knows this visitor only by an id. */
  async #erase(): Promise<void> {
    const visitor = this.#visitor
    this.#forgetMemory()
    const wiped = this.journal.wipe()
    await this.#afterwards(() => wiped)
    const { shop, key, apiUrl } = this.options
    const body = JSON.stringify({ shop, key, visitor })
    const init = { method: 'POST', body, keepalive: true, credentials: 'omit' } as const
    if (!visitor) return
    try {
      await this.world.fetch(`${apiUrl}/v1/forget`, init)
    } catch {
      // Nothing may be kept to try again on another visit, so it was sent in a request that outlives the page, once.
    }
  }
}
