import type { Tracker } from '@vitrine/tracker'
import { type Answers, openAnswers } from './answers.ts'
import type { Complain } from './complaints.ts'
import { dropMirror } from './dropMirror.ts'
import { placementsOn } from './openPlaces.ts'
import type { LoadWidget } from './openShowcase.ts'
import type { ShopWindow } from './openWindow.ts'
import type { PublicFiles } from './publicFiles.ts'
import type { Seldom } from './seldom.ts'
import type { Show } from './show.ts'
import type { ShopAddress, Standing } from './slots.ts'
import type { Senses } from './think.ts'
import type { VitrineEvents } from './vitrine.ts'
import type { WindowParts } from './windowParts.ts'
import type { World } from './world.ts'

interface Parts {
  readonly world: World
  readonly tracker: Tracker
  readonly files: PublicFiles
  readonly shop: ShopAddress
  /** Fetches what thinks, ranks and shows, when something is to be; `undefined` when it cannot be had. */
  readonly loadShow: () => Promise<Show | undefined>
  readonly loadOverlays: WindowParts['loadOverlays']
  readonly loadSeldom: () => Promise<Seldom | undefined>
  readonly loadWidget: LoadWidget
  readonly emit: <Name extends keyof VitrineEvents>(event: Name, told: VitrineEvents[Name]) => void
  readonly complain: Complain
}

/** The loop, and what the page may ask of it. */
export interface Pipeline {
  readonly methods: Answers
  /** What is shown on this page, where. */
  standing(): readonly Standing[]
  stop(): void
}

/** Elements that need no placement of the shop's. */
const OWN_PLACES = 'vitrine-carousel,vitrine-restock'

/**
 * The whole loop. What happens on the page is heard and remembered (tracker), understood (profile), decided upon and
 * ranked (engine), and shown (the window and its widgets); what the shopper then does is the next event. Nothing flows
 * back up but an event.
 */
export function openPipeline(parts: Parts): Pipeline {
  const { world, tracker, files, loadShow, emit, complain } = parts
  const moment = () => window?.context() ?? {}
  const senses: Senses = { world, tracker, files, moment, passingSeed: world.randomHex(8) }
  let window: ShopWindow | undefined
  let isStopped = false
  // The first view may have been told before anybody could listen.
  let views = tracker.pageEvents().length

  // Shown: the window is fetched with the first page that has a place for something.
  async function open(): Promise<void> {
    const config = await files.config()
    const hasPlace = config && placementsOn(config, tracker.page().type)[0]
    if (!config || !(hasPlace || world.window.document.querySelector(OWN_PLACES))) return
    const part = await loadShow()
    if (isStopped || window || !part) return
    window = part.openWindow({
      ...{ ...parts, config: files.config },
      think: requests => part.think(senses, () => requests),
      decided: decision => emit('decision', decision)
    })
  }
  const turnPage = (isRoute = false) => {
    if (tracker.consent().personalise === 'denied') dropMirror(world.window, parts.shop.shop)
    if (window) window.turnPage(isRoute)
    else void open().catch(error => complain('VT-08', String(error)))
  }

  // Heard and remembered: each event may change what should be in the window, the shopper's own word even what they see.
  const undo = [
    tracker.onEvent(event => {
      emit('event', event)
      if (event.type === 'page_view') {
        // The first view begins with what was just asked for.
        if (views++ > 0) files.renew()
        turnPage(views > 1)
      } else if (window) window.heard(event.type)
      // Nobody here decides what the next page shows first, and what the last page decided may be true no more.
      else dropMirror(world.window, parts.shop.shop)
    }),
    tracker.onConsent(() => {
      emit('consent', tracker.consent())
      turnPage()
    })
  ]
  turnPage()
  const standing = () => window?.standing() ?? []

  return {
    methods: openAnswers({ senses, loadShow, loadSeldom: parts.loadSeldom, standing }),
    standing,
    stop() {
      isStopped = true
      for (const each of undo) each()
      window?.stop()
    }
  }
}
