import type { Senses } from './openSenses.ts'

/** A page that is being built changes many times a second; nobody looks that often. */
const LOOK_MS = 300

/** Tells once when any part of such an element is in view, also of one that comes into the page later. */
export function watchElement(
  { window: { document, IntersectionObserver, MutationObserver }, newTimer, onStop }: Senses,
  selector: string,
  onSeen: () => void
): void {
  const again = newTimer()
  let isWaiting = false
  const look = () => {
    isWaiting = false
    for (const element of document.querySelectorAll(selector)) sight.observe(element)
  }
  const stop = () => {
    sight.disconnect()
    changes.disconnect()
    again()
  }
  const sight = new IntersectionObserver(entries => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return
    stop()
    onSeen()
  })
  const changes = new MutationObserver(() => {
    if (!isWaiting) again(look, LOOK_MS)
    isWaiting = true
  })
  onStop(stop)
  try {
    look()
    changes.observe(document, { childList: true, subtree: true })
  } catch {
    // What is no selector names no element.
  }
}
