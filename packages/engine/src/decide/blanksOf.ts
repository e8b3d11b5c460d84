import { type Content, productIdOf, type ShopConfig } from '@vitrine/protocol'
import { cartFacts } from '../audience/cartFacts.ts'
import type { Situation } from '../audience/matchesRule.ts'
import { ownOf } from '../audience/ownOf.ts'

/** What can stand in the blanks of a text (`{gap}`), as far as it is known. */
export interface Blanks {
  /** Minor units of goods that are still missing to free delivery; only with something in the cart. */
  readonly gap?: number | undefined
  /** The department the shopper leans to most. */
  readonly department?: string | undefined
  /** The size they choose most. */
  readonly size?: string | undefined
  /** The product they looked at last, by its name. */
  readonly item?: string | undefined
}

type Asked = Situation & { readonly config: ShopConfig }

/** What is known to put into the blanks of a text. */
export function blanksOf({ profile, context, events, config: { freeShipping = 0 } }: Asked): Blanks {
  const { value } = cartFacts(profile, context)
  const lines = events.flatMap(({ items = [] }) => items)
  return {
    gap: value && value < freeShipping ? freeShipping - value : undefined,
    department: profile.department,
    size: profile.affinities.size[0]?.value,
    item: lines.find(line => line.name && productIdOf(line) === profile.recentlyViewed[0]?.id)?.name
  }
}

/** The first blank of a variant, in whatever language, that nothing is known to put in. `{item}` beside products is named by them. */
export function unfilled(content: Content, asked: Asked): string | undefined {
  const blanks = blanksIn(content)
  // Most texts have none, and looking through all events for a name is not free.
  const known = blanks[0] && blanksOf(asked)
  return blanks.find(
    blank => !(content.products && blank === '{item}') && ownOf(known, blank.slice(1, -1)) === undefined
  )
}

/** Every blank of a variant, in whatever language. */
export function blanksIn(content: Content): readonly string[] {
  const { image, products, ...said } = content
  return JSON.stringify(said).match(/\{\w+\}/g) ?? []
}
