import type { MomentParts } from './openMoments.ts'

/** A page that is being built changes many times a second; nobody looks that often. */
const LOOK_MS = 300

/** Tells once when any part of such an element is in view, also of one that comes into the page later. */
export function watchElement(
  { window, setTimer }: Pick<MomentParts, 'window' | 'setTimer'>,
  selector: string,
  onSeen: () => void
): () => void {
  const { document, IntersectionObserver, MutationObserver } = window
  let undoLook: (() => void) | undefined
  const sight = new IntersectionObserver(entries => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return
    stop()
    onSeen()
  })
  const look = () => {
    undoLook = undefined
    for (const element of document.querySelectorAll(selector)) sight.observe(element)
  }
  const changes = new MutationObserver(() => {
    undoLook ??= setTimer(look, LOOK_MS)
  })
  const stop = () => {
    sight.disconnect()
    changes.disconnect()
    undoLook?.()
  }
  try {
    look()
    changes.observe(document, { childList: true, subtree: true })
  } catch {
    // What is no selector names no element.
  }
  return stop
}
