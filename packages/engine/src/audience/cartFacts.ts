import type { Profile } from '@vitrine/protocol'
import type { Context } from './context.ts'

/** The cart's goods in minor units, its units and its products; the page's own cart outranks the events'. */
export function cartFacts(profile: Profile, { cart: lines = profile.cart }: Context) {
  const cart = { value: 0, count: 0, items: lines.map(({ id }) => id) }
  for (const { price = 0, quantity } of lines) {
    cart.value += price * quantity
    cart.count += quantity
  }
  return cart
}
