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
  elements: Iterable<Element>,
  onSeen: (elements: readonly Element[]) => void
): () => void {
  const timers = new Set<ReturnType<typeof setTimeout>>()
  const waiting = new Map<Element, object>()

  const wait = (group: readonly Element[], visit: object): void => {
    const timer = setTimeout(() => {
      timers.delete(timer)
      const stayed = group.filter(element => waiting.get(element) === visit)
      if (stayed.length === 0) return
      // The observer is silent when a tab goes to the background: nobody is looking, so wait anew.
      if (document.hidden) wait(stayed, visit)
      else onSeen(stayed)
    }, SEEN_AFTER_MS)
    timers.add(timer)
  }

  const observer = new IntersectionObserver(
    entries => {
      const visit = {}
      const came: Element[] = []
      for (const { target, intersectionRatio } of entries) {
        if (intersectionRatio < SHARE_SEEN) waiting.delete(target)
        else if (!waiting.has(target)) {
          waiting.set(target, visit)
          came.push(target)
        }
      }
      if (came.length > 0) wait(came, visit)
    },
    { threshold: SHARE_SEEN }
  )
  for (const element of elements) observer.observe(element)

  return () => {
    observer.disconnect()
    for (const timer of timers) clearTimeout(timer)
    timers.clear()
    waiting.clear()
  }
}
