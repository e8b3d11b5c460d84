import type { Campaign, Schedule } from '@vitrine/protocol'
import { aisleCampaigns } from './aisleCampaigns.ts'
import { bannerCampaigns } from './bannerCampaigns.ts'
import { homeCampaigns } from './homeCampaigns.ts'
import { orderCampaigns } from './orderCampaigns.ts'
import { popupCampaigns } from './popupCampaigns.ts'
import { productCampaigns } from './productCampaigns.ts'
import { restockCampaigns } from './restockCampaigns.ts'

/** Everything the merchant says, page by page. */
export function allCampaigns(christmas: Schedule): Campaign[] {
  return [
    ...homeCampaigns(christmas),
    ...aisleCampaigns(christmas),
    ...productCampaigns,
    ...orderCampaigns,
    ...bannerCampaigns(christmas),
    ...popupCampaigns,
    ...restockCampaigns
  ]
}
