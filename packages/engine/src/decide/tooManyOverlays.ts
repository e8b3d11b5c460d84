import type { OverlayLimits } from '@vitrine/protocol'
import type { Context } from '../audience/context.ts'

/** Where a shop sets none: few enough that nobody feels chased. */
const LIMITS: OverlayLimits = { perPage: 1, perSession: 2, perDay: 3 }
const NONE: NonNullable<Context['shownOverlays']> = { page: 0, session: 0, day: 0 }

/** Why no overlay may open now; `undefined` when one may. One at a time, inside the budget, and never without consent. */
export function tooManyOverlays(
  { mayOverlay, shownOverlays: shown = NONE }: Pick<Context, 'mayOverlay' | 'shownOverlays'>,
  limits: OverlayLimits = LIMITS
): string | undefined {
  if (!mayOverlay) return 'no consent to overlays'
  if (shown.isOpen) return 'another overlay is open'
  const spans = [
    ['page', limits.perPage],
    ['session', limits.perSession],
    ['day', limits.perDay]
  ] as const
  for (const [span, most] of spans)
    if (shown[span] >= most) return `${shown[span]} this ${span}, at most ${most}`
  return undefined
}
