import { blanksOf, reasonText } from '@vitrine/engine'
import {
  type Decision,
  type EventItem,
  isPurchasable,
  type RankedItem,
  type ShopConfig
} from '@vitrine/protocol'
import type { CarouselItem } from '@vitrine/widgets/carousel'
import type { Complain } from './complaints.ts'
import type { Places } from './openPlaces.ts'
import { openWaiting } from './openWaiting.ts'
import { type Promo, promoOf } from './promoOf.ts'
import { namesVariant, type Slot, type SlotWidget, type WidgetName, widgetOf } from './slots.ts'
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
  placement?: string
  heading?: string
  layout?: string
  items?: readonly CarouselItem[]
  locale?: string
  currency?: string
  texts?: Readonly<Record<string, string>>
  content?: Promo | undefined
  shown?: string | undefined
  reason?: string
  variant?: string
  product?: string
  substitute?: CarouselItem | undefined
}

/** What the showcase is told by. */
interface ShowcaseParts {
  readonly load: LoadWidget
  readonly places: Places
  readonly complain: Complain
  /** The product this page is about. */
  readonly product: () => EventItem | null
}

/** @returns What puts decisions into their slots, and the undo of all that still waits for its element to come near. */
export function openShowcase({ load, places, complain, product }: ShowcaseParts): {
  readonly show: ShowSlot
  stop(): void
} {
  const waiting = openWaiting()

  function loadNear(element: HTMLElement, widget: WidgetName): void {
    if (waiting.has(element)) return
    const undo = whenVisible(element, NEAR_PX, () => {
      load(widget).catch(error => complain('VT-06', `${widget}: ${error}`))
    })
    waiting.set(element, undo)
  }

  return {
    show(slot, mind) {
      const { element, decision, placement } = slot
      const widget = widgetOf(element)
      if (!widget || !decision) return false
      const wished = FILL[widget](slot, decision, mind, product())
      const wrong = faultOf(slot, decision, !!wished, places.insteadOf(element))
      if (wrong) complain('VT-05', `${placement} ${wrong}`)
      const fields = wrong ? undefined : wished
      Object.assign(element, common(mind.config), fields ?? EMPTY[widget](slot))
      places.turn(element, !!fields)
      if (fields) loadNear(element, widget)
      return !wrong
    },
    stop: waiting.stop
  }
}

type Fields = Partial<WidgetElement>
/** What an element gets for a decision; `undefined` when it has nothing to show. */
type Fill = (slot: Slot, decision: Decision, mind: Mind, product: EventItem | null) => Fields | undefined

const FILL: Readonly<Record<SlotWidget, Fill>> = {
  carousel({ own }, { content, items }, mind) {
    const { config } = mind
    if (items.length === 0) return undefined
    // By a function, since a product's title may hold what `replace` takes for a pattern.
    const title = textOf(content?.title, config.locale).replace('{item}', () => items[0]?.reason.item ?? '')
    return {
      heading: promoOf({ widget: 'carousel', title }, blanksOf(mind), config, items).title || own.heading,
      layout: content?.layout ?? own.layout,
      items: items.map((_, at) => itemAt(items, at, config))
    }
  },
  banner({ element, placement }, { content, items }, mind) {
    const { shown } = element.dataset
    if (!content) return shown === undefined ? undefined : { placement, shown }
    const promo = promoOf(content, blanksOf(mind), mind.config, items)
    const { reason } = promo
    // The inline snippet has filled it before us: it stays, and its widget tells how it is met.
    return shown === undefined ? { placement, content: promo, reason } : { placement, shown, reason }
  },
  restock(slot, { items }, { config }, product) {
    const { itemId = '', name = '', availability, size } = product ?? {}
    const isOurs = !namesVariant(slot)
    const isGone = availability !== undefined && !isPurchasable(availability)
    const variant = isOurs ? (isGone ? itemId : '') : slot.element.getAttribute('variant')
    if (isOurs) slot.variant = variant ?? ''
    if (!variant) return undefined
    return {
      placement: slot.placement,
      // Named anew, it would begin anew.
      ...(isOurs && slot.element.getAttribute('variant') !== variant && { variant }),
      product: variant === itemId && size ? `${name}, ${size}` : name,
      substitute: items[0] && itemAt(items, 0, config)
    }
  }
}

/** What takes back what an element was given. */
const EMPTY: Readonly<Record<SlotWidget, (slot: Slot) => Fields>> = {
  carousel: () => ({ items: [] }),
  banner: () => ({ content: undefined, shown: undefined }),
  restock: slot => (namesVariant(slot) ? {} : { variant: '' })
}

/** What every widget of a shop is told. */
export function common(config: ShopConfig) {
  return { texts: textsOf(config), locale: config.locale, currency: config.currency }
}

function itemAt(items: readonly RankedItem[], position: number, config: ShopConfig): CarouselItem {
  const { card, reason } = items[position] as RankedItem
  return { card, position, reason: reasonText(reason, wordsOf(config)) }
}

/** Why a slot must not be filled, else nothing. What the page itself has put in or lets appear is its own business. */
function faultOf(
  slot: Slot,
  { content }: Decision,
  isToFill: boolean,
  instead: HTMLElement | undefined
): string | undefined {
  const { element } = slot
  if (content && content.widget !== widgetOf(element)) return `is no place for a ${content.widget}`
  const isPlaced = namesVariant(slot) || element.dataset['shown'] !== undefined
  return isToFill && !isPlaced && wouldMove(element, instead)
    ? 'is in view and reserves no height'
    : undefined
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
