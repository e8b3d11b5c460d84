import type { Manifest, Profile, RecommendRequest } from '@vitrine/protocol'
import type { Context } from '../audience/context.ts'
import type { Start } from './ask.ts'
import { DEFAULT_LIMIT } from './world.ts'

/** What a request's strategies start from: its own product, and its category where that has lists, else the page's. */
export function startOf(
  { itemId, category, limit = DEFAULT_LIMIT }: RecommendRequest,
  { profile, context, manifest }: { profile: Profile; context: Context; manifest: Manifest }
): Start {
  const hasLists = manifest.lists.some(name => name.endsWith(`~${category}`))
  return {
    profile,
    context,
    manifest,
    itemId: itemId ?? context.page.itemId,
    department: hasLists ? category : context.page.category?.[0],
    limit
  }
}
