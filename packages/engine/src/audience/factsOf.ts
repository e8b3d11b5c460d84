import type { Profile } from '@vitrine/protocol'
import type { Context } from './context.ts'

/**
 * What a rule can ask about. Beside the fields of {@link Profile} and {@link Context}: `profile.top.<kind>`, the
 * strongest leaning of each kind; `cart.value` (minor units), `cart.count` (units) and `cart.items` (product ids).
 */
export function factsOf(profile: Profile, context: Context): Readonly<Record<string, unknown>> {
  const { page, cart: lines = profile.cart } = context
  const top = Object.entries(profile.affinities).map(([kind, [first]]) => [kind, first?.value])
  const cart = { value: 0, count: 0, items: lines.map(({ id }) => id) }
  for (const { price = 0, quantity } of lines) {
    cart.value += price * quantity
    cart.count += quantity
  }
  return { profile: { ...profile, top: Object.fromEntries(top) }, page, context, cart }
}
