/** Draws the next number, at least 0 and less than 1. */
export type Dice = () => number

/**
 * Opens a small deterministic dice: the same seed always throws the same numbers, on every machine.
 *
 * The seed is hashed with 32-bit FNV-1a, and the stream is mulberry32 (Tommy Ettinger, public domain). Good
 * enough to invent stock and pictures; never for secrets.
 *
 * @example
 * const dice = openDice('stock:85123A')
 * dice() // always the same first number for this seed
 */
export function openDice(seed: string): Dice {
  let state = hashText(seed)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Throws the dice for a whole number from `low` to `high`, both included. */
export function throwWhole(dice: Dice, low: number, high: number): number {
  return low + Math.floor(dice() * (high - low + 1))
}

/** Picks one of `choices`. @throws {RangeError} When there is nothing to pick from: a bug in the caller. */
export function pickOne<T>(dice: Dice, choices: readonly T[]): T {
  const chosen = choices[Math.floor(dice() * choices.length)]
  if (chosen === undefined) throw new RangeError('pickOne needs at least one choice')
  return chosen
}

function hashText(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  }
  return hash | 0
}
