import { watchView } from './watchView.ts'

/** Half of it for a second: what the Media Rating Council and IAB call a viewable display impression. */
const SHARE_SEEN = 0.5
const SEEN_AFTER_MS = 1000

/**
 * Tells which elements were seen: at least half of each in view for a second on end, in a visible page.
 *
 * @param onSeen - Gets the elements that came into view together. The same element may be reported again later.
 * @returns Its undo: closes the observer and every timer.
 */
export function watchImpressions(
  elements: readonly Element[],
  onSeen: (elements: readonly Element[]) => void
): () => void {
  const timers = new Map<Element, ReturnType<typeof setTimeout>>()

  const forget = watchView(elements, { threshold: SHARE_SEEN }, entries => {
    const timer = setTimeout(() => {
      // The observer is silent when a tab goes to the background, and then nobody was looking.
      if (!document.hidden) onSeen(elements.filter(element => timers.get(element) === timer))
    }, SEEN_AFTER_MS)
    for (const { target, intersectionRatio } of entries) {
      timers.delete(target)
      if (intersectionRatio >= SHARE_SEEN) timers.set(target, timer)
    }
  })

  return () => {
    forget()
    for (const timer of timers.values()) clearTimeout(timer)
    timers.clear()
  }
}
