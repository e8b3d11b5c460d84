import type { Decision } from '@vitrine/protocol'
import type { Complain } from './complaints.ts'
import type { ShowSlot } from './showSlot.ts'
import { findSlots, removeSlots, type Slot } from './slots.ts'
import { decideSlot, requestsAt, type Senses, think } from './think.ts'

interface ArrangeParts extends Senses {
  readonly show: ShowSlot
  readonly decided: (decision: Decision) => void
  readonly complain: Complain
}

/** The slots of the page and what stands in them. */
export interface Arrangement {
  slots(): readonly Slot[]
  /** The shop's currency, once known. */
  currency(): string | undefined
  /** Decides and shows what nobody has seen yet; calls of one moment are one. */
  again(): void
  /** A new page view: everything is decided anew. */
  turnPage(): void
  stop(): void
}

/** Decides every slot of the page in its order, no product twice, and shows it. What was seen stays as it is. */
export function openArrangement({ show, decided, complain, ...senses }: ArrangeParts): Arrangement {
  const { document } = senses.world
  const made = new Set<Element>()
  let slots: readonly Slot[] = []
  let currency: string | undefined
  let asked = false
  // The latest look at the page wins: an earlier one that still waits for a file gives up.
  let turn = 0

  async function arrange(): Promise<void> {
    const mine = ++turn
    const config = await senses.files.config()
    if (!config || mine !== turn) return
    currency = config.currency
    slots = findSlots(document, config, senses.tracker.page().type, slots, made, complain)
    const mind = await think(senses, () =>
      slots.flatMap(slot => (slot.request ? [slot.request] : requestsAt(config, slot.placement)))
    )
    if (!mind || mine !== turn) return
    const isOpen = (slot: Slot) => !slot.seen || !slot.decision
    const shownIds = slots.flatMap(slot => (isOpen(slot) ? [] : idsOf(slot)))
    for (const slot of slots.filter(isOpen)) {
      slot.decision = decideSlot(slot, mind, shownIds)
      if (!show(slot, mind)) slot.decision = { ...slot.decision, items: [] }
      decided(slot.decision)
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

  return {
    slots: () => slots,
    currency: () => currency,
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
      removeSlots(document, made)
    }
  }
}

function idsOf({ decision }: Slot): string[] {
  return decision?.items.map(({ card }) => card.id) ?? []
}
