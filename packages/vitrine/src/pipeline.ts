import type { Decision, EventType, Profile, Recommendation, RecommendRequest } from '@vitrine/protocol'
import { toGa4 } from '@vitrine/protocol'
import type { Tracker } from '@vitrine/tracker'
import { openArrangement } from './arrange.ts'
import type { Complain } from './complaints.ts'
import { explanation } from './explanation.ts'
import { openHoldouts } from './holdouts.ts'
import { listenToIntents } from './intents.ts'
import type { PublicFiles } from './publicFiles.ts'
import type { ShowSlot } from './showSlot.ts'
import type { Slot } from './slots.ts'
import { decideIn, rank, requestsAt, type Senses, think, understand } from './think.ts'
import type { Explanation, VitrineEvents } from './vitrine.ts'
import { watchDocument } from './watchDocument.ts'
import type { World } from './world.ts'

interface Parts {
  readonly world: World
  readonly tracker: Tracker
  readonly files: PublicFiles
  readonly loadRanking: Senses['loadRanking']
  readonly show: ShowSlot
  readonly emit: <Name extends keyof VitrineEvents>(event: Name, told: VitrineEvents[Name]) => void
  readonly complain: Complain
}

/** What the public methods ask of the loop. */
export interface Pipeline {
  profile(): Promise<Profile>
  decide(placement: string): Promise<Decision | undefined>
  recommend(request: RecommendRequest): Promise<Recommendation | undefined>
  explain(placement?: string): Promise<readonly Explanation[]>
  /** The slots of this page with what they show. */
  slots(): readonly Slot[]
  stop(): void
}

/** Events after which a slot nobody has seen yet is decided anew. Impressions and clicks change no mind. */
const CHANGES_MIND: ReadonlySet<EventType> = new Set([
  ...(['view_item', 'search', 'add_to_cart', 'remove_from_cart', 'view_cart'] as const),
  ...(['purchase', 'refund', 'dislike', 'undo_dislike', 'login'] as const)
])

/**
 * The whole loop. What happens on the page is heard and remembered (tracker), understood (profile), decided upon and
 * ranked (engine), and shown (widgets); what the shopper then does is the next event. Nothing flows back up but an event.
 */
export function openPipeline({ world, tracker, files, loadRanking, show, emit, complain }: Parts): Pipeline {
  // Understood and decided: what thinking rests on.
  const senses = { world, tracker, files, loadRanking, passingSeed: world.randomHex(8) }

  // Shown: a decision goes into its slot, and the page may listen.
  const holdouts = openHoldouts(body => tracker.record(body))
  const window = openArrangement({
    ...senses,
    show(slot, mind) {
      holdouts.watch(slot)
      return show(slot, mind)
    },
    decided: decision => emit('decision', decision),
    complain
  })

  const undo = [
    // Heard and remembered: each event may change what should be in the window.
    tracker.onEvent(event => {
      emit('event', toGa4(event))
      if (event.type === 'page_view') window.turnPage()
      else if (CHANGES_MIND.has(event.type)) window.again()
    }),
    // The shopper has just said what they want, so this once even what they have seen may change.
    tracker.onConsent(() => {
      emit('consent', tracker.consent())
      window.turnPage()
    }),
    // What the shopper does with it is the next event.
    listenToIntents({ world, ...window, record: body => tracker.record(body) }),
    watchDocument(world, window.slots, window.again),
    holdouts.stop,
    window.stop
  ]
  window.again()

  return {
    profile: () => understand(senses),
    slots: window.slots,
    async decide(placement) {
      const mind = await think(senses, config => requestsAt(config, placement))
      return mind && decideIn(mind, placement)
    },
    async explain(placement) {
      const asked = placement === undefined ? window.slots().map(slot => slot.placement) : [placement]
      const mind = await think(senses, config => asked.flatMap(one => requestsAt(config, one)))
      if (!mind) return []
      const ranking = await loadRanking()
      const standing = (one: string) => window.slots().find(slot => slot.placement === one)?.decision
      return asked.map(one => explanation(standing(one) ?? decideIn(mind, one), mind, ranking))
    },
    async recommend(request) {
      const mind = await think(senses, () => [request])
      return mind && rank(request, mind)
    },
    stop() {
      for (const each of undo) each()
    }
  }
}
