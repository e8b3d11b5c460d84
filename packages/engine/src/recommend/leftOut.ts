import type { EpochMs, Profile, RecommendRequest } from '@vitrine/protocol'
import type { Context } from '../audience/context.ts'
import { DAY_MS } from '../profile/dayMs.ts'
import { idsOf } from './idsOf.ts'

/** What was looked at this long ago is no longer in mind, and may be shown as if new. */
const SEEN_MS = DAY_MS

/** What is left out unless a request says otherwise. */
export const HERE = ['current', 'cart'] as const

/**
 * The products a request does not want: always what is disliked or stands on the page already, and by
 * `exclude` the product here, what is in the cart, what was seen (in the last day), what was bought.
 */
export function leftOut(
  exclude: readonly NonNullable<RecommendRequest['exclude']>[number][],
  itemId: string | undefined,
  { profile, context, now }: { profile: Profile; context: Context; now: EpochMs }
): ReadonlySet<string | undefined> {
  const { disliked, recentlyViewed, bought } = profile
  const { page, shownIds, cart = profile.cart } = context
  const meant = {
    current: [page.itemId, itemId],
    cart: idsOf(cart),
    seen: idsOf(recentlyViewed.filter(({ at }) => now - at < SEEN_MS)),
    bought: idsOf(bought)
  }
  return new Set([...disliked, ...shownIds, ...exclude.flatMap(one => meant[one])])
}
