import type { Decision, RecommendRequest, ShopConfig } from '@vitrine/protocol'
import type { Tracker } from '@vitrine/tracker'
import type { Complain } from './complaints.ts'
import { openHoldouts } from './holdouts.ts'
import { listenToIntents } from './intents.ts'
import { type LoadWidget, openShowcase } from './openShowcase.ts'
import { decideSlot } from './rank.ts'
import { findSlots, removeSlots, type Slot } from './slots.ts'
import { type Mind, requestsAt } from './think.ts'
import { watchDocument } from './watchDocument.ts'
import type { World } from './world.ts'

/** What the window needs of the loop. Thinking is passed in, since it is the script tag's own and this file comes after it. */
export interface WindowParts {
  readonly world: World
  readonly tracker: Tracker
  readonly config: ShopConfig
  readonly think: (requests: readonly RecommendRequest[]) => Promise<Mind | undefined>
  readonly loadWidget: LoadWidget
  readonly decided: (decision: Decision) => void
  readonly complain: Complain
}

/** The shop's window on this page: its slots, and what stands in them. */
export interface ShopWindow {
  slots(): readonly Slot[]
  /** Decides and shows what nobody has seen yet; calls of one moment are one. */
  again(): void
  /** A new page view: everything is decided anew. */
  turnPage(): void
  stop(): void
}

/** Decides every slot of the page in its order, no product twice, and shows it. What was seen stays as it is. */
export function openWindow(parts: WindowParts): ShopWindow {
  const { world, tracker, config, complain } = parts
  const { document } = world
  const record: Tracker['record'] = body => tracker.record(body)
  const holdouts = openHoldouts(record)
  const showcase = openShowcase(parts.loadWidget, complain)
  const made = new Set<Element>()
  let slots: readonly Slot[] = []
  let asked = false
  // The latest look at the page wins: an earlier one that still waits for a file gives up.
  let turn = 0

  async function arrange(): Promise<void> {
    const mine = ++turn
    slots = findSlots(document, config, tracker.page().type, slots, made, complain)
    const mind = await parts.think(
      slots.flatMap(slot => (slot.request ? [slot.request] : requestsAt(config, slot.placement)))
    )
    if (!mind || mine !== turn) return
    const isOpen = (slot: Slot) => !slot.seen || !slot.decision
    const shownIds = slots.flatMap(slot => (isOpen(slot) ? [] : idsOf(slot)))
    for (const slot of slots.filter(isOpen)) {
      slot.decision = decideSlot(slot, mind, shownIds)
      holdouts.watch(slot)
      if (!showcase.show(slot, mind)) slot.decision = { ...slot.decision, items: [] }
      parts.decided(slot.decision)
      shownIds.push(...idsOf(slot))
    }
  }

  function again(): void {
    if (asked) return
    asked = true
    queueMicrotask(() => {
      asked = false
      arrange().catch(error => complain('VT-08', String(error)))
    })
  }

  const undo = [
    listenToIntents({ world, slots: () => slots, currency: config.currency, record }),
    watchDocument(world, () => slots, again),
    holdouts.stop,
    showcase.stop
  ]
  again()

  return {
    slots: () => slots,
    again,
    turnPage() {
      for (const slot of slots) {
        slot.seen = false
        delete slot.decision
      }
      again()
    },
    stop() {
      turn++
      for (const each of undo) each()
      removeSlots(document, made)
    }
  }
}

function idsOf({ decision }: Slot): string[] {
  return decision?.items.map(({ card }) => card.id) ?? []
}
