import type { Moment } from '@vitrine/protocol'
import type { SensedMoments } from './openMoments.ts'
import { LINGER_MS } from './watchAttention.ts'

/** What a moment goes by. Others are not sensed here, or told as they happen. */
const MEASURES: {
  readonly [When in Moment['when']]?:
    | 'dwellMs'
    | 'activeMs'
    | 'idleMs'
    | 'scrollDepth'
    | 'clicks'
    | 'tabReturn'
} = {
  delay: 'dwellMs',
  activeTime: 'activeMs',
  idle: 'idleMs',
  scrollDepth: 'scrollDepth',
  clicks: 'clicks',
  tabReturn: 'tabReturn'
}

/** What a moment lacks to hold. */
export interface Missing {
  /** None of it, or less, when the moment holds. NaN when it is not sensed. */
  readonly left: number
  /** Whether time alone lessens it. */
  readonly isTimed: boolean
}

/** Says what a moment lacks to hold. */
export function missing({ when, atLeast = 1, selector = '' }: Moment, sensed: SensedMoments): Missing {
  const measure = MEASURES[when]
  const value = when === 'elementVisible' ? sensed.visible.includes(selector) : measure && sensed[measure]
  // Attention stands still once it has lingered, until the next sign of life.
  const isTimed = when === 'activeTime' ? sensed.idleMs < LINGER_MS : !!measure?.endsWith('Ms')
  return { left: atLeast - Number(value), isTimed }
}
