import type { Tracker } from '@vitrine/tracker'
import type { Complain } from './complaints.ts'
import type { LoadWidget } from './openShowcase.ts'
import type { ShopWindow } from './openWindow.ts'
import type { PublicFiles } from './publicFiles.ts'
import type { Seldom } from './seldom.ts'
import type { Slot } from './slots.ts'
import { requestsAt, type Senses, think, understand } from './think.ts'
import type { Vitrine, VitrineEvents } from './vitrine.ts'
import type { World } from './world.ts'

interface Parts {
  readonly world: World
  readonly tracker: Tracker
  readonly files: PublicFiles
  readonly loadShow: Senses['loadShow']
  readonly loadSeldom: () => Promise<Seldom | undefined>
  readonly loadWidget: LoadWidget
  readonly emit: <Name extends keyof VitrineEvents>(event: Name, told: VitrineEvents[Name]) => void
  readonly complain: Complain
}

/** The loop, and what the page may ask of it. */
export interface Pipeline {
  readonly methods: Pick<Vitrine, 'profile' | 'decide' | 'recommend' | 'explain'>
  /** The slots of this page with what they show. */
  slots(): readonly Slot[]
  stop(): void
}

/** Impressions and clicks change no mind; after anything else a slot nobody has seen yet is decided anew. */
const CHANGES_NOTHING = /^(view_item_list|view_promotion|select_)/

/**
 * The whole loop. What happens on the page is heard and remembered (tracker), understood (profile), decided upon and
 * ranked (engine), and shown (the window and its widgets); what the shopper then does is the next event. Nothing flows
 * back up but an event.
 */
export function openPipeline(parts: Parts): Pipeline {
  const { world, tracker, files, loadShow, emit, complain } = parts
  const senses = { world, tracker, files, loadShow, passingSeed: world.randomHex(8) }
  let window: ShopWindow | undefined
  let isStopped = false
  // The first view may have been told before anybody could listen.
  let views = tracker.pageEvents().length

  // Shown: the window is fetched with the first page that has a place for something.
  async function open(): Promise<void> {
    const config = await files.config()
    const hasPlace = config?.placements.some(
      ({ pages }) => !pages || pages.some(page => page === tracker.page().type)
    )
    if (!config || !(hasPlace || world.window.document.querySelector('vitrine-carousel'))) return
    const part = await loadShow()
    if (isStopped || window || !part) return
    window = part.openWindow({
      ...{ ...parts, config: files.config },
      think: requests => think(senses, () => requests),
      decided: decision => emit('decision', decision)
    })
  }
  const turnPage = () =>
    window ? window.turnPage() : void open().catch(error => complain('VT-08', String(error)))

  // Heard and remembered: each event may change what should be in the window, the shopper's own word even what they see.
  const undo = [
    tracker.onEvent(event => {
      emit('event', event)
      if (event.type === 'page_view') {
        // The first view begins with what was just asked for.
        if (views++ > 0) files.renew()
        turnPage()
      } else if (!CHANGES_NOTHING.test(event.type)) window?.again()
    }),
    tracker.onConsent(() => {
      emit('consent', tracker.consent())
      turnPage()
    })
  ]
  turnPage()
  const slots = () => window?.slots() ?? []

  // Understood, decided, explained: on demand.
  const methods: Pipeline['methods'] = {
    profile: () => understand(senses),
    async decide(placement) {
      const mind = await think(senses, config => requestsAt(config, placement))
      return mind?.decide(placement)
    },
    async recommend(request) {
      const mind = await think(senses, () => [request])
      return mind?.part?.rank(request, mind)
    },
    async explain(placement) {
      const part = await parts.loadSeldom()
      return part?.explain(slots(), placement, requests => think(senses, requests)) ?? []
    }
  }
  return {
    methods,
    slots,
    stop() {
      isStopped = true
      for (const each of undo) each()
      window?.stop()
    }
  }
}
