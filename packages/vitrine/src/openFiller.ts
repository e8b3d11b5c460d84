import type { Decision } from '@vitrine/protocol'
import { openHoldouts } from './holdouts.ts'
import { openMirror } from './openMirror.ts'
import type { Places } from './openPlaces.ts'
import { openShowcase } from './openShowcase.ts'
import { painted } from './painted.ts'
import { decideSlot } from './rank.ts'
import { type Slot, widgetOf } from './slots.ts'
import type { Mind } from './think.ts'
import { unpaint } from './unpaint.ts'
import type { WindowParts } from './windowParts.ts'

/** Decides slots and shows what was decided. */
export interface Filler {
  /** Fills the slots of a page in their order, no product twice. What was seen stays as it is. */
  fill(slots: readonly Slot[], mind: Mind): void
  /** Leaves for the next page what it is to show first. */
  leave(mind: Mind | undefined): void
  /** Another view of the page has begun without a new page. */
  turnPage(): void
  stop(): void
}

/** Opens it; nothing is decided before the first `fill`. */
export function openFiller(parts: WindowParts, places: Places): Filler {
  const { world, tracker, shop, complain } = parts
  const holdouts = openHoldouts(body => tracker.record(body))
  const product = () => tracker.product()
  const showcase = openShowcase({ load: parts.loadWidget, places, complain, product })
  const { found, leave, turnPage } = openMirror(world, shop.shop, tracker)

  function fill(slots: readonly Slot[], mind: Mind): void {
    const shownIds = slots.flatMap(slot => (isOpen(slot) ? [] : idsOf(slot)))
    for (const slot of slots.filter(isOpen)) {
      // Whoever has just refused is no longer shown what was chosen for them.
      if (tracker.consent().personalise === 'denied') unpaint(slot.element)
      const decision = standing(slot, mind) ?? decideSlot(slot, mind, shownIds)
      put(slot, decision)
      holdouts.watch(slot)
      if (!showcase.show(slot, mind)) slot.decision = { ...decision, items: [] }
      parts.decided(slot.decision ?? decision)
      shownIds.push(...idsOf(slot))
    }
    leave(mind)
  }

  function put(slot: Slot, decision: Decision): void {
    // Another campaign has not been seen yet, though it stands where one was.
    if (slot.decision && slot.decision.campaign !== decision.campaign) slot.seen = false
    slot.decision = decision
  }

  function standing(slot: Slot, mind: Mind): Decision | undefined {
    const before = painted(slot, mind, found())
    // Whoever scrolls past what its author wrote and comes back finds it there.
    if (before?.campaign === undefined && before) slot.seen = true
    return before
  }

  return {
    fill,
    leave,
    turnPage,
    stop() {
      holdouts.stop()
      showcase.stop()
    }
  }
}

function isOpen(slot: Slot): boolean {
  return !slot.isClosed && (!slot.seen || !slot.decision || isLive(slot))
}

function idsOf({ decision }: Slot): string[] {
  return decision?.items.map(({ card }) => card.id) ?? []
}

/** Whether it follows the shopper even while they look at it: the variant they choose, the money that is missing. */
function isLive({ element, decision }: Slot): boolean {
  const widget = widgetOf(element)
  return (
    widget === 'restock' || (widget === 'banner' && /\{gap/.test(JSON.stringify(decision?.content ?? '')))
  )
}
