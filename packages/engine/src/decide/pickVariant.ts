import { type Campaign, share, type Variant } from '@vitrine/protocol'

// Independent hashes, so that who is held out says nothing of who sees which variant.
const HOLDOUT = 1
const VARIANT = 2

/** Whether this visitor is among those who are never shown a campaign. Depends on the two names alone. */
export function isHeldOut(campaign: string, holdout: number, seed: string): boolean {
  return share(`${seed}/${campaign}`, HOLDOUT) < holdout
}

/**
 * The variant a visitor sees of a campaign: the greatest `ln(u) / weight`, `u` being the variant's own share of the
 * visitor. Weighted rendezvous hashing (Thaler & Ravishankar 1998; weights after Schindelhauer & Schomaker 2005): a
 * changed weight moves visitors only to or from that variant, and the order of variants moves nobody.
 *
 * @returns `undefined` when every weight is 0.
 */
export function pickVariant(
  { id, variants }: Pick<Campaign, 'id' | 'variants'>,
  seed: string
): Variant | undefined {
  let best: Variant | undefined
  let most = Number.NEGATIVE_INFINITY
  for (const variant of variants) {
    // Half a step up, because ln 0 is no number to compare. Divided by a weight of 0 it is never the most.
    const own = Math.log(share(`${seed}/${id}/${variant.id}`, VARIANT) + 2 ** -33) / variant.weight
    if (own > most) {
      best = variant
      most = own
    }
  }
  return best
}
