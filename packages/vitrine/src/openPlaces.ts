import type { Placement, ShopConfig } from '@vitrine/protocol'
import type { Complain } from './complaints.ts'
import { reserve, type SlotWidget, TAGS } from './slots.ts'

/** What stands where something of ours stands instead, and how it was shown. */
interface Replaced {
  readonly anchor: HTMLElement
  readonly display: string
}

/** The elements that we put into the shop's page, where placements have selectors. */
export interface Places {
  /** Takes out what belongs to another page of a single-page app, and puts in what this one lacks. */
  put(config: ShopConfig, pageType: string): void
  /** Whether `put` would put something in: an anchor has come late, or one of ours was taken away. */
  lacks(config: ShopConfig, pageType: string): boolean
  /** What this element stands instead of. */
  insteadOf(element: HTMLElement): HTMLElement | undefined
  /** Shows an element with something in it, and hides what it replaces; the other way round when there is nothing in it. */
  turn(element: HTMLElement, isFilled: boolean): void
  /** Leaves the page as it was. */
  stop(): void
}

/** Opens them on a page that has none yet. */
export function openPlaces(document: Document, complain: Complain): Places {
  const ours = new Map<HTMLElement, Replaced | undefined>()

  function anchorOf({ id, selector = '' }: Placement): HTMLElement | undefined {
    try {
      const anchor = document.querySelector<HTMLElement>(selector)
      return anchor && !document.querySelector(`[placement="${id}"]`) ? anchor : undefined
    } catch (error) {
      // A selector the browser does not read is the shop's mistake: said once, and the rest of the page goes on.
      complain('VT-05', `${id}: ${error}`)
      return undefined
    }
  }

  function turn(element: HTMLElement, isFilled: boolean): void {
    const replaced = ours.get(element)
    if (!replaced) return
    element.style.display = isFilled ? 'block' : 'none'
    replaced.anchor.style.display = isFilled ? 'none' : replaced.display
    if (!replaced.anchor.getAttribute('style')) replaced.anchor.removeAttribute('style')
  }

  function take(element: HTMLElement): void {
    turn(element, false)
    element.remove()
    ours.delete(element)
  }

  function putIn(placement: Placement, widget: SlotWidget | undefined): void {
    const anchor = anchorOf(placement)
    if (!anchor || !widget) return
    const { insert = 'append' } = placement
    const element = newElement(document, placement, widget)
    ours.set(element, insert === 'replace' ? { anchor, display: anchor.style.display } : undefined)
    PUT[insert](anchor, element)
    turn(element, false)
  }

  const wanted = (config: ShopConfig, pageType: string) =>
    placementsOn(config, pageType).filter(placement => placement.selector && widgetAt(config, placement))

  return {
    turn,
    insteadOf: element => ours.get(element)?.anchor,
    lacks: (config, pageType) => wanted(config, pageType).some(anchorOf),
    put(config, pageType) {
      const here = wanted(config, pageType)
      for (const element of ours.keys()) {
        const isHere = here.some(({ id }) => id === element.getAttribute('placement'))
        if (!isHere || !element.isConnected) take(element)
      }
      for (const placement of here) putIn(placement, widgetAt(config, placement))
    },
    stop() {
      for (const element of ours.keys()) take(element)
    }
  }
}

/** The placements that a page of this type has. */
export function placementsOn({ placements }: ShopConfig, pageType: string): Placement[] {
  return placements.filter(({ pages }) => !pages || pages.some(page => page === pageType))
}

function newElement(document: Document, placement: Placement, widget: SlotWidget): HTMLElement {
  const element = document.createElement(TAGS[widget])
  element.setAttribute('placement', placement.id)
  reserve(element, placement.reserve)
  // Without room kept for them, not even the blanks of a row that is not decided yet may push the page away.
  if (!placement.reserve) Object.assign(element, { items: [] })
  return element
}

const PUT = {
  append: (anchor: Element, element: Element) => anchor.append(element),
  prepend: (anchor: Element, element: Element) => anchor.prepend(element),
  before: (anchor: Element, element: Element) => anchor.before(element),
  after: (anchor: Element, element: Element) => anchor.after(element),
  // What the shop has there stays in the page, and is seen for as long as we have nothing to show.
  replace: (anchor: Element, element: Element) => anchor.after(element)
}

function widgetAt(config: ShopConfig, placement: Placement): SlotWidget | undefined {
  const contents = config.campaigns.filter(one => one.placement === placement.id).flatMap(one => one.variants)
  const widgets = Object.keys(TAGS) as SlotWidget[]
  return widgets.find(name => contents.some(({ content }) => content?.widget === name))
}
