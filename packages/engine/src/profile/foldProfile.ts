import type { Profile, ShopEvent } from '@vitrine/protocol'
import { affinitiesOf } from './affinitiesOf.ts'
import { campaignsOf } from './campaignsOf.ts'
import { cartOf } from './cartOf.ts'
import { deedsOf, lastDone } from './deedsOf.ts'
import { departmentOf } from './departmentOf.ts'
import type { FoldOptions } from './foldOptions.ts'
import { inOrder } from './inOrder.ts'
import { landingOf } from './landingOf.ts'
import { lifecycleOf } from './lifecycleOf.ts'
import { boughtOf, ordersOf } from './ordersOf.ts'
import { rfmOf } from './rfmOf.ts'
import { salesOf } from './salesOf.ts'
import { visitsOf } from './visitsOf.ts'

/** Viewed products kept: more than any shelf shows, and it bounds the profile. */
const MAX_VIEWED = 100

/**
 * What is known of one shopper, from what they did through whatever channel.
 *
 * @param events - In any order; one told twice (the same `id`) counts once, and those later than `now` not yet.
 * @returns The same profile for every order of the same events.
 */
export function foldProfile(events: readonly ShopEvent[], options: FoldOptions): Profile {
  const { now, manifest } = options
  const told = inOrder(events, now)
  const deeds = deedsOf(told)
  const { count, present } = visitsOf(told, now)
  const sales = salesOf(told)
  const orders = ordersOf(sales)
  const rfm = rfmOf(orders, now, manifest?.rfm)
  const disliked = lastDone(deeds, 'dislike', 'undo_dislike').map(({ id }) => id)
  const meant = deeds.filter(({ type, id }) => type !== 'dislike' || disliked.includes(id))
  const affinities = affinitiesOf(meant, sales, options)
  return {
    v: 1,
    firstAt: told[0]?.at,
    lastAt: told.at(-1)?.at,
    recentlyViewed: lastDone(deeds, 'view_item').slice(0, MAX_VIEWED),
    sessionItems: deedsOf(present).flatMap(({ type, id }) => (type === 'view_item' ? id : [])),
    sessions: count,
    cart: cartOf(told),
    orders,
    bought: boughtOf(sales),
    affinities,
    department: departmentOf(deeds, affinities.category),
    rfm,
    lifecycle: lifecycleOf(rfm, count === Number(present.length > 0), manifest?.orderGapDays),
    disliked,
    campaigns: campaignsOf(told),
    landing: landingOf(present)
  }
}
