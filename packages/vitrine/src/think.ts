import {
  type Context,
  contextualFilesFor,
  decide,
  filesFor,
  foldProfile,
  type Model,
  recommend
} from '@vitrine/engine'
import {
  type Decision,
  mayPersonalise,
  type Profile,
  type Recommendation,
  type RecommendRequest,
  type ShopConfig,
  type ShopEvent
} from '@vitrine/protocol'
import type { Tracker } from '@vitrine/tracker'
import { contextOf } from './context.ts'
import type { ModelFiles } from './modelFiles.ts'
import type { Slot } from './slots.ts'
import type { World } from './world.ts'

/** Everything a decision rests on, at one moment. */
export interface Mind {
  readonly config: ShopConfig
  readonly context: Context
  readonly profile: Profile
  readonly events: readonly ShopEvent[]
  /** Absent while the shop has published none. */
  readonly model?: Model
  readonly seed: string
  readonly now: number
}

/** What thinking needs. */
export interface Senses {
  readonly world: World
  readonly tracker: Tracker
  readonly files: ModelFiles
  /** Draws shares where there is no leave to recognise the shopper: new on every page, so nothing is kept that could tell. */
  readonly passingSeed: string
}

/** The profile: a fold over everything remembered, of whatever source and order. */
export async function understand({ world, tracker, files }: Senses): Promise<Profile> {
  await tracker.ready
  const [config, manifest] = await Promise.all([files.config(), files.manifest()])
  const sensitiveCategories = config?.sensitiveCategories
  return foldProfile(tracker.events(), { now: world.now(), manifest, sensitiveCategories })
}

/**
 * Gathers what a decision about these requests rests on. A file chosen from a profile tells whoever serves it about the
 * shopper, so without leave only the page's own files are fetched.
 *
 * @returns `undefined` when the shop's config cannot be had: then nothing is shown.
 */
export async function think(
  senses: Senses,
  requests: (config: ShopConfig) => readonly RecommendRequest[]
): Promise<Mind | undefined> {
  const { world, tracker, files, passingSeed } = senses
  const [config, manifest, profile] = await Promise.all([
    files.config(),
    files.manifest(),
    understand(senses)
  ])
  if (!config) return undefined
  const context = contextOf(world, tracker)
  const namesFor = mayPersonalise(tracker.consent()) ? filesFor : contextualFilesFor
  const model = manifest && (await files.model(namesFor(requests(config), { profile, context, manifest })))
  return {
    config,
    context,
    profile,
    events: tracker.events(),
    ...(model && { model }),
    seed: tracker.visitor() ?? passingSeed,
    now: world.now()
  }
}

/** Decides what a slot shows, beside the products that stand on the page already. */
export function decideSlot({ placement, request }: Slot, mind: Mind, shownIds: readonly string[]): Decision {
  if (!request) return decide({ ...mind, placement, context: { ...mind.context, shownIds } })
  const { items, resultId } = rank(request, mind, shownIds)
  return { placement, items, resultId, verdicts: [], holdout: false }
}

/** Ranks products for a request by itself, without a campaign. */
export function rank(
  request: RecommendRequest,
  mind: Mind,
  shownIds: readonly string[] = []
): Recommendation {
  const { model, config, context, ...rest } = mind
  if (!model) return { resultId: mind.seed, items: [], fallback: false }
  return recommend(request, { ...rest, model, rules: config.rules ?? [], context: { ...context, shownIds } })
}

/** What a placement's campaigns might ask for. */
export function requestsAt(config: ShopConfig, placement: string): RecommendRequest[] {
  const variants = config.campaigns.filter(one => one.placement === placement).flatMap(one => one.variants)
  return variants.flatMap(({ content }) => content?.products ?? [])
}
