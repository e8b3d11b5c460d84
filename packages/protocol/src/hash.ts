/**
 * A 32-bit hash of a text, well mixed: for shares (experiments, holdouts) and derived ids, never for secrets.
 * FNV-1a over UTF-16 units, then the finaliser of MurmurHash3 so that neighbouring texts land far apart.
 *
 * @param seed - Gives independent hashes of one text.
 * @returns An integer from 0 to 2³² − 1, the same on every platform.
 */
export function hash32(text: string, seed = 0): number {
  let hash = 0x811c9dc5 ^ Math.imul(seed, 0x9e3779b1)
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

/** A share from 0 (included) to 1 (excluded) that depends on nothing but the text. */
export function share(text: string, seed = 0): number {
  return hash32(text, seed) / 2 ** 32
}

/** A text's name where two texts must not meet: 64 bits of hash as sixteen hex digits. */
export function hashName(text: string): string {
  return [1, 2].map(seed => hash32(text, seed).toString(16).padStart(8, '0')).join('')
}
