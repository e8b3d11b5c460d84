import type { Profile } from '@vitrine/protocol'
import { cartFacts } from './cartFacts.ts'
import type { Context } from './context.ts'

/**
 * What a rule can ask about. Beside the fields of {@link Profile} and {@link Context}: `profile.top.<kind>`, the
 * strongest leaning of each kind; `cart.value` (minor units), `cart.count` (units) and `cart.items` (product ids).
 */
export function factsOf(profile: Profile, context: Context): Readonly<Record<string, unknown>> {
  const top = Object.entries(profile.affinities).map(([kind, [first]]) => [kind, first?.value])
  return {
    profile: { ...profile, top: Object.fromEntries(top) },
    page: context.page,
    context,
    cart: cartFacts(profile, context)
  }
}
