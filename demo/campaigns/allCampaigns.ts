import type { Campaign, Schedule } from '@vitrine/protocol'
import { aisleCampaigns } from './aisleCampaigns.ts'
import { homeCampaigns } from './homeCampaigns.ts'
import { orderCampaigns } from './orderCampaigns.ts'
import { productCampaigns } from './productCampaigns.ts'

/** Everything the merchant says, page by page. */
export function allCampaigns(christmas: Schedule): Campaign[] {
  return [...homeCampaigns(christmas), ...aisleCampaigns(christmas), ...productCampaigns, ...orderCampaigns]
}
