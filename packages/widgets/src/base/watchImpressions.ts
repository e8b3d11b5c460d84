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

  const wait = (group: readonly Element[]): void => {
    const timer = setTimeout(() => {
      const stayed = group.filter(element => timers.get(element) === timer)
      // The observer is silent when a tab goes to the background: nobody is looking, so wait anew.
      if (document.hidden) wait(stayed)
      else if (stayed.length > 0) onSeen(stayed)
    }, SEEN_AFTER_MS)
    for (const element of group) timers.set(element, timer)
  }

  const observer = new IntersectionObserver(
    entries => {
      const came = entries.filter(entry => entry.intersectionRatio >= SHARE_SEEN).map(entry => entry.target)
      for (const { target } of entries) timers.delete(target)
      wait(came)
    },
    { threshold: SHARE_SEEN }
  )
  for (const element of elements) observer.observe(element)

  return () => {
    observer.disconnect()
    for (const timer of timers.values()) clearTimeout(timer)
    timers.clear()
  }
}
