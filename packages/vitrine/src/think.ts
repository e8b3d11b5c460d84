import { type Context, decideWith, foldProfile, type Model, recommend } from '@vitrine/engine'
import {
  type Decision,
  mayPersonalise,
  type Profile,
  type RecommendRequest,
  type ShopConfig,
  type ShopEvent
} from '@vitrine/protocol'
import type { Tracker } from '@vitrine/tracker'
import { contextOf } from './context.ts'
import { modelFor } from './modelFor.ts'
import type { PublicFiles } from './publicFiles.ts'
import type { World } from './world.ts'

/** What thinking needs. */
export interface Senses {
  readonly world: World
  readonly tracker: Tracker
  readonly files: PublicFiles
  /** What is going on in this moment, once somebody watches it. */
  readonly moment: () => Partial<Context>
  /** Draws shares where there is no leave to recognise the shopper: new on every page, so nothing is kept that could tell. */
  readonly passingSeed: string
}

/** Everything a decision rests on, at one moment. */
export interface Mind {
  readonly config: ShopConfig
  readonly context: Context
  readonly profile: Profile
  readonly events: readonly ShopEvent[]
  /** Absent while the shop has published none, or where nothing is to be ranked. */
  readonly model?: Model | undefined
  readonly seed: string
  readonly now: number
  /** Decides what a placement shows, beside the products that stand on the page already. */
  readonly decide: (placement: string, shownIds?: readonly string[]) => Decision
}

/** Several decide in one moment from the same events; in a second nothing fades that they could tell. */
const SAME_MS = 1000
const understood = new WeakMap<
  readonly ShopEvent[],
  { readonly profile: Profile; readonly manifest: unknown; readonly now: number }
>()

/** The profile: a fold over everything remembered, of whatever source and order. */
export async function understand({ world, tracker, files }: Senses): Promise<Profile> {
  const [config, manifest] = await Promise.all([files.config(), files.manifest(), tracker.ready])
  const [events, now] = [tracker.events(), world.now()]
  const known = understood.get(events)
  if (known && known.manifest === manifest && now - known.now < SAME_MS && now >= known.now)
    return known.profile
  const profile = foldProfile(events, { now, manifest, sensitiveCategories: config?.sensitiveCategories })
  understood.set(events, { profile, manifest, now })
  return profile
}

/**
 * Gathers what a decision about these requests rests on.
 *
 * @returns `undefined` when the shop's config cannot be had: then nothing is shown.
 */
export async function think(
  senses: Senses,
  requestsOf: (config: ShopConfig) => readonly RecommendRequest[]
): Promise<Mind | undefined> {
  const { world, tracker, files, passingSeed } = senses
  const [config, manifest, profile] = await Promise.all([
    files.config(),
    files.manifest(),
    understand(senses)
  ])
  if (!config) return undefined
  const requests = requestsOf(config)
  const now = world.now()
  const context = { ...contextOf(world, tracker), ...senses.moment() }
  // A file chosen from a profile tells whoever serves it about the shopper: without leave the page alone has a say.
  const asking = mayPersonalise(tracker.consent()) ? profile : foldProfile([], { now })
  const page = manifest && { profile: asking, context, manifest, rules: config.rules }
  const model = page && requests.length > 0 ? await modelFor(requests, page, files.get) : undefined
  const seed = tracker.visitor() ?? passingSeed
  const mind = { config, context, profile, events: tracker.events(), model, seed, now }
  return {
    ...mind,
    decide: (placement, shownIds = []) =>
      decideWith(recommend, { ...mind, placement, context: { ...context, shownIds } })
  }
}

/** What a placement's campaigns might ask for. */
export function requestsAt(config: ShopConfig, placement: string): RecommendRequest[] {
  const variants = config.campaigns.filter(one => one.placement === placement).flatMap(one => one.variants)
  return variants.flatMap(({ content }) => content.products ?? [])
}
