import type { Card, Profile } from '@vitrine/protocol'

/** Below a fifth of the choices a size is somebody else's: a present. */
const OWN_SHARE = 0.2

/**
 * Tells whether a product can be had in the shopper's own size. True where nothing is known of their size in this
 * kind of product: then nothing is held back.
 */
export function fitsOwnSize({ affinities }: Profile): (card: Card) => boolean {
  const own = affinities.size.filter(({ share }) => share >= OWN_SHARE).map(({ value }) => value)
  return card => {
    const theirs = card.variants?.filter(({ size = '' }) => own.includes(size))
    return !theirs?.length || theirs.some(({ ok }) => ok)
  }
}
