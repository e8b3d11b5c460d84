import { hash32 } from '@vitrine/protocol'

/** Three independent hashes: 96 bits, so that two models of one shop never share a path. */
const SEEDS = [1, 2, 3]

/** Opens a version name: what is added decides it, part by part and in order. Letters and digits, fit for a path. */
export function openVersion(): { add(part: unknown): void; name(): string } {
  let state = SEEDS.map(() => 0)
  return {
    add(part) {
      const text = JSON.stringify(part)
      state = SEEDS.map((seed, at) => hash32(`${state[at]}${text}`, seed))
    },
    name: () => state.map(hash => hash.toString(36).padStart(7, '0')).join('')
  }
}
