import type { Senses } from './openSenses.ts'

/** How long a sign of life counts as attention: a look between two movements. */
export const LINGER_MS = 5000
/** Signs of life this far apart are news. */
const PAUSE_MS = 1000
/** A shorter look elsewhere is a slip, or a message glanced at. */
const AWAY_MS = 5000

/** What watching the shopper's attention tells. */
export interface AttentionListener {
  /** They do something again, or the page has gone out of sight or come back. */
  changed(): void
  /** They are back from another tab or app. */
  returned(): void
}

/** Counts the time that the page has the shopper's attention. Coming to it is a sign of life. */
export function watchAttention(
  { window: { document }, now, listen }: Senses,
  { changed, returned }: AttentionListener
): { readonly activeMs: () => number; readonly idleMs: () => number } {
  let lastAt = now()
  let countedMs = 0
  let hiddenAt = 0
  const activeMs = () => countedMs + (hiddenAt ? 0 : Math.min(now() - lastAt, LINGER_MS))
  const live = () => {
    const isNews = now() - lastAt >= PAUSE_MS
    countedMs = activeMs()
    lastAt = now()
    if (isNews) changed()
  }
  // Scrolling is not among them: pages scroll by themselves too.
  listen(live, 'pointermove', 'pointerup', 'touchmove', 'wheel', 'keydown')
  listen(() => {
    countedMs = activeMs()
    if (document.hidden) hiddenAt = now()
    else {
      lastAt = now()
      if (hiddenAt && lastAt - hiddenAt >= AWAY_MS) returned()
      hiddenAt = 0
    }
    changed()
  }, 'visibilitychange')
  return { activeMs, idleMs: () => now() - lastAt }
}
