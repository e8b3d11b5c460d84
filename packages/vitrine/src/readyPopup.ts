import type { Decision, IssuedOffer } from '@vitrine/protocol'
import type { OverlayParts } from './overlayParts.ts'
import { presentVisit } from './presentVisit.ts'
import { type Mind, requestsAt } from './think.ts'

/** Campaigns whose code was refused to this page: asking again would bring the same. */
const refused = new WeakMap<OverlayParts, Set<string>>()

/** A decision with what it rests on. */
export interface Thought {
  readonly decision: Decision
  readonly mind: Mind
}

/** A popup that may be shown now: decided, its code issued if it has an offer, its widget there. */
export interface ReadyPopup extends Thought {
  readonly issued?: IssuedOffer | undefined
}

/** Decides an overlay's placement as things stand now. */
export async function decideOverlay(
  { think, config }: OverlayParts,
  placement: string
): Promise<Thought | undefined> {
  const mind = await think(requestsAt(config, placement))
  return mind && { mind, decision: mind.decide(placement) }
}

/**
 * Decides with everything in view that other tabs have shown, and fetches what the popup needs.
 *
 * @returns `undefined` when nothing may be shown. Whom the campaign holds out is told of, and sees nothing.
 */
export async function readyPopup(parts: OverlayParts, placement: string): Promise<ReadyPopup | undefined> {
  await parts.tracker.refresh()
  const { campaign, holdout } = (await decideOverlay(parts, placement))?.decision ?? {}
  if (campaign === undefined) return undefined
  if (holdout) return tellHoldout(parts, placement, campaign)
  const codeless = refused.get(parts) ?? new Set()
  if (codeless.has(campaign)) return undefined
  const hasOffer = parts.config.campaigns.some(({ id, offer }) => id === campaign && offer)
  const [issued] = await Promise.all([
    hasOffer ? parts.issueOffer(campaign) : undefined,
    parts.loadWidget('popup')
  ])
  // An offer without its code would be an empty promise.
  if (hasOffer && !issued) {
    refused.set(parts, codeless.add(campaign))
    return undefined
  }
  // The shopper may have begun to do something meanwhile.
  const now = await decideOverlay(parts, placement)
  return now?.decision.campaign === campaign ? { ...now, issued } : undefined
}

/** Once a visit: a trigger fires more often than its popup would have been seen. */
function tellHoldout({ world, tracker }: OverlayParts, placement: string, campaign: string): undefined {
  const isTold = presentVisit(tracker.events(), world.now()).some(
    ({ ref }) => ref?.holdout && ref.campaign === campaign
  )
  if (isTold) return
  tracker.record({ type: 'view_promotion', ref: { placement, campaign, overlay: true, holdout: true } })
}
