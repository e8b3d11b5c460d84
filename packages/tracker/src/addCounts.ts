/** Counts by reason. */
export type Counts = Readonly<Record<string, number>>

/** Adds counts to counts. */
export function addCounts(some: Counts = {}, more: Counts = {}): Record<string, number> {
  const all = { ...some }
  for (const [reason, count] of Object.entries(more)) all[reason] = (all[reason] ?? 0) + count
  return all
}
