import { type AvailabilityFile, availabilityPath, type EpochMs } from '@vitrine/protocol'
import type { InTurn } from '../openTurns.ts'
import { isOrderable, type StoredItem } from '../store/catalog.ts'
import type { Store } from '../store/store.ts'
import type { Publisher } from './publisher.ts'

/** What a public file is made of, and where it goes. */
export interface PublishParts {
  readonly store: Store
  readonly publish: Publisher
  readonly inTurn: InTurn
  readonly now: () => EpochMs
}

/** Writes what has changed since the model was published. Reading and writing are one turn: the last to read writes last. */
export function publishAvailability(
  { store, publish, inTurn, now }: PublishParts,
  shop: string
): Promise<void> {
  const path = availabilityPath(shop)
  return inTurn(path, async () => {
    const items = availabilityChanges(await store.catalog.all(shop))
    const file: AvailabilityFile = { v: 1, at: now(), items }
    await publish.write(path, JSON.stringify(file))
  })
}

/**
 * Variants that can be ordered now and could not be when the model was published, or the reverse; and products whose
 * last variant went or whose first came back, by their own ids.
 */
function availabilityChanges(items: readonly StoredItem[]): Record<string, boolean> {
  const changes: Record<string, boolean> = {}
  for (const [product, variants] of groupsOf(items.filter(({ published }) => published !== undefined))) {
    for (const variant of variants) if (isChanged(variant)) changes[variant.id] = isOrderable(variant)
    const [before, after] = [variants.some(({ published }) => published), variants.some(isOrderable)]
    if (before !== after) changes[product] = after
    // `false` under a product's id hides all of it: where a variant bears that id, the variant alone cannot say so.
    else if (after && changes[product] === false) delete changes[product]
  }
  return changes
}

function isChanged(item: StoredItem): boolean {
  return isOrderable(item) !== item.published
}

function groupsOf(items: readonly StoredItem[]): ReadonlyMap<string, readonly StoredItem[]> {
  const groups = new Map<string, StoredItem[]>()
  for (const item of items) groups.set(item.product, [...(groups.get(item.product) ?? []), item])
  return groups
}
