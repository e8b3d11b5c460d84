import type { Decision, RecommendRequest, ShopConfig } from '@vitrine/protocol'
import type { Tracker } from '@vitrine/tracker'
import type { Complain } from './complaints.ts'
import { openHoldouts } from './holdouts.ts'
import { listenToIntents } from './intents.ts'
import { openPlaces, placementsOn } from './openPlaces.ts'
import { type LoadWidget, openShowcase } from './openShowcase.ts'
import { decideSlot } from './rank.ts'
import { findSlots, leaveSlot, type Slot, TAG_SELECTOR } from './slots.ts'
import { soon } from './soon.ts'
import { type Mind, requestsAt } from './think.ts'
import { watchDocument } from './watchDocument.ts'
import type { World } from './world.ts'

/** What the window needs of the loop. Thinking is passed in, since it is the script tag's own and this file comes after it. */
export interface WindowParts {
  readonly world: World
  readonly tracker: Tracker
  readonly config: () => Promise<ShopConfig | undefined>
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
  const { world, tracker, complain } = parts
  const { document } = world.window
  const record: Tracker['record'] = body => tracker.record(body)
  const [places, holdouts] = [openPlaces(document, complain), openHoldouts(record)]
  const showcase = openShowcase(parts.loadWidget, places, complain)
  let config: ShopConfig | undefined
  let slots: readonly Slot[] = []
  let looked = 0
  // The latest look at the page wins: an earlier one that still waits for a file gives up.
  let turn = 0

  async function arrange(): Promise<void> {
    const mine = ++turn
    const current = await parts.config()
    if (!current || mine !== turn) return
    config = current
    const { type } = tracker.page()
    places.put(current, type)
    slots = findSlots(document, placementsOn(current, type), slots)
    sayUnknown(document, current, complain)
    const mind = await parts.think(slots.flatMap(slot => asksFor(slot, current)))
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

  const again = soon(arrange, error => complain('VT-08', String(error)))

  /** After a re-render, or when a part of the page has come late. */
  function lookAgain(): void {
    const before = looked
    looked = document.querySelectorAll(TAG_SELECTOR).length
    const isWhole = looked === before && slots.every(({ element }) => element.isConnected)
    if (!isWhole || (config && places.lacks(config, tracker.page().type))) again()
  }

  const undo = [
    listenToIntents({ world, slots: () => slots, currency: () => config?.currency, record }),
    watchDocument(world, lookAgain),
    holdouts.stop,
    showcase.stop,
    places.stop
  ]
  again()

  return {
    slots: () => slots,
    again,
    turnPage() {
      for (const slot of slots) forgetDecision(slot)
      again()
    },
    stop() {
      turn++
      for (const each of undo) each()
      for (const slot of slots) leaveSlot(slot)
    }
  }
}

function idsOf({ decision }: Slot): string[] {
  return decision?.items.map(({ card }) => card.id) ?? []
}

function forgetDecision(slot: Slot): void {
  slot.seen = false
  delete slot.decision
}

/** An element whose placement the shop does not have would wait for ever: it shows what its author wrote, and the shop is told. */
function sayUnknown(document: Document, { placements }: ShopConfig, complain: Complain): void {
  for (const element of document.querySelectorAll<HTMLElement>(TAG_SELECTOR)) {
    const id = element.getAttribute('placement')
    if (id === null || element.hasAttribute('strategy') || placements.some(one => one.id === id)) continue
    Object.assign(element, { items: [] })
    complain('VT-05', `${id} is none of ${placements.map(one => one.id).join(', ')}`)
  }
}

function asksFor({ request, placement }: Slot, config: ShopConfig): readonly RecommendRequest[] {
  return request ? [request] : requestsAt(config, placement)
}
