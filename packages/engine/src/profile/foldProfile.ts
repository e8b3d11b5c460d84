import type { EpochMs, Manifest, Profile, ShopEvent } from '@vitrine/protocol'
import { affinitiesOf } from './affinitiesOf.ts'
import { campaignsOf } from './campaignsOf.ts'
import { cartOf } from './cartOf.ts'
import { dislikedOf } from './dislikedOf.ts'
import { inOrder } from './inOrder.ts'
import { landingOf } from './landingOf.ts'
import { lifecycleOf } from './lifecycleOf.ts'
import { boughtOf, ordersOf } from './ordersOf.ts'
import { rfmOf } from './rfmOf.ts'
import { salesOf } from './salesOf.ts'
import { viewedOf, viewsOf } from './viewedOf.ts'
import { visitsOf } from './visitsOf.ts'

/** What a profile is folded by. */
export interface FoldOptions {
  /** The moment to see the shopper at. */
  readonly now: EpochMs
  /** Gives the borders of RFM cells and price bands and the usual gap between orders; without it these are absent or a default. */
  readonly manifest?: Manifest | undefined
  /** `ShopConfig.sensitiveCategories`. */
  readonly sensitiveCategories?: readonly string[] | undefined
}

/**
 * What is known of one shopper, from what they did through whatever channel.
 *
 * @param events - In any order; one told twice (the same `id`) counts once, and those later than `now` not yet.
 * @returns The same profile for every order of the same events.
 */
export function foldProfile(events: readonly ShopEvent[], options: FoldOptions): Profile {
  const { now, manifest, sensitiveCategories = [] } = options
  const told = inOrder(events, now)
  const [first, last] = [told[0], told.at(-1)]
  const visits = visitsOf(told, now)
  const sales = salesOf(told)
  const orders = ordersOf(sales)
  const rfm = rfmOf(orders, now, manifest?.rfm)
  const disliked = dislikedOf(told)
  const landing = landingOf(visits.present)
  const isFirstVisit = visits.count === 0 || (visits.count === 1 && visits.present.length > 0)
  return {
    v: 1,
    ...(first && { firstAt: first.at }),
    ...(last && { lastAt: last.at }),
    recentlyViewed: viewedOf(told),
    sessionItems: viewsOf(visits.present).map(({ id }) => id),
    sessions: visits.count,
    cart: cartOf(told),
    orders,
    bought: boughtOf(sales),
    affinities: affinitiesOf(told, sales, {
      now,
      priceBands: manifest?.priceBands ?? [],
      sensitive: sensitiveCategories,
      disliked
    }),
    rfm,
    lifecycle: lifecycleOf(rfm, isFirstVisit, manifest?.orderGapDays),
    disliked,
    campaigns: campaignsOf(told),
    ...(landing !== undefined && { landing })
  }
}
