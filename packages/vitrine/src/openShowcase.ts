import { reasonText } from '@vitrine/engine'
import type { Decision, ShopConfig } from '@vitrine/protocol'
import type { CarouselItem } from '@vitrine/widgets/carousel'
import type { Complain } from './complaints.ts'
import type { Places } from './openPlaces.ts'
import { openWaiting } from './openWaiting.ts'
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
  layout?: string
  items?: readonly CarouselItem[]
  locale?: string
  currency?: string
  texts?: Readonly<Record<string, string>>
}

/** @returns What puts decisions into their slots, and the undo of all that still waits for its element to come near. */
export function openShowcase(
  load: LoadWidget,
  places: Places,
  complain: Complain
): { readonly show: ShowSlot; stop(): void } {
  const waiting = openWaiting()

  function loadNear(element: HTMLElement, widget: WidgetName): void {
    if (waiting.has(element)) return
    const undo = whenVisible(element, NEAR_PX, () => {
      load(widget).catch(error => complain('VT-06', `${widget}: ${error}`))
    })
    waiting.set(element, undo)
  }

  return {
    show(slot, { config }) {
      const { element, decision } = slot
      const widget = widgetOf(element)
      if (!widget || !decision) return false
      const { items } = decision
      const isFilled = items.length > 0
      if (isFilled && wouldMove(element, places.insteadOf(element))) {
        places.turn(element, false)
        complain('VT-05', `${slot.placement} is in view and reserves no height`)
        return false
      }
      fill(slot, decision, config)
      places.turn(element, isFilled)
      if (isFilled) loadNear(element, widget)
      return true
    },
    stop: waiting.stop
  }
}

/**
 * Whether filling it would push away what the shopper is looking at: no room is kept for it, and it begins in view or above.
 *
 * @param instead - What it would stand instead of, and is not seen beside.
 */
function wouldMove(element: HTMLElement, instead: HTMLElement | undefined): boolean {
  const { offsetHeight, style } = element
  if (offsetHeight > 0 || (instead && style.minBlockSize)) return false
  return (instead ?? element).getBoundingClientRect().top < innerHeight
}

function fill({ element, own }: Slot, { content, items }: Decision, config: ShopConfig): void {
  const widget: WidgetElement = element
  const words = wordsOf(config)
  const title = textOf(content?.title, config.locale)
  // By a function, since a product's title may hold what `replace` takes for a pattern.
  widget.heading = title.replace('{item}', () => items[0]?.reason.item ?? '') || own.heading
  widget.layout = content?.layout ?? own.layout
  widget.texts = textsOf(config)
  widget.locale = config.locale
  widget.currency = config.currency
  widget.items = items.map(({ card, reason }, position) => ({
    card,
    position,
    reason: reasonText(reason, words)
  }))
}
