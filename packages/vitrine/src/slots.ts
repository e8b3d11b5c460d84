import type { Decision, Placement, RecommendRequest, ShopConfig, Strategy } from '@vitrine/protocol'
import { STRATEGIES } from '@vitrine/protocol'
import type { Complain } from './complaints.ts'

/** A place on this page where a widget stands: an element the shop wrote, or one we put at a placement's selector. */
export interface Slot {
  readonly placement: string
  readonly element: HTMLElement
  /** Set when the element asks for a strategy itself and needs no campaign. */
  readonly request?: RecommendRequest
  /** What it shows; decided once a page view, unless nobody has seen it yet. */
  decision?: Decision
  seen: boolean
}

/** The widgets' tags by the name a content has for them. */
export const TAGS = { carousel: 'vitrine-carousel' } as const

/** A widget that can be loaded. */
export type WidgetName = keyof typeof TAGS

const WIDGETS = Object.keys(TAGS) as WidgetName[]

/** Which widget an element is. */
export function widgetOf(element: Element): WidgetName | undefined {
  return WIDGETS.find(name => TAGS[name] === element.localName)
}

/**
 * Finds and makes the slots of a page, in document order.
 *
 * @param known - Slots of an earlier look at the same page, kept when their element is still there.
 * @param made - Collects the elements we put in, so that `stop()` can take them out again.
 */
export function findSlots(
  document: Document,
  config: ShopConfig,
  pageType: string,
  known: readonly Slot[],
  made: Set<Element>,
  complain: Complain
): Slot[] {
  const placements = config.placements.filter(({ pages }) => !pages || pages.some(page => page === pageType))
  const isHere = (element: Element) => placements.some(({ id }) => id === element.getAttribute('placement'))
  // In a single-page app an element of ours may be left over from the page before.
  for (const element of made) if (!isHere(element)) element.remove()
  for (const placement of placements)
    if (placement.selector) insert(document, config, placement, made, complain)
  const elements = document.querySelectorAll<HTMLElement>(Object.values(TAGS).join())
  return [...elements].flatMap(
    element =>
      known.find(slot => slot.element === element && stillFits(slot, isHere)) ??
      newSlot(element, placements) ??
      []
  )
}

function stillFits({ element, request }: Slot, isHere: (element: Element) => boolean): boolean {
  return request !== undefined || isHere(element)
}

function newSlot(element: HTMLElement, placements: readonly Placement[]): Slot | undefined {
  const id = element.getAttribute('placement')
  const placement = placements.find(one => one.id === id)
  const strategy = element.getAttribute('strategy')
  if (!placement && !isStrategy(strategy)) return undefined
  reserve(element, element.getAttribute('reserve') ?? placement?.reserve)
  return {
    placement: placement?.id ?? id ?? `strategy-${strategy}`,
    element,
    ...(!placement && isStrategy(strategy) ? { request: requestOf(element, strategy) } : {}),
    seen: false
  }
}

function requestOf(element: Element, strategy: Strategy): RecommendRequest {
  const limit = Number(element.getAttribute('limit'))
  const itemId = element.getAttribute('item-id')
  return { strategy, ...(limit > 0 ? { limit } : {}), ...(itemId ? { itemId } : {}) }
}

function insert(
  document: Document,
  config: ShopConfig,
  placement: Placement,
  made: Set<Element>,
  complain: Complain
): void {
  try {
    const anchor = document.querySelector(placement.selector ?? '')
    const there = document.querySelector(`[placement="${placement.id}"]`)
    const widget = widgetAt(config, placement)
    if (!anchor || there || !widget) return
    const element = document.createElement(TAGS[widget])
    element.setAttribute('placement', placement.id)
    reserve(element, placement.reserve)
    // Without room kept for them, not even the blanks of a row that is not decided yet may push the page away.
    if (!placement.reserve) element.items = []
    made.add(element)
    PUT[placement.insert ?? 'append'](anchor, element)
  } catch (error) {
    // A selector the browser does not read is the shop's mistake: said once, and the rest of the page goes on.
    complain('VT-05', `${placement.id}: ${error}`)
  }
}

const PUT = {
  append: (anchor: Element, element: Element) => anchor.append(element),
  prepend: (anchor: Element, element: Element) => anchor.prepend(element),
  before: (anchor: Element, element: Element) => anchor.before(element),
  after: (anchor: Element, element: Element) => anchor.after(element),
  // What the shop has there stays in the page, out of sight, so that stop() can give it back.
  replace: (anchor: Element, element: Element) => {
    anchor.after(element)
    anchor.setAttribute('hidden', REPLACED)
  }
}

const REPLACED = 'vitrine'

/** Takes our elements out and shows again what they replaced. */
export function removeSlots(document: Document, made: Set<Element>): void {
  for (const element of made) element.remove()
  made.clear()
  for (const anchor of document.querySelectorAll(`[hidden="${REPLACED}"]`)) anchor.removeAttribute('hidden')
}

function widgetAt(config: ShopConfig, placement: Placement): WidgetName | undefined {
  const contents = config.campaigns.filter(one => one.placement === placement.id).flatMap(one => one.variants)
  return WIDGETS.find(name => contents.some(({ content }) => content?.widget === name))
}

function reserve(element: HTMLElement, height: string | undefined): void {
  element.style.display ||= 'block'
  if (height) element.style.minBlockSize = height
}

function isStrategy(name: string | null): name is Strategy {
  return STRATEGIES.some(strategy => strategy === name)
}
