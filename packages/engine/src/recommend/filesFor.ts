import type { Manifest, MerchandisingRule, Profile, RecommendRequest } from '@vitrine/protocol'
import type { Context } from '../audience/context.ts'
import { foldProfile } from '../profile/foldProfile.ts'
import { startOf } from './startOf.ts'
import { STRATEGY_RULES } from './strategyRules.ts'

/** Of what the page has to say, and what the shop. */
export interface PageWorld {
  readonly context: Context
  readonly manifest: Manifest
  /** Merchandising rules: the pinned products' cards are needed too. */
  readonly rules?: readonly MerchandisingRule[] | undefined
}

/** The model files on which these requests would rank: product ids and list names, each once, the most wanted first. */
export function filesFor(
  requests: readonly RecommendRequest[],
  world: PageWorld & { readonly profile: Profile }
): { items: string[]; lists: string[] } {
  const needs = requests.flatMap(request => {
    const start = startOf(request, world)
    return [request.strategy].flat().map(strategy => STRATEGY_RULES[strategy].needs(start))
  })
  const pins = (world.rules ?? []).flatMap(({ do: what, items = [] }) => (what === 'pin' ? items : []))
  return {
    items: [...new Set([...needs.flatMap(({ items = [] }) => items), ...(needs.length > 0 ? pins : [])])],
    lists: [...new Set(needs.flatMap(({ lists = [] }) => lists))]
  }
}

/**
 * The same from the page alone: what every visitor of this page would fetch, and so may be fetched before consent.
 * Neither the profile nor the cart has a say.
 */
export function contextualFilesFor(
  requests: readonly RecommendRequest[],
  { context, manifest, rules }: PageWorld
): { items: string[]; lists: string[] } {
  const profile = foldProfile([], { now: 0 })
  return filesFor(requests, { profile, context: { ...context, cart: [] }, manifest, rules })
}
