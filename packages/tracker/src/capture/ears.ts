import {
  type EpochMs,
  EVENT_TYPES,
  type EventBody,
  type Ga4Payload,
  type Heard,
  type Page,
  type PageType,
  parseCurrency,
  parseGa4,
  type ShopEvent
} from '@vitrine/protocol'
import type { Careful } from '../careful.ts'
import type { Later } from '../later.ts'
import type { LoadLater } from '../loadLater.ts'
import type { TrackedWindow } from '../world.ts'
import { hearDataLayer } from './dataLayer.ts'
import { believe, type HeardProduct, type NotHeard } from './heardProduct.ts'
import { readPageType } from './pageType.ts'
import { type ViewKind, watchPageViews } from './pageViews.ts'
import type { ProductReport } from './productReport.ts'
import { isSameProduct, rememberReports } from './repeats.ts'
import { scrubUrl } from './scrub.ts'

/** A page that is being built is read again this long after it has changed. */
const READ_AGAIN_MS = 300
/** A router draws the new page after it has changed the address. */
const ROUTE_MS = 100

const API: Heard = { adapter: 'api', confidence: 1 }
const LAYER: Heard = { adapter: 'datalayer', confidence: 0.95 }
const LD: Heard = { adapter: 'json-ld', confidence: 0.9 }
const STRUCTURED = 'script[type="application/ld+json"]'
const PAGE: Heard = { adapter: 'page', confidence: 1 }

/** What a shop reports in its dataLayer and we hear. Not page views, which we see ourselves, and not leads of any other kind than ours. */
const HEARD_TYPES: ReadonlySet<string> = new Set([
  ...EVENT_TYPES.filter(type => type !== 'page_view' && type !== 'custom' && type !== 'join_waitlist'),
  'view_search_results'
])

/** What the ears ask of their surroundings. */
export interface EarsParts {
  readonly window: TrackedWindow
  readonly careful: Careful
  readonly now: () => EpochMs
  readonly currency: string | undefined
  /** What reads structured data, loaded when a page has some. */
  readonly load: LoadLater
  /** The same where it is at hand. */
  readonly later: Later | undefined
  /** Takes what was heard. */
  readonly record: (body: EventBody, at?: EpochMs) => ShopEvent
  /** Whether an order is known already. */
  readonly knowsOrder: (transactionId: string) => boolean
  /** A new view of a page begins. */
  readonly onView: () => void
  /** A gtag command that is no event. */
  readonly onCommand: (command: readonly unknown[]) => void
}

interface View {
  readonly url: string
  readonly referrer: string
  readonly at: EpochMs
  type: PageType
  isRecorded: boolean
  product: HeardProduct | null
  readonly heard: Set<string>
  readonly problems: NotHeard[]
}

/** Everything that listens to the page. */
export class Ears {
  readonly #parts: EarsParts
  readonly #repeats = rememberReports()
  readonly #lookAtLayer: () => void
  #currency: string | undefined
  #view: View
  /** The structured data that was read last. */
  #ldText: string | undefined
  #schemaTypes: ReadonlySet<string> = new Set()
  #hasMainProduct = false
  #undoRead: (() => void) | undefined
  #isShown = false
  #isParsed: boolean
  #isSettled = false
  #later: Later | undefined
  #loading: Promise<void> | undefined
  /** What was said before the page was read. */
  #early: (() => void)[] = []

  constructor(parts: EarsParts) {
    const { window, careful } = parts
    const { document } = window
    this.#parts = parts
    this.#currency = parts.currency
    this.#later = parts.later
    this.#isParsed = document.readyState !== 'loading'
    this.#view = this.#viewAfter(document.referrer)
    this.#lookAtLayer = hearDataLayer(window, careful, {
      onEvent: (name, payload) => {
        if (HEARD_TYPES.has(name)) this.#whenSettled(() => this.#hearGa4(name, payload, LAYER))
      },
      onCommand: command => this.#hearCommand(command)
    })
    watchPageViews(window, careful, kind => this.#begin(kind))
    careful.listen(document, 'DOMContentLoaded', () => {
      this.#isParsed = true
      this.#settle()
    })
    careful.listen(window, 'load', () => this.#isSettled && this.#read())
    const observer = new window.MutationObserver(() => this.#isSettled && this.#readSoon(READ_AGAIN_MS))
    observer.observe(document.documentElement, { childList: true, subtree: true })
    careful.onUndo(() => observer.disconnect())
  }

  /** The shop's own call. */
  track(name: string, payload: Ga4Payload, at?: EpochMs): void {
    const hear = () => this.#hearGa4(name, payload, API, at)
    if (this.#isShown) hear()
    else this.#early.push(hear)
  }

  page(): { readonly type: PageType; readonly url: string } {
    return { type: this.#view.type, url: this.#view.url }
  }

  product(): HeardProduct | null {
    return this.#view.product
  }

  productReport(): ProductReport | null {
    return this.#later?.productReport(this.#view.product) ?? null
  }

  notHeard(): readonly NotHeard[] {
    const { problems, type, product } = this.#view
    return [...problems, ...((type === 'product' && this.#later?.missing(product)) || [])]
  }

  /** When what the page says of itself has been read, as far as it can be. */
  get reading(): Promise<void> | undefined {
    return this.#loading
  }

  /** The page may be gone in a moment: hears what is there. */
  hurry(): void {
    this.#isParsed = true
    this.#settle()
    if (this.#isSettled) this.#lookAtLayer()
  }

  #viewAfter(referrer: string): View {
    const { window, now } = this.#parts
    const url = scrubUrl(window.location.href)
    const at = now()
    return {
      url,
      referrer,
      at,
      type: 'other',
      isRecorded: false,
      product: null,
      heard: new Set(),
      problems: []
    }
  }

  #begin(kind: ViewKind) {
    if (this.#isShown) this.#recordView()
    this.#isShown = true
    this.#view = this.#viewAfter(kind === 'route' ? this.#view.url : this.#parts.window.document.referrer)
    this.#repeats.newView()
    this.#schemaTypes = new Set()
    this.#hasMainProduct = false
    // What came back is read anew. After a route what was read stays read: the last page's data may still be there.
    if (kind === 'restore') this.#ldText = undefined
    this.#readType()
    this.#parts.onView()
    if (kind === 'route') this.#readSoon(ROUTE_MS)
    else if (this.#isSettled) this.#read()
    else this.#settle()
  }

  /** Reads the page for the first time, once it is shown and parsed. A prerendered page is not read before that. */
  #settle() {
    if (!this.#isShown || !this.#isParsed) return
    if (!this.#isSettled || this.#undoRead) this.#read()
    this.#isSettled = true
    for (const work of this.#early.splice(0)) this.#parts.careful.guard(work)()
  }

  /** What the dataLayer says while the page is still being parsed is heard after its page view, in its order. */
  #whenSettled(work: () => void) {
    if (this.#isSettled) work()
    else this.#early.push(work)
  }

  #readSoon(ms: number) {
    this.#undoRead ??= this.#parts.careful.later(() => this.#read(), ms)
  }

  /** Reads what has changed of the page: its structured data, and from that its type and product. */
  #read() {
    this.#undoRead?.()
    this.#undoRead = undefined
    this.#lookAtLayer()
    this.#readStructured()
    this.#readType()
    this.#recordView()
    this.#hearLdProduct()
  }

  #readType() {
    const { document, location } = this.#parts.window
    this.#view.type = readPageType({
      document,
      location,
      schemaTypes: this.#schemaTypes,
      hasMainProduct: this.#hasMainProduct,
      heard: this.#view.heard
    })
  }

  #readStructured() {
    const { window, careful } = this.#parts
    const { document, location } = window
    let text = ''
    for (const script of document.querySelectorAll(STRUCTURED)) text += `${script.textContent}\n`
    if (text === this.#ldText) return
    if (text && !this.#later) return this.#load()
    this.#ldText = text
    this.#schemaTypes = new Set()
    this.#hasMainProduct = false
    careful.guard(() => {
      const said = this.#later?.readStructured(document, { url: location.href, currency: this.#currency })
      if (!said) return
      const { types, product, broken, scripts } = said
      this.#schemaTypes = types
      this.#hasMainProduct = product !== undefined
      if (broken > 0)
        this.#view.problems.push({ field: STRUCTURED, why: `${broken} of ${scripts} are no JSON` })
      if (product) this.#view.product = believe(this.#view.product, product, LD)
    })()
  }

  #load() {
    const { load, careful } = this.#parts
    this.#loading ??= load().then(
      careful.guard(later => {
        this.#loading = undefined
        this.#later = later
        if (later) this.#read()
      })
    )
  }

  #recordView() {
    const { url, type, referrer, at, isRecorded } = this.#view
    if (isRecorded) return
    this.#view.isRecorded = true
    const { title } = this.#parts.window.document
    const page: Page = {
      url,
      type,
      ...(referrer && { referrer: scrubUrl(referrer) }),
      ...(title && { title: title.slice(0, 300) })
    }
    this.#parts.record({ type: 'page_view', heard: PAGE, page }, at)
  }

  #hearLdProduct() {
    const { product } = this.#view
    if (!this.#hasMainProduct || !product || this.#repeats.hasViewed()) return
    const { currency } = product
    const { url: _url, image: _image, ...item } = product.item // The catalogue knows them; they would be half of the bytes.
    const money = item.price !== undefined && currency ? { currency, value: item.price } : {}
    this.#hear({ type: 'view_item', heard: LD, items: [item], ...money }, this.#parts.now())
  }

  #hearGa4(name: string, payload: Ga4Payload, heard: Heard, at = this.#parts.now()) {
    const { body, problems } = parseGa4(name, payload, this.#currency)
    const view = this.#view
    view.problems.push(...problems.map(({ field, problem }) => ({ field, why: problem })))
    const [item, second] = body.items ?? []
    // Another product than the page's is a quick view.
    const isPages = item && !second && (!view.product || isSameProduct(view.product.item, item))
    if (body.type === 'view_item' && isPages) {
      const { quantity: _quantity, index: _index, ...product } = item
      view.product = believe(view.product, { item: product, currency: body.currency }, heard)
    }
    if (!view.heard.has(name)) {
      view.heard.add(name)
      this.#readType()
    }
    this.#hear({ ...body, heard: body.heard ?? heard }, at)
  }

  #hear(body: EventBody, at: EpochMs) {
    const { knowsOrder, record } = this.#parts
    if (body.type === 'purchase' && body.transactionId && knowsOrder(body.transactionId)) return
    if (!this.#repeats.isRepeat(body, at)) record({ page: this.page(), ...body }, at)
  }

  #hearCommand(command: readonly unknown[]) {
    const [word, given] = command
    if (word === 'set' && typeof given === 'object' && given !== null && 'currency' in given) {
      const code = parseCurrency(given.currency)
      if (code.ok) this.#currency ??= code.value
    }
    this.#parts.onCommand(command)
  }
}
