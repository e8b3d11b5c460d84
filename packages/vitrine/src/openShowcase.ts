import { reasonText } from '@vitrine/engine'
import type { Decision, ShopConfig } from '@vitrine/protocol'
import type { CarouselItem } from '@vitrine/widgets/carousel'
import type { Complain } from './complaints.ts'
import { type Slot, type WidgetName, widgetOf } from './slots.ts'
import { textOf, textsOf, wordsOf } from './textOf.ts'
import type { Mind } from './think.ts'
import { whenVisible } from './whenVisible.ts'

/** Fetches and defines a widget's element. */
export type LoadWidget = (widget: WidgetName) => Promise<unknown>

/** Puts a slot's decision into its element. False when it must not: then nothing of it is shown. */
export type ShowSlot = (slot: Slot, mind: Mind) => boolean

/** How far outside the view a widget's code is fetched: about a screen, so that it is there when the shopper is. */
const NEAR_PX = 600

/** What a widget's element takes; the element itself may not be defined yet, and keeps these until it is. */
interface WidgetElement extends HTMLElement {
  heading?: string
  layout?: 'row' | 'grid'
  items?: readonly CarouselItem[]
  locale?: string
  currency?: string
  texts?: Readonly<Record<string, string>>
}

/** @returns What puts decisions into their slots, and the undo of all that still waits for its element to come near. */
export function openShowcase(
  load: LoadWidget,
  complain: Complain
): { readonly show: ShowSlot; stop(): void } {
  const waiting = new Map<Element, () => void>()

  function loadNear(element: HTMLElement, widget: WidgetName): void {
    if (waiting.has(element)) return
    const undo = whenVisible(element, NEAR_PX, () => {
      load(widget).catch(error => complain('VT-06', `${widget}: ${error}`))
    })
    waiting.set(element, undo)
  }

  return {
    show(slot, { config }) {
      const element: WidgetElement = slot.element
      const widget = widgetOf(element)
      const { decision } = slot
      if (!widget || !decision) return false
      const { items } = decision
      if (items.length > 0 && wouldMove(element)) {
        complain('VT-05', `${slot.placement} is in view and reserves no height`)
        return false
      }
      fill(element, decision, config)
      if (items.length > 0) loadNear(element, widget)
      return true
    },
    stop() {
      for (const undo of waiting.values()) undo()
      waiting.clear()
    }
  }
}

/** Whether filling it would push away what the shopper is looking at: it has no height yet and begins in view or above. */
function wouldMove(element: HTMLElement): boolean {
  return element.offsetHeight === 0 && element.getBoundingClientRect().top < innerHeight
}

function fill(element: WidgetElement, { content, items }: Decision, config: ShopConfig): void {
  const words = wordsOf(config)
  const title = textOf(content?.title, config.locale).replace('{item}', items[0]?.reason.item ?? '')
  if (title) element.heading = title
  if (content?.layout) element.layout = content.layout
  element.texts = textsOf(config)
  element.locale = config.locale
  element.currency = config.currency
  element.items = items.map(({ card, reason }, position) => ({
    card,
    position,
    reason: reasonText(reason, words)
  }))
}
