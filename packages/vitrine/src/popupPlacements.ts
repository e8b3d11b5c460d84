import type { Campaign, ShopConfig } from '@vitrine/protocol'
import { placementsOn } from './openPlaces.ts'

/** The placements of a page type that a popup may fill. */
export function popupPlacements(config: ShopConfig, pageType: string): string[] {
  const isPopup = ({ placement, variants }: Campaign, id: string) =>
    placement === id && variants.some(({ content }) => content.widget === 'popup')
  return placementsOn(config, pageType).flatMap(({ id }) =>
    config.campaigns.some(campaign => isPopup(campaign, id)) ? id : []
  )
}
