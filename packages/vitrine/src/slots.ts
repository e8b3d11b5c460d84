import type { Decision, Placement, RecommendRequest, Strategy } from '@vitrine/protocol'
import { STRATEGIES } from '@vitrine/protocol'
import { unpaint } from './unpaint.ts'

/** How a shop and its API are reached. */
export interface ShopAddress {
  readonly shop: string
  /** The public write key. */
  readonly key: string
  /** Without `/v1`. */
  readonly api: string
}

/** What is shown in a placement. */
export interface Standing {
  readonly placement: string
  readonly decision?: Decision
}

/** A place on this page where a widget stands: an element the shop wrote, or one we put at a placement's selector. */
export interface Slot extends Standing {
  readonly element: HTMLElement
  /** Set when the element asks for a strategy itself and needs no campaign. */
  readonly request?: RecommendRequest
  /** What the shop wrote on the element: for when a campaign says nothing of it, and to leave it so. */
  readonly own: {
    readonly heading: string
    readonly layout: string
    readonly style: string | null
  }
  /** The variant that we named in the element; any other there is the shop's own word. */
  variant?: string
  /** What it shows; decided once a page view, unless nobody has seen it yet. */
  decision?: Decision
  seen: boolean
  /** The shopper has closed it: nothing more on this page view. */
  isClosed?: boolean
}

/** The tags of the widgets that stand in a page, by the name a content has for them. */
export const TAGS = {
  carousel: 'vitrine-carousel',
  banner: 'vitrine-banner',
  restock: 'vitrine-restock'
} as const

/** A widget that stands in a slot. */
export type SlotWidget = keyof typeof TAGS

/** A widget that can be loaded. */
export type WidgetName = SlotWidget | 'popup'

/** Finds elements of ours. */
export const TAG_SELECTOR = Object.values(TAGS).join()

/** Which widget an element is. */
export function widgetOf(element: Element): SlotWidget | undefined {
  return (Object.keys(TAGS) as SlotWidget[]).find(name => TAGS[name] === element.localName)
}

/**
 * The slots of a page, in document order.
 *
 * @param placements - Those of this page.
 * @param known - Slots of an earlier look at the page, kept when their element still stands for the same.
 */
export function findSlots(
  document: Document,
  placements: readonly Placement[],
  known: readonly Slot[]
): Slot[] {
  const elements = document.querySelectorAll<HTMLElement>(TAG_SELECTOR)
  return [...elements].flatMap(element => {
    const slot = slotOf(element, placements)
    const before = known.find(one => one.element === element)
    return (before && before.placement === slot?.placement ? before : slot) ?? []
  })
}

function slotOf(element: HTMLElement, placements: readonly Placement[]): Slot | undefined {
  const id = element.getAttribute('placement')
  const placement = placements.find(one => one.id === id)
  const request = placement ? undefined : requestOf(element)
  if (!placement && !request) return undefined
  const style = element.getAttribute('style')
  reserve(element, element.getAttribute('reserve') ?? placement?.reserve)
  const own = (name: string) => element.getAttribute(name) ?? ''
  return {
    placement:
      placement?.id ?? id ?? (widgetOf(element) === 'restock' ? 'restock' : `strategy-${request?.strategy}`),
    element,
    ...(request && { request }),
    own: { heading: own('heading'), layout: own('layout'), style },
    seen: false
  }
}

/** What an element asks for by itself; a form for the waiting list asks for what to take meanwhile. */
export function requestOf(element: Element): RecommendRequest | undefined {
  const strategy = element.getAttribute('strategy')
  const limit = Number(element.getAttribute('limit'))
  const itemId = element.getAttribute('item-id')
  if (widgetOf(element) === 'restock') return { strategy: 'similar', limit: 1 }
  if (!isStrategy(strategy)) return undefined
  return { strategy, ...(limit > 0 ? { limit } : {}), ...(itemId ? { itemId } : {}) }
}

/** Leaves an element as the shop wrote it, with nothing of ours in it. */
export function leaveSlot(slot: Slot): void {
  const { element, own } = slot
  const { style, ...texts } = own
  if (!namesVariant(slot)) element.removeAttribute('variant')
  Object.assign(element, { items: [], content: undefined, shown: undefined, substitute: undefined, ...texts })
  unpaint(element)
  element.style.cssText = style ?? ''
  for (const name of ['locale', 'currency', 'product', 'reason']) element.removeAttribute(name)
  for (const name of Object.keys(own)) if (element.getAttribute(name) === '') element.removeAttribute(name)
}

/** Whether the shop says itself which variant the form is about, and when: an empty one is none now. */
export function namesVariant({ element, variant }: Slot): boolean {
  const said = element.getAttribute('variant')
  return said !== null && said !== variant
}

/** Keeps an element's height free. */
export function reserve(element: HTMLElement, height: string | undefined): void {
  // So that no margin of what stands in it adds to the room when something else does.
  element.style.display ||= 'flow-root'
  if (height) element.style.minBlockSize = height
}

function isStrategy(name: string | null): name is Strategy {
  return STRATEGIES.some(strategy => strategy === name)
}
