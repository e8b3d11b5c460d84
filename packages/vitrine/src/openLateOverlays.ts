import { blanksOf, type Context } from '@vitrine/engine'
import type { ShopConfig } from '@vitrine/protocol'
import { refOf } from './intents.ts'
import { issueOffer } from './issueOffer.ts'
import type { Overlays } from './openOverlays.ts'
import { placementsOn } from './openPlaces.ts'
import { common } from './openShowcase.ts'
import { promoOf } from './promoOf.ts'
import type { Standing } from './slots.ts'
import type { WindowParts } from './windowParts.ts'

/** Overlays, from the moment that a page has a campaign that waits for one; until then there is nothing to ask. */
export interface LateOverlays {
  /** Fetches what senses moments if a campaign on such a page waits for one. */
  watch(config: ShopConfig, pageType: string): Promise<void>
  standing(): readonly Standing[]
  context(): Partial<Context>
  heard(): void
  turnPage(): void
  stop(): void
}

/** @param onMoment - A trigger may hold now. */
export function openLateOverlays(parts: WindowParts, onMoment: () => void): LateOverlays {
  const { world, tracker, shop } = parts
  let overlays: Overlays | undefined
  let isStopped = false
  return {
    async watch(config, pageType) {
      if (overlays || !waits(config, pageType)) return
      const part = await parts.loadOverlays()
      if (!part || overlays || isStopped) return
      overlays = part.openOverlays({
        ...{ ...parts, config, refOf, onMoment, common: common(config) },
        issueOffer: campaign => issueOffer(world, shop, { campaign, visitor: tracker.visitor() }),
        wordsFor: ({ content, items }, mind) =>
          promoOf(content ?? { widget: 'popup' }, blanksOf(mind), config, items)
      })
      overlays.heard()
    },
    standing: () => overlays?.open ?? [],
    context: () => overlays?.context() ?? {},
    heard: () => overlays?.heard(),
    turnPage: () => overlays?.turnPage(),
    stop() {
      isStopped = true
      overlays?.stop()
    }
  }
}

/** Whether a campaign on pages of this type waits for a moment. */
function waits(config: ShopConfig, pageType: string): boolean {
  const here = placementsOn(config, pageType).map(({ id }) => id)
  return config.campaigns.some(
    ({ placement, trigger, variants }) =>
      here.includes(placement) && (trigger || variants.some(({ content }) => content.widget === 'popup'))
  )
}
