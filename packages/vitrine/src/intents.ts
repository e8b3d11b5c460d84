import type { Card, EventBody, Ref } from '@vitrine/protocol'
import type { Tracker } from '@vitrine/tracker'
import { eventItem } from './eventItem.ts'
import type { Slot, Standing } from './slots.ts'
import type { World } from './world.ts'

/** A card and its place in a widget, as widgets tell it; without one it is the whole widget that was chosen. */
interface Chosen {
  readonly item?: { readonly card: Card; readonly position: number }
}

type Intent = CustomEvent<Chosen>
type Impression = CustomEvent<{ readonly items: readonly NonNullable<Chosen['item']>[] }>

/** What an event of this slot answers to. */
export function refOf({ placement, decision }: Standing): Ref {
  return {
    placement,
    ...(decision?.campaign === undefined ? {} : { campaign: decision.campaign }),
    ...(decision?.variant === undefined ? {} : { variant: decision.variant }),
    ...(decision && { resultId: decision.resultId })
  }
}

interface IntentParts {
  readonly world: World
  readonly slots: () => readonly Slot[]
  /** Of the prices on cards; an amount without one says nothing. */
  readonly currency: () => string | undefined
  readonly tracker: Tracker
}

/**
 * Turns what widgets say into events: seen, chosen, not for me. Adding to the cart is the shop's business: it may take
 * `vitrine:add` (`preventDefault`) and tell of the add as it always does; else the card's link is followed.
 */
export function listenToIntents({ world, slots, currency, tracker }: IntentParts): () => void {
  const { window } = world
  const { document } = window
  const slotOf = (event: Event) => slots().find(({ element }) => element === event.target)

  /** Tells once that a campaign was seen. */
  function meet(slot: Slot): void {
    const ref = refOf(slot)
    if (!slot.seen && ref.campaign !== undefined) tracker.record({ type: 'view_promotion', ref })
    slot.seen = true
  }

  function chosen(type: EventBody['type'], event: Event): void {
    const slot = slotOf(event)
    const { item } = (event as Intent).detail
    if (!slot) return
    // Who acts on it has seen it, however short the look.
    meet(slot)
    if (!item) return void tracker.record({ type: 'select_promotion', ref: refOf(slot) })
    const { card, position } = item
    const ref = { ...refOf(slot), position }
    const money = currency()
    tracker.record({ type, ...(money ? { currency: money } : {}), items: [eventItem(card, position)], ref })
  }

  function seen(event: Event): void {
    const slot = slotOf(event)
    if (!slot) return
    const ref = refOf(slot)
    meet(slot)
    const items = (event as Impression).detail.items.map(({ card, position }) => ({
      itemId: card.id,
      index: position
    }))
    if (items.length > 0) tracker.record({ type: 'view_item_list', listId: slot.placement, items, ref })
  }

  /** Closed by the shopper: the room it had goes with it, since they have just asked for that. */
  function dismissed(event: Event): void {
    const slot = slotOf(event)
    if (!slot) return
    tracker.record({ type: 'dismiss_promotion', ref: refOf(slot) })
    slot.isClosed = true
    slot.element.style.minBlockSize = ''
  }

  const listeners: Record<string, (event: Event) => void> = {
    'vitrine:impression': seen,
    'vitrine:select': event => chosen('select_item', event),
    'vitrine:dislike': event => chosen('dislike', event),
    'vitrine:undo-dislike': event => chosen('undo_dislike', event),
    'vitrine:dismiss': dismissed,
    'vitrine:add': event => {
      chosen('select_item', event)
      // Every listener of the page has its turn first; only an add that nobody took becomes a visit to the product.
      window.setTimeout(() => {
        const { item } = (event as Intent).detail
        if (item && !event.defaultPrevented) window.location.assign(item.card.link)
      })
    }
  }
  for (const [name, listener] of Object.entries(listeners)) document.addEventListener(name, listener)
  return () => {
    for (const [name, listener] of Object.entries(listeners)) document.removeEventListener(name, listener)
  }
}
