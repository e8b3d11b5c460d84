/** Watches how much of some elements can be seen (`IntersectionObserver`). Returns its undo. */
export function watchView(
  elements: readonly Element[],
  options: IntersectionObserverInit,
  onChange: IntersectionObserverCallback
): () => void {
  const observer = new IntersectionObserver(onChange, options)
  for (const element of elements) observer.observe(element)
  return () => observer.disconnect()
}
