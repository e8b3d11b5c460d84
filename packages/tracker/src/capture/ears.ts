import {
  EVENT_TYPES,
  type EventBody,
  type Heard,
  type PageType,
  parseCurrency,
  parseGa4
} from '@vitrine/protocol'
import { READING_LIMIT_MS } from '../readingLimitMs.ts'
import type { Report } from '../report.ts'
import type { Core } from '../tracker.ts'
import { betterType } from './betterType.ts'
import { commonCategory } from './commonCategory.ts'
import { readConsentMode } from './consentMode.ts'
import { hearDataLayer } from './dataLayer.ts'
import { believe, type HeardProduct, type NotHeard } from './heardProduct.ts'
import { jsonLdTexts, STRUCTURED } from './jsonLdTexts.ts'
import type { ViewKind } from './pageViews.ts'
import { patchHistory } from './patchHistory.ts'
import { isSameProduct, rememberReports } from './repeats.ts'

/** A page that is being built is read again this long after it has changed. */
const READ_AGAIN_MS = 300

const LAYER: Heard = { adapter: 'datalayer', confidence: 0.95 }
const LD: Heard = { adapter: 'json-ld', confidence: 0.9 }

/** What a shop reports in its dataLayer and we hear. Not page views, which we see ourselves, and not leads of any other kind than ours. */
const HEARD_TYPES: ReadonlySet<string> = new Set([
  ...EVENT_TYPES.filter(type => type !== 'page_view' && type !== 'custom' && type !== 'join_waitlist'),
  'view_search_results'
])

/** Everything that listens to the page and understands it. */
export class Ears {
  readonly #core: Core
  readonly #repeats = rememberReports()
  readonly #lookAtLayer: () => void
  #currency: string | undefined
  /** The product this view of the page is about. */
  product: HeardProduct | null = null
  /** What of this view's reports and data could not be read. */
  problems: NotHeard[] = []
  #heard = new Set<string>()
  /** The structured data that was read last. */
  #ldText: string | undefined
  /** Structured data that nobody waits for any more. */
  #unreadText: string | undefined
  #structuredType: PageType | undefined
  #hasMainProduct = false
  #category: readonly string[] = []
  #undoRead: (() => void) | undefined
  /** Structured data waits for the file that reads it, and what is reported waits too. */
  reading: Promise<void> | undefined

  constructor(core: Core) {
    const { window } = core.world
    const { careful } = core
    this.#core = core
    this.#currency = core.options.currency
    this.#lookAtLayer = hearDataLayer(window, careful, {
      onEvent: (name, payload) => {
        const { url, type } = core.view
        if (HEARD_TYPES.has(name)) core.hear({ name, payload, page: { url, type }, heard: LAYER })
      },
      onCommand: command => this.#hearCommand(command)
    })
    patchHistory(window, careful, () => core.look())
    const observer = new window.MutationObserver(() => this.#lookSoon())
    observer.observe(window.document.documentElement, { childList: true, subtree: true })
    careful.onUndo(() => observer.disconnect())
    careful.listen(window, 'load', () => core.isSettled && this.look())
  }

  /** A new view of the page begins. */
  begin(kind: ViewKind): void {
    this.product = null
    this.problems = []
    this.#heard = new Set()
    this.#structuredType = undefined
    this.#hasMainProduct = false
    this.#category = []
    this.#repeats.newView()
    // What came back is read anew. After a route what was read stays read: the last page's data may still be there.
    if (kind === 'restore') this.#ldText = this.#unreadText = undefined
  }

  /** Reads what has changed of the page: its structured data, and from that its type and product; then its dataLayer. */
  look(): void {
    this.#undoRead?.()
    this.#undoRead = undefined
    this.#core.careful.guard(() => this.#readStructured())()
    this.#readType()
    this.#core.recordView()
    if (!this.reading) this.#hearLdProduct()
    this.#lookAtLayer()
  }

  /**
   * Reads a report, and records what it says.
   *
   * @param isEarlier - It was made on an earlier page, which went before it could be read.
   */
  read({ name, payload, at = this.#core.world.now(), page, heard }: Report, isEarlier = false): void {
    const { view } = this.#core
    const { body, problems } = parseGa4(name, payload, this.#currency)
    const said: EventBody = { ...body, heard: body.heard ?? heard }
    if (isEarlier || page.url !== view.url) return void this.#core.record({ page, ...said }, at, isEarlier)
    this.problems.push(...problems.map(({ field, problem }) => ({ field, why: problem })))
    this.#learn(name, said, said.heard ?? heard)
    if (!this.#repeats.isRepeat(said, at)) this.#core.record(said, at)
  }

  #lookSoon() {
    const { isSettled, careful } = this.#core
    if (isSettled) this.#undoRead ??= careful.later(() => this.look(), READ_AGAIN_MS)
  }

  #readType() {
    const { view } = this.#core
    const signs = {
      hasMainProduct: this.#hasMainProduct,
      structured: this.#structuredType,
      heard: this.#heard
    }
    const type = this.#core.readType(isFront => betterType(signs, isFront))
    view.type = type === 'other' && this.#heard.has('view_item_list') ? 'category' : type
    view.category = view.type === 'category' && this.#category.length > 0 ? this.#category : undefined
  }

  #readStructured() {
    const { world, structured } = this.#core
    const { document, location } = world.window
    const texts = jsonLdTexts(document)
    const text = texts.join('\n')
    if (text === this.#ldText) return
    if (text && !structured.here) {
      if (text !== this.#unreadText) this.#loadStructured(text)
      return
    }
    this.#ldText = text
    this.#structuredType = undefined
    this.#hasMainProduct = false
    const page = { url: location.href, title: document.title, currency: this.#currency }
    const read = text && structured.here?.readStructured(texts, page)
    if (!read) return
    const { product, type, trail, broken } = read
    this.#structuredType = type
    this.#hasMainProduct = product !== undefined
    if (trail.length > 0) this.#category = trail
    if (broken > 0) this.problems.push({ field: STRUCTURED, why: `${broken} of ${texts.length} are no JSON` })
    if (product) this.product = believe(this.product, product, LD)
  }

  #loadStructured(text: string) {
    const { structured, careful } = this.#core
    this.reading ??= new Promise(resolve => {
      const goOn = careful.guard(() => {
        undo()
        this.reading = undefined
        // Without the file it stays unread, and the rest is not kept waiting.
        this.#unreadText = text
        resolve()
        this.#core.goOn()
      })
      const undo = careful.later(goOn, READING_LIMIT_MS)
      // Should it come after all, what it reads is added.
      void structured.load().then(goOn)
    })
  }

  #hearLdProduct() {
    const { product } = this
    if (!this.#hasMainProduct || !product || this.#repeats.hasViewed()) return
    const { currency } = product
    const { url: _url, image: _image, ...item } = product.item // The catalogue knows them; they would be half of the bytes.
    const money = item.price !== undefined && currency ? { currency, value: item.price } : {}
    const said: EventBody = { type: 'view_item', heard: LD, items: [item], ...money }
    if (!this.#repeats.isRepeat(said, this.#core.world.now())) this.#core.record(said)
  }

  /** Learns what a report says of the page itself. */
  #learn(name: string, { type, items = [], currency }: EventBody, heard: Heard) {
    const [item, second] = items
    // Another product than the page's is a quick view.
    if (
      type === 'view_item' &&
      item &&
      !second &&
      (!this.product || isSameProduct(this.product.item, item))
    ) {
      const { quantity: _quantity, index: _index, ...product } = item
      this.product = believe(this.product, { item: product, currency }, heard)
    }
    if (type === 'view_item_list' && this.#category.length === 0) this.#category = commonCategory(items)
    if (this.#heard.has(name)) return
    this.#heard.add(name)
    this.#readType()
  }

  #hearCommand(command: readonly unknown[]) {
    const { options, desk, world } = this.#core
    const [word, given] = command
    if (word === 'set' && typeof given === 'object' && given !== null && 'currency' in given) {
      const code = parseCurrency(given.currency)
      if (code.ok) this.#currency ??= code.value
    }
    const signal = options.consent === 'cmp' && readConsentMode(command, world.now())
    if (signal) desk.say(signal)
  }
}
