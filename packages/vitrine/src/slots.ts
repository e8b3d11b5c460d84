import type { Decision, Placement, RecommendRequest, Strategy } from '@vitrine/protocol'
import { STRATEGIES } from '@vitrine/protocol'

/** A place on this page where a widget stands: an element the shop wrote, or one we put at a placement's selector. */
export interface Slot {
  readonly placement: string
  readonly element: HTMLElement
  /** Set when the element asks for a strategy itself and needs no campaign. */
  readonly request?: RecommendRequest
  /** What the shop wrote on the element: for when a campaign says nothing of it, and to leave it so. */
  readonly own: { readonly heading: string; readonly layout: string; readonly style: string | null }
  /** What it shows; decided once a page view, unless nobody has seen it yet. */
  decision?: Decision
  seen: boolean
}

/** The widgets' tags by the name a content has for them. */
export const TAGS = { carousel: 'vitrine-carousel' } as const

/** A widget that can be loaded. */
export type WidgetName = keyof typeof TAGS

/** Finds elements of ours. */
export const TAG_SELECTOR = Object.values(TAGS).join()

/** Which widget an element is. */
export function widgetOf(element: Element): WidgetName | undefined {
  return (Object.keys(TAGS) as WidgetName[]).find(name => TAGS[name] === element.localName)
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
  const strategy = element.getAttribute('strategy')
  const request = placement || !isStrategy(strategy) ? undefined : requestOf(element, strategy)
  if (!placement && !request) return undefined
  const style = element.getAttribute('style')
  reserve(element, element.getAttribute('reserve') ?? placement?.reserve)
  return {
    placement: placement?.id ?? id ?? `strategy-${strategy}`,
    element,
    ...(request && { request }),
    own: {
      heading: element.getAttribute('heading') ?? '',
      layout: element.getAttribute('layout') ?? '',
      style
    },
    seen: false
  }
}

function requestOf(element: Element, strategy: Strategy): RecommendRequest {
  const limit = Number(element.getAttribute('limit'))
  const itemId = element.getAttribute('item-id')
  return { strategy, ...(limit > 0 ? { limit } : {}), ...(itemId ? { itemId } : {}) }
}

/** Leaves an element as the shop wrote it, with nothing of ours in it. */
export function leaveSlot({ element, own }: Slot): void {
  Object.assign(element, { items: [], heading: own.heading, layout: own.layout })
  element.style.cssText = own.style ?? ''
  for (const name of ['heading', 'layout', 'locale', 'currency', 'style']) {
    if (element.getAttribute(name) === '' || name === 'locale' || name === 'currency')
      element.removeAttribute(name)
  }
}

/** Keeps an element's height free. */
export function reserve(element: HTMLElement, height: string | undefined): void {
  element.style.display ||= 'block'
  if (height) element.style.minBlockSize = height
}

function isStrategy(name: string | null): name is Strategy {
  return STRATEGIES.some(strategy => strategy === name)
}
