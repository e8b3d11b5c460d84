import type { OverlayLimits } from '@vitrine/protocol'
import type { Context } from '../audience/context.ts'

/** Where a shop sets none: few enough that nobody feels chased. */
const LIMITS: OverlayLimits = { perPage: 1, perSession: 2, perDay: 3 }

/** Why no overlay may open now, else nothing. One at a time, inside the budget, never without consent, and at no bad moment. */
export function tooManyOverlays(
  { mayOverlay, busy, shownOverlays: shown }: Pick<Context, 'mayOverlay' | 'busy' | 'shownOverlays'>,
  { perPage, perSession, perDay } = LIMITS
): string | undefined {
  if (!mayOverlay) return 'consent'
  if (busy) return busy
  if (shown?.isOpen) return 'open'
  const limits = { page: perPage, session: perSession, day: perDay } as const
  for (const span of ['page', 'session', 'day'] as const) {
    const times = shown?.[span] ?? 0
    if (times >= limits[span]) return `${span} ${times}/${limits[span]}`
  }
  return undefined
}
