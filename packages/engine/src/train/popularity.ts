import type { EpochMs } from '@vitrine/protocol'

/** Something that named products: an order, a visit. */
export interface Occasion {
  readonly items: readonly string[]
  readonly at: EpochMs
}

const DAY_MS = 86_400_000
/** A month: best sellers follow the season, and one busy day does not make one. */
const HALF_LIFE_MS = 30 * DAY_MS
/** A fortnight holds two of each weekday. */
const RECENT_MS = 14 * DAY_MS
/** What the fortnight is compared with: the eight weeks before it. */
const EARLIER_MS = 56 * DAY_MS
/** Occasions granted to both sides of the comparison, so that three after one do not beat ninety after forty. */
const TREND_PRIOR = 10

/** Occasions that named each product, each counting half as much for every month of its age. Later than `now` is ignored. */
export function decayedCounts(occasions: readonly Occasion[], now: EpochMs): ReadonlyMap<string, number> {
  const byTime = occasions.filter(({ at }) => at <= now).sort((a, b) => a.at - b.at)
  const counts = new Map<string, number>()
  for (const { items, at } of byTime) {
    const weight = 0.5 ** ((now - at) / HALF_LIFE_MS)
    for (const id of new Set(items)) counts.set(id, (counts.get(id) ?? 0) + weight)
  }
  return counts
}

/**
 * How much more often each product was named in the last fortnight than the eight weeks before it promise,
 * the shop's own growth taken out: `(recent + 10) / (expected + 10)`, only where above 1.
 *
 * @param sources - Orders and visits apart, because each grows in its own way.
 */
export function trends(sources: readonly (readonly Occasion[])[], now: EpochMs): ReadonlyMap<string, number> {
  const recent = new Map<string, number>()
  const expected = new Map<string, number>()
  for (const occasions of sources) {
    const late = occasions.filter(({ at }) => at <= now && at > now - RECENT_MS)
    const early = occasions.filter(({ at }) => at <= now - RECENT_MS && at > now - RECENT_MS - EARLIER_MS)
    // A source that is younger than a fortnight has nothing to be compared with.
    if (early.length === 0) continue
    addCounts(recent, late, 1)
    addCounts(expected, early, late.length / early.length)
  }
  return new Map(
    [...recent].flatMap(([id, count]): [string, number][] => {
      const lift = (count + TREND_PRIOR) / ((expected.get(id) ?? 0) + TREND_PRIOR)
      return lift > 1 ? [[id, lift]] : []
    })
  )
}

function addCounts(counts: Map<string, number>, occasions: readonly Occasion[], weight: number): void {
  const added = new Map<string, number>()
  for (const { items } of occasions) for (const id of new Set(items)) added.set(id, (added.get(id) ?? 0) + 1)
  for (const [id, count] of added) counts.set(id, (counts.get(id) ?? 0) + count * weight)
}
