/** Layout rounds to fractions of a pixel: a card that lacks less than a fiftieth is whole. */
const WHOLE = 0.98

/**
 * Follows which cards a row shows wholly, however it is scrolled or sized.
 *
 * @returns Its undo.
 */
export function watchWhole(
  list: Element,
  cards: readonly Element[],
  onChange: (isWhole: readonly boolean[]) => void
): () => void {
  const whole = new Set<Element>()
  const observer = new IntersectionObserver(
    entries => {
      for (const { target, intersectionRatio } of entries)
        whole[intersectionRatio < WHOLE ? 'delete' : 'add'](target)
      onChange(cards.map(card => whole.has(card)))
    },
    { root: list, threshold: WHOLE }
  )
  for (const card of cards) observer.observe(card)
  return () => observer.disconnect()
}
