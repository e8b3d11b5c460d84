import type { Profile } from '@vitrine/protocol'
import type { Context } from './context.ts'

/**
 * What a rule can ask about. Beside the fields of {@link Profile} and {@link Context}: `profile.top.<kind>`, the
 * strongest leaning of each kind; `cart.value` (minor units), `cart.count` (units) and `cart.items` (product ids).
 */
export function factsOf(profile: Profile, context: Context): Readonly<Record<string, unknown>> {
  const { page, cart = profile.cart } = context
  const top = Object.entries(profile.affinities).map(([kind, [first]]) => [kind, first?.value])
  return {
    profile: { ...profile, top: Object.fromEntries(top) },
    page,
    context,
    cart: {
      value: cart.reduce((sum, { price = 0, quantity }) => sum + price * quantity, 0),
      count: cart.reduce((sum, { quantity }) => sum + quantity, 0),
      items: cart.map(({ id }) => id)
    }
  }
}

/** The fact at a dotted path; own properties only, so that `constructor` is no fact. */
export function factAt(facts: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((at, name) => ownOf(at, name), facts)
}

/** An object's own property, and nothing that it inherits. */
export function ownOf(from: unknown, name: string): unknown {
  return typeof from === 'object' && from !== null && Object.hasOwn(from, name)
    ? (from as Readonly<Record<string, unknown>>)[name]
    : undefined
}
