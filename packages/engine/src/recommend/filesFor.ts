import {
  listName,
  type Manifest,
  type MerchandisingRule,
  type Profile,
  type RecommendRequest
} from '@vitrine/protocol'
import type { Context } from '../audience/context.ts'
import { startOf } from './startOf.ts'
import { STRATEGY_RULES } from './strategyRules.ts'

/** What is known before there is a model. Before consent the profile must be an empty one: which files are asked for tells of it. */
export interface PageWorld {
  readonly profile: Profile
  readonly context: Context
  readonly manifest: Manifest
  /** Merchandising rules: the pinned products' cards are needed too. */
  readonly rules?: readonly MerchandisingRule[] | undefined
}

/** The model files on which these requests would rank: product ids and list names, each once, the most wanted first. */
export function filesFor(
  requests: readonly RecommendRequest[],
  world: PageWorld
): { items: string[]; lists: string[] } {
  const { manifest, rules = [] } = world
  const asked = requests.flatMap(request => {
    const start = startOf(request, world)
    return [request.strategy].flat().map(strategy => ({ ...STRATEGY_RULES[strategy], start }))
  })
  const items = asked.flatMap(({ items: itemsOf, start }) => itemsOf?.(start) ?? [])
  const pins = rules.filter(rule => rule.do === 'pin' && asked.length > 0).flatMap(rule => rule.items ?? [])
  const lists = asked.flatMap(({ list, start }) => (list ? [list, listName(list, start.department)] : []))
  return {
    items: [...new Set([...items, ...pins])],
    lists: [...new Set(lists)].filter(name => manifest.lists.includes(name))
  }
}
