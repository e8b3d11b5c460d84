import type { Context } from '@vitrine/engine'
import type { EventType, RecommendRequest, ShopConfig } from '@vitrine/protocol'
import type { Complain } from './complaints.ts'
import { listenToIntents } from './intents.ts'
import { openFiller } from './openFiller.ts'
import { openLateOverlays } from './openLateOverlays.ts'
import { openPlaces, placementsOn } from './openPlaces.ts'
import { listenToSignups } from './signups.ts'
import { findSlots, leaveSlot, requestOf, type Slot, type Standing, TAG_SELECTOR } from './slots.ts'
import { soon } from './soon.ts'
import { requestsAt } from './think.ts'
import { watchDocument } from './watchDocument.ts'
import type { WindowParts } from './windowParts.ts'

/** The shop's window on this page: its slots, and what stands in them and over them. */
export interface ShopWindow {
  /** What is shown, where. */
  standing(): readonly Standing[]
  /** What decisions are told of this moment. */
  context(): Partial<Context>
  /** Something was recorded. */
  heard(type: EventType): void
  /** A new page view (`isRoute`: in a single-page app), or another consent: everything is decided anew. */
  turnPage(isRoute: boolean): void
  stop(): void
}

/** Impressions and clicks change no mind; after anything else a slot nobody has seen yet is decided anew. */
const CHANGES_NOTHING = /^(view_item_list|(view|dismiss)_promotion|select_)/

/** Decides every slot of the page in its order, no product twice, and shows it. What was seen stays as it is. */
export function openWindow(parts: WindowParts): ShopWindow {
  const { world, tracker, complain } = parts
  const { document } = world.window
  const places = openPlaces(document, complain)
  const filler = openFiller(parts, places)
  const overlays = openLateOverlays(parts, () => again())
  let config: ShopConfig | undefined
  let slots: readonly Slot[] = []
  let looked = ''
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
    filler.fill(slots, mind)
    await overlays.watch(current, type)
  }

  const again = soon(arrange, complain)
  const remember = soon(async () => filler.leave(await parts.think([])), complain)

  /** After a re-render, when a part of the page has come late, or when the shop names another variant. */
  function lookAgain(): void {
    const before = looked
    looked = [...document.querySelectorAll(TAG_SELECTOR)].map(one => one.getAttribute('variant')).join()
    const isWhole = looked === before && slots.every(({ element }) => element.isConnected)
    if (!isWhole || (config && places.lacks(config, tracker.page().type))) again()
  }

  const undo = [
    listenToIntents({ ...parts, slots: () => slots, currency: () => config?.currency }),
    listenToSignups({ ...parts, slots: () => slots, config: () => config }),
    watchDocument(world, lookAgain),
    filler.stop,
    places.stop,
    overlays.stop
  ]
  again()

  return {
    standing: () => [...slots, ...overlays.standing()],
    context: overlays.context,
    heard(type) {
      if (!CHANGES_NOTHING.test(type)) again()
      else if (type.endsWith('promotion')) remember()
      overlays.heard()
    },
    turnPage(isRoute) {
      if (isRoute) filler.turnPage()
      slots.forEach(forgetDecision)
      overlays.turnPage()
      again()
    },
    stop() {
      turn = Number.NaN
      for (const each of [...undo, ...slots.map(slot => () => leaveSlot(slot))]) each()
    }
  }
}

function forgetDecision(slot: Slot): void {
  slot.seen = slot.isClosed = false
  delete slot.decision
}

/** An element whose placement the shop does not have would wait for ever: it shows what its author wrote, and the shop is told. */
function sayUnknown(document: Document, { placements }: ShopConfig, complain: Complain): void {
  for (const element of document.querySelectorAll<HTMLElement>(TAG_SELECTOR)) {
    const id = element.getAttribute('placement')
    if (id === null || requestOf(element) || placements.some(one => one.id === id)) continue
    Object.assign(element, { items: [] })
    complain('VT-05', `${id} is none of ${placements.map(one => one.id).join(', ')}`)
  }
}

function asksFor({ request, placement }: Slot, config: ShopConfig): readonly RecommendRequest[] {
  return request ? [request] : requestsAt(config, placement)
}
