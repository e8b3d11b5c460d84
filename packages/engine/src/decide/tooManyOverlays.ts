import type { OverlayLimits } from '@vitrine/protocol'
import type { Context } from '../audience/context.ts'

/** Where a shop sets none: few enough that nobody feels chased. */
const LIMITS: OverlayLimits = { perPage: 1, perSession: 2, perDay: 3 }

/** Why no overlay may open now, else nothing. One at a time, inside the budget, and never without consent. */
export function tooManyOverlays(
  { mayOverlay, shownOverlays: shown }: Pick<Context, 'mayOverlay' | 'shownOverlays'>,
  { perPage, perSession, perDay } = LIMITS
): string | undefined {
  if (!mayOverlay) return 'no consent to overlays'
  const { page, session, day, isOpen } = shown ?? { page: 0, session: 0, day: 0 }
  if (isOpen) return 'another overlay is open'
  const spans = [
    ['page', page, perPage],
    ['session', session, perSession],
    ['day', day, perDay]
  ] as const
  const full = spans.find(([, times, most]) => times >= most)
  return full && `${full[1]} this ${full[0]}, at most ${full[2]}`
}
