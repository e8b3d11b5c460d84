import type { OverlayLimits } from '@vitrine/protocol'
import type { Context } from '../audience/context.ts'

/** Where a shop sets none: few enough that nobody feels chased. */
const LIMITS: OverlayLimits = { perPage: 1, perSession: 2, perDay: 3 }
const NONE = { page: 0, session: 0, day: 0 }

/** Why no overlay may open now; `undefined` when one may. One at a time, inside the budget, and never without consent. */
export function tooManyOverlays(
  { mayOverlay, shownOverlays: shown = NONE }: Pick<Context, 'mayOverlay' | 'shownOverlays'>,
  limits: OverlayLimits = LIMITS
): string | undefined {
  if (!mayOverlay) return 'no consent to overlays'
  if ('isOpen' in shown && shown.isOpen) return 'another overlay is open'
  if (shown.page >= limits.perPage) return `${shown.page} on this page, at most ${limits.perPage}`
  if (shown.session >= limits.perSession)
    return `${shown.session} in this visit, at most ${limits.perSession}`
  if (shown.day >= limits.perDay) return `${shown.day} today, at most ${limits.perDay}`
  return undefined
}
