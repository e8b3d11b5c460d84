/**
 * Calls once when an element comes into view, or within `marginPx` of it.
 *
 * @returns The undo.
 */
export function whenVisible(element: Element, marginPx: number, call: () => void): () => void {
  const observer = new IntersectionObserver(
    entries => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return
      observer.disconnect()
      call()
    },
    { rootMargin: `${marginPx}px` }
  )
  observer.observe(element)
  return () => observer.disconnect()
}
