import type { EpochMs } from '@vitrine/protocol'

// A touch screen has no cursor that leaves. What is left are weak signs, each with an everyday reason of its own, so
// that no one of them is ever enough: two are.
//
// | sign     | weight | counts                                    | could also be       |
// |----------|--------|-------------------------------------------|---------------------|
// | flung    | 40     | for 30 s, after two fast strokes upwards  | the way to the menu |
// | returned | 40     | for 60 s, after 5 s in another tab or app | a message answered  |
// | still    | 35     | once nothing was done for 15 s            | reading             |
const FLUNG = 40
const RETURNED = 40
const STILL = 35
/** From here on it is an exit: more than any sign weighs, less than any two. */
export const ENOUGH = 70

const FLUNG_MS = 30_000
const RETURNED_MS = 60_000
export const STILL_MS = 15_000

/** When signs of leaving were last seen on a touch screen; 0: not at all. */
export interface TouchSigns {
  readonly flungAt: EpochMs
  readonly returnedAt: EpochMs
  /** Since the shopper last did something. */
  readonly idleMs: number
}

/** Adds up what speaks for leaving. */
export function touchScore({ flungAt, returnedAt, idleMs }: TouchSigns, now: EpochMs): number {
  return (
    (now - flungAt < FLUNG_MS ? FLUNG : 0) +
    (now - returnedAt < RETURNED_MS ? RETURNED : 0) +
    (idleMs < STILL_MS ? 0 : STILL)
  )
}
