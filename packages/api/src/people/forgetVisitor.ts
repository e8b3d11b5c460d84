import type { Services } from '../services.ts'

/**
 * Removes all a device told, and remembers that it is forgotten: what is under way is not kept either. A device of which
 * nothing is kept leaves no row, or inventing ids would fill the disk; it is remembered in memory for as long as a first
 * batch may still be on its way.
 */
export async function forgetVisitor(
  { store, ingest, leaving, now }: Services,
  shop: string,
  visitor: string
): Promise<void> {
  // Marked first, so that no batch passes any more; then what passed before is let through and removed with the rest.
  leaving.add(leavingKey(shop, visitor))
  await ingest.drain()
  await store.offers.forget(shop, visitor)
  const isKnown = (await store.events.knows(shop, visitor)) || (await store.people.knows(shop, visitor))
  if (!isKnown) return
  await store.people.markForgotten(shop, visitor, now())
  await store.events.forget(shop, visitor)
}

/** Whether a batch of this device is no longer kept. The answer holds until the caller awaits anything else. */
export async function isForgotten(
  { store, leaving }: Services,
  shop: string,
  visitor: string
): Promise<boolean> {
  const wasForgotten = await store.people.isForgotten(shop, visitor)
  return wasForgotten || leaving.has(leavingKey(shop, visitor))
}

function leavingKey(shop: string, visitor: string): string {
  return `${shop} ${visitor}`
}
