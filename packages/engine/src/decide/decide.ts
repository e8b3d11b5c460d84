import type { Decision } from '@vitrine/protocol'
import { recommend } from '../recommend/recommend.ts'
import { type DecideInput, decideWith } from './decideWith.ts'

/** Decides what stands in a placement, with the whole engine at hand: {@link decideWith} and `recommend`. */
export function decide(input: DecideInput): Decision {
  return decideWith(recommend, input)
}
