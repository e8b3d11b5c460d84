import type { EpochMs, Profile, RecommendRequest, Strategy } from '@vitrine/protocol'
import type { Context } from '../audience/context.ts'
import { DAY_MS } from '../profile/dayMs.ts'

/** What was looked at this long ago is no longer in mind, and may be shown as if new. */
const SEEN_MS = DAY_MS

const KEEPS_SEEN: ReadonlySet<Strategy> = new Set(['recently_viewed', 'buy_again'])

/**
 * The products a request does not want from a strategy: always what is disliked or stands on the page already, and by
 * `exclude` the product here, what is in the cart, what was seen (in the last day), what was bought.
 */
export function leftOut(
  { exclude, itemId }: RecommendRequest,
  strategy: Strategy,
  { profile, context, now }: { profile: Profile; context: Context; now: EpochMs }
): ReadonlySet<string> {
  const { page, shownIds, cart = profile.cart } = context
  const ids = new Set([...profile.disliked, ...shownIds])
  const add = (more: readonly (string | undefined)[]) => {
    for (const id of more) if (id !== undefined) ids.add(id)
  }
  const wanted = exclude ?? ['current', 'cart', ...(KEEPS_SEEN.has(strategy) ? [] : ['seen'])]
  if (wanted.includes('current')) add([page.itemId, itemId])
  if (wanted.includes('cart')) add(cart.map(({ id }) => id))
  if (wanted.includes('seen'))
    add(profile.recentlyViewed.filter(({ at }) => now - at < SEEN_MS).map(({ id }) => id))
  if (wanted.includes('bought')) add(profile.bought.map(({ id }) => id))
  return ids
}
