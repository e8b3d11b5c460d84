import {
  type EpochMs,
  EVENT_TYPES,
  type EventBody,
  type EventType,
  type Ga4Payload,
  type Heard,
  type Page,
  type PageType,
  type Problem,
  parseCurrency,
  parseGa4,
  type ShopEvent
} from '@vitrine/protocol'
import type { Careful } from '../careful.ts'
import type { TrackedWindow } from '../world.ts'
import { hearDataLayer } from './dataLayer.ts'
import { believe, type HeardProduct, missing, type NotHeard } from './heardProduct.ts'
import { jsonLdTexts, readJsonLd, typesOf } from './jsonLd.ts'
import { readLdProduct } from './ldProduct.ts'
import { readPageType } from './pageType.ts'
import { type ViewKind, watchPageViews } from './pageViews.ts'
import { isSameProduct, rememberReports } from './repeats.ts'
import { scrubUrl } from './scrub.ts'

/** A page that is being built is read again this long after it has changed. */
const READ_AGAIN_MS = 300
/** A router draws the new page after it has changed the address. */
const ROUTE_MS = 100

const API: Heard = { adapter: 'api', confidence: 1 }
const LAYER: Heard = { adapter: 'datalayer', confidence: 0.95 }
const LD: Heard = { adapter: 'json-ld', confidence: 0.9 }
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
  /** Takes what was heard. */
  readonly record: (body: EventBody, at?: EpochMs) => ShopEvent
  /** Whether an order is known already. */
  readonly knowsOrder: (transactionId: string) => boolean
  /** A new view of a page begins. */
  readonly onView: () => void
  /** A gtag command that is no event. */
  readonly onCommand: (command: readonly unknown[]) => void
}

/** Everything that listens to the page. */
export interface Ears {
  /** The shop's own call. */
  track(name: string, payload: Ga4Payload, at?: EpochMs): void
  page(): { readonly type: PageType; readonly url: string }
  product(): HeardProduct | null
  notHeard(): readonly NotHeard[]
  /** The page may be gone in a moment: hears what is there. */
  hurry(): void
}

interface View {
  readonly url: string
  readonly referrer: string
  readonly at: EpochMs
  type: PageType
  isRecorded: boolean
  product: HeardProduct | null
  heard: Set<EventType>
  problems: NotHeard[]
}

/** Begins to listen to the page. */
export function openEars(parts: EarsParts): Ears {
  const { window, careful, now } = parts
  const { document, location } = window
  const repeats = rememberReports()
  let currency = parts.currency
  let view = viewOf(document.referrer)
  let ldText: string | undefined
  let schemaTypes: ReadonlySet<string> = new Set()
  let hasMainProduct = false
  let undoRead: (() => void) | undefined
  let isShown = false
  let isParsed = document.readyState !== 'loading'
  let isSettled = false
  const early: (() => void)[] = []

  function viewOf(referrer: string): View {
    const url = scrubUrl(location.href)
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

  function readType() {
    const { pathname, search } = location
    view.type = readPageType({
      document,
      pathname,
      search,
      schemaTypes,
      hasMainProduct,
      heard: view.heard
    })
  }

  /** Reads what has changed of the page: its structured data, and from that its type and product. */
  function read() {
    undoRead?.()
    undoRead = undefined
    lookAtLayer()
    const texts = jsonLdTexts(document)
    const text = texts.join('\n')
    if (text !== ldText) {
      ldText = text
      readLinkedData(texts)
    }
    readType()
    recordView()
    hearLdProduct()
  }

  function readLinkedData(texts: readonly string[]) {
    const { nodes, broken } = readJsonLd(texts)
    schemaTypes = new Set(nodes.flatMap(typesOf))
    const said = readLdProduct(nodes, { url: location.href, title: document.title, currency })
    hasMainProduct = said !== undefined
    if (broken > 0) view.problems.push({ field: 'json-ld', why: `${broken} of ${texts.length} are no JSON` })
    if (said) view.product = believe(view.product, said, LD)
  }

  function recordView() {
    if (view.isRecorded) return
    view.isRecorded = true
    const { url, type, referrer } = view
    const page: Page = {
      url,
      type,
      ...(referrer && { referrer: scrubUrl(referrer) }),
      ...(document.title && { title: document.title.slice(0, 300) })
    }
    parts.record({ type: 'page_view', heard: PAGE, page }, view.at)
  }

  function hearLdProduct() {
    if (!hasMainProduct || !view.product || repeats.hasViewed()) return
    const { item, currency: said } = view.product
    const money = item.price !== undefined && said ? { currency: said, value: item.price } : {}
    const { url: _url, image: _image, ...line } = item // The catalogue knows them; they would be half of the bytes.
    hear({ type: 'view_item', heard: LD, items: [line], ...money })
  }

  function hear(body: EventBody, at?: EpochMs) {
    if (body.type === 'purchase' && body.transactionId && parts.knowsOrder(body.transactionId)) return
    if (repeats.isRepeat(body, at ?? now())) return
    parts.record({ page: page(), ...body }, at)
  }

  function page() {
    return { type: view.type, url: view.url }
  }

  function hearGa4(name: string, payload: Ga4Payload, heard: Heard, at?: EpochMs) {
    const { body, problems } = parseGa4(name, payload, currency)
    view.problems.push(...problems.map(notHeardOf))
    view.heard.add(body.type)
    if (body.type === 'view_item') believeItem(body, heard)
    readType()
    hear({ ...body, heard: body.heard ?? heard }, at)
  }

  function believeItem({ items, currency: said }: EventBody, heard: Heard) {
    const [item] = items ?? []
    if (!item || (items?.length ?? 0) > 1) return
    // Another product than the page's: a quick view.
    if (view.product && !isSameProduct(view.product.item, item)) return
    const { quantity: _quantity, index: _index, ...product } = item
    view.product = believe(view.product, { item: product, ...(said && { currency: said }) }, heard)
  }

  function hearCommand(command: readonly unknown[]) {
    const [word, first] = command
    const said = word === 'set' && typeof first === 'object' && first !== null && 'currency' in first
    if (said) {
      const code = parseCurrency(first.currency)
      if (code.ok) currency ??= code.value
    }
    parts.onCommand(command)
  }

  /** What the dataLayer says while the page is still being parsed is heard after its page view, in its order. */
  function whenSettled(work: () => void) {
    if (isSettled) work()
    else early.push(work)
  }

  /** Reads the page for the first time, once it is shown and parsed. A prerendered page is not read before that. */
  function settle() {
    if (!isShown || !isParsed) return
    if (!isSettled || undoRead) read()
    isSettled = true
    for (const work of early.splice(0)) careful.guard(work)()
  }

  function soon(ms: number) {
    undoRead ??= careful.later(() => {
      undoRead = undefined
      read()
    }, ms)
  }

  const lookAtLayer = hearDataLayer(window, careful, {
    onEvent(name, payload) {
      if (HEARD_TYPES.has(name)) whenSettled(() => hearGa4(name, payload, LAYER))
    },
    onCommand: hearCommand
  })

  function begin(kind: ViewKind) {
    if (isShown) recordView()
    isShown = true
    view = viewOf(kind === 'route' ? view.url : document.referrer)
    repeats.newView()
    schemaTypes = new Set()
    hasMainProduct = false
    // What came back is read anew; a route keeps what it has read, for the last page's data may still be there.
    if (kind === 'restore') ldText = undefined
    readType()
    parts.onView()
    if (kind === 'route') soon(ROUTE_MS)
    else if (isSettled) read()
    else settle()
  }

  watchPageViews(window, careful, begin)
  careful.listen(document, 'DOMContentLoaded', () => {
    isParsed = true
    settle()
  })
  careful.listen(window, 'load', () => {
    if (isSettled) read()
  })
  watchChanges(window, careful, () => {
    if (isSettled) soon(READ_AGAIN_MS)
  })
  return {
    track(name, payload, at = now()) {
      if (isShown) hearGa4(name, payload, API, at)
      else early.push(() => hearGa4(name, payload, API, at))
    },
    page,
    product: () => view.product,
    notHeard: () => [...view.problems, ...(view.type === 'product' ? missing(view.product) : [])],
    hurry() {
      isParsed = true
      settle()
      if (isSettled) lookAtLayer()
    }
  }
}

function watchChanges(window: TrackedWindow, careful: Careful, onChange: () => void) {
  const observer = new window.MutationObserver(careful.guard(onChange))
  observer.observe(window.document.documentElement, { childList: true, subtree: true })
  careful.onUndo(() => observer.disconnect())
}

function notHeardOf({ field, problem }: Problem): NotHeard {
  return { field, why: problem }
}
