import type { Services } from '../services.ts'

/** Removes all a device told, and remembers that it is forgotten: what is under way is not kept either. */
export async function forgetVisitor(
  { store, ingest, now }: Services,
  shop: string,
  visitor: string
): Promise<number> {
  // Marked first, so that no batch passes any more; then what passed before is let through and removed with the rest.
  await store.people.markForgotten(shop, visitor, now())
  await ingest.drain()
  return store.events.forget(shop, visitor)
}
