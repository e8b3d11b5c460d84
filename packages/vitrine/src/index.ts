export type {
  Card,
  Consent,
  Decision,
  Ga4Payload,
  Profile,
  RankedItem,
  Recommendation,
  RecommendRequest,
  Result,
  ShopEvent,
  Verdict
} from '@vitrine/protocol'
export type { BannerElement } from '@vitrine/widgets/banner'
export type {
  CarouselElement,
  CarouselEventMap,
  CarouselIntents,
  CarouselItem
} from '@vitrine/widgets/carousel'
export type { PopupElement, PromoEventMap } from '@vitrine/widgets/popup'
export type { RestockElement, RestockEventMap } from '@vitrine/widgets/restock'
export { COMPLAINT_CODES, type ComplaintCode } from './complaints.ts'
export type { DebugReport, DecisionReport } from './debug.ts'
export type { ConsentMode, StartOptions } from './options.ts'
export { start } from './startFromNpm.ts'
export type { Explanation, Vitrine, VitrineEvents } from './vitrine.ts'
