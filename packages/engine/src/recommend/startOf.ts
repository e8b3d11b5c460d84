import type { Manifest, Profile, RecommendRequest } from '@vitrine/protocol'
import type { Context } from '../audience/context.ts'
import type { Start } from './ask.ts'
import { DEFAULT_LIMIT } from './world.ts'

/** What a request's strategies start from: its own product, and its category where that has lists, else the page's. */
export function startOf<World extends { profile: Profile; context: Context; manifest: Manifest }>(
  { itemId, category, limit = DEFAULT_LIMIT }: RecommendRequest,
  world: World
): World & Start {
  const { page } = world.context
  const hasLists = world.manifest.lists.some(name => name.endsWith(`~${category}`))
  return {
    ...world,
    itemId: itemId ?? page.itemId,
    department: hasLists ? category : page.category?.[0],
    limit
  }
}
