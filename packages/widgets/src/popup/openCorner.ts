import { focused } from './focused.ts'

/**
 * Opens a small dialog beside what the shopper does. It takes no focus, and keeps away from what has it (WCAG 2.4.11):
 * it stands at the end of the window, or at its start while something there has the focus (`data-at="start"`).
 *
 * @returns Its undo; had the shopper gone in, the focus goes back to where they came from.
 */
export function openCorner(dialog: HTMLDialogElement): () => void {
  let outside = focused()
  let isInside = false
  // `show()` would take the focus.
  dialog.open = true

  const dodge = () => {
    if (isInside) return
    delete dialog.dataset['at']
    if (outside && isOver(dialog, outside)) dialog.dataset['at'] = 'start'
  }
  const follow = () => {
    const now = focused()
    isInside = !!now && dialog.contains(now)
    if (!isInside) outside = now
    // The browser scrolls to what it gives the focus, and only after it has said so.
    requestAnimationFrame(dodge)
  }
  document.addEventListener('focusin', follow)
  dodge()

  return () => {
    document.removeEventListener('focusin', follow)
    dialog.close()
    if (isInside && outside?.isConnected) outside.focus({ preventScroll: true })
  }
}

function isOver(dialog: Element, other: Element): boolean {
  const [one, two] = [dialog.getBoundingClientRect(), other.getBoundingClientRect()]
  return one.top < two.bottom && two.top < one.bottom && one.left < two.right && two.left < one.right
}
