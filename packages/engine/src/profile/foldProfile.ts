import type { EpochMs, Manifest, Profile, ShopEvent } from '@vitrine/protocol'
import { affinitiesOf } from './affinitiesOf.ts'
import { campaignsOf } from './campaignsOf.ts'
import { cartOf } from './cartOf.ts'
import { deedsOf, lastDeeds } from './deedsOf.ts'
import { inOrder } from './inOrder.ts'
import { landingOf } from './landingOf.ts'
import { lifecycleOf } from './lifecycleOf.ts'
import { boughtOf, ordersOf } from './ordersOf.ts'
import { rfmOf } from './rfmOf.ts'
import { salesOf } from './salesOf.ts'
import { visitsOf } from './visitsOf.ts'

/** Viewed products kept: more than any shelf shows, and it bounds the profile. */
const MAX_VIEWED = 100

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
  const deeds = deedsOf(told)
  const { count, present } = visitsOf(told, now)
  const sales = salesOf(told)
  const orders = ordersOf(sales)
  const rfm = rfmOf(orders, now, manifest?.rfm)
  const disliked = lastDeeds(deeds, 'dislike', 'undo_dislike').filter(({ type }) => type === 'dislike')
  const dislikedIds = disliked.map(({ id }) => id)
  return {
    v: 1,
    firstAt: told[0]?.at,
    lastAt: told.at(-1)?.at,
    recentlyViewed: lastDeeds(deeds, 'view_item')
      .slice(0, MAX_VIEWED)
      .map(({ id, at, times }) => ({ id, at, times })),
    sessionItems: deedsOf(present).flatMap(({ type, id }) => (type === 'view_item' ? id : [])),
    sessions: count,
    cart: cartOf(told),
    orders,
    bought: boughtOf(sales),
    affinities: affinitiesOf(deeds, sales, {
      now,
      priceBands: manifest?.priceBands ?? [],
      sensitive: sensitiveCategories,
      disliked: dislikedIds
    }),
    rfm,
    lifecycle: lifecycleOf(rfm, count === (present.length > 0 ? 1 : 0), manifest?.orderGapDays),
    disliked: dislikedIds,
    campaigns: campaignsOf(told),
    landing: landingOf(present)
  }
}
