import { watchView } from './watchView.ts'

/** Half of it for a second: what the Media Rating Council and IAB call a viewable display impression. */
const SHARE_SEEN = 0.5
const SEEN_AFTER_MS = 1000

/**
 * Tells which elements were seen: at least half of each in view for a second on end, in a visible page.
 *
 * @param onSeen - Gets the elements that came into view together. The same element may be reported again later.
 * @returns Its undo: nothing is told from then on.
 */
export function watchImpressions(
  elements: readonly Element[],
  onSeen: (elements: readonly Element[]) => void
): () => void {
  /** What brought each into view last, if it still is. */
  const broughtBy = new Map<Element, unknown>()

  const forget = watchView(elements, { threshold: SHARE_SEEN }, entries => {
    for (const { target, intersectionRatio } of entries)
      broughtBy.set(target, intersectionRatio >= SHARE_SEEN && entries)
    setTimeout(() => {
      const seen = elements.filter(element => broughtBy.get(element) === entries)
      // The observer is silent when a tab goes to the background, and then nobody was looking.
      if (seen[0] && !document.hidden) onSeen(seen)
    }, SEEN_AFTER_MS)
  })

  return () => {
    forget()
    // What is still to come finds nothing.
    broughtBy.clear()
  }
}
