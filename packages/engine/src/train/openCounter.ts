import { type Evidence, freshnessWeights, openEvidence } from './openEvidence.ts'
import type { RowSettings } from './rowSettings.ts'
import { strongest } from './strongest.ts'
import type { Visits } from './visits.ts'

/** A row before it is published: item numbers strongest first, and their weights. */
export interface RankedRow {
  readonly items: readonly number[]
  readonly weights: readonly number[]
}

/** Evidence added to every denominator, so that a product seen once does not speak as loudly as one seen often. */
const OUT_PRIOR = 3
/** Added to a neighbour's support before it discounts, so that the discount does not favour chance neighbours. */
const SUPPORT_PRIOR = 10

/**
 * Opens the list model over visits: from item number to its row, of what `openEvidence` counts
 * `W[j] = (α·A[j] + (1−α)·C[j]) / ((α·out + (1−α)·outNext)^outPower + 3) · (support[j] + 10)^(−γ)`,
 * times `self` where j is the item itself.
 *
 * Plain counters in place of the inverse of SLIST (Choi et al., WWW 2021); the two kinds of counters are the
 * association and sequential rules of Ludewig & Jannach (UMUAI 2018), the age weight is STAN's (Garg et al., SIGIR 2019).
 */
export function openCounter(visits: Visits, settings: RowSettings): (item: number) => RankedRow {
  const weights = freshnessWeights(visits, settings.freshness)
  const evidenceOf = openEvidence(visits, weights, settings, settings.alpha < 1)
  const rank = openRanking(visits, weights, settings)
  return item => rank(evidenceOf(item))
}

/** Opens the weighing of what was counted: divided, discounted, the strongest first. */
export function openRanking(
  visits: Visits,
  visitWeights: readonly number[],
  { alpha, gamma, outPower, self, rowItems }: RowSettings
): (evidence: Evidence) => RankedRow {
  const discounts = supportDiscounts(visits, visitWeights, gamma)
  // Of the item at hand; what it holds of others is never asked for.
  const weights = new Float64Array(visits.ids.length)
  return ({ item, out, outNext, others, together, next }) => {
    const norm = (alpha * out + (1 - alpha) * outNext) ** outPower + OUT_PRIOR
    for (const [at, other] of others.entries()) {
      const counted = alpha * (together[at] ?? 0) + (1 - alpha) * (next[at] ?? 0)
      weights[other] = (counted / norm) * (discounts[other] ?? 0) * (other === item ? self : 1)
    }
    return strongest(others, other => weights[other] ?? 0, rowItems)
  }
}

function supportDiscounts({ holders }: Visits, weights: readonly number[], gamma: number): readonly number[] {
  return holders.map(visits => {
    const support = visits.reduce((sum, visit) => sum + (weights[visit] ?? 0), SUPPORT_PRIOR)
    return support ** -gamma
  })
}
