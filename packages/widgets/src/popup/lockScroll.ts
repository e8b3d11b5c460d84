let holders = 0
let unlock = (): void => {}

/**
 * Holds the page still behind a dialog, without moving it: where a scrollbar stood, its room stays.
 *
 * @returns Its undo. The page scrolls again when everyone who holds it has let go.
 */
export function lockScroll(): () => void {
  if (holders++ === 0) unlock = lock()
  let isHeld = true
  return () => {
    if (isHeld && --holders === 0) unlock()
    isHeld = false
  }
}

function lock(): () => void {
  const { documentElement: root, body } = document
  // What the body says of overflow is the window's as long as the root says nothing. Said on the wrong one of the two,
  // a body as high as the window would begin to scroll by itself, from its top.
  const says = (element: Element) => getComputedStyle(element).overflow !== 'visible'
  const scroller = !says(root) && says(body) ? body : root
  const hasScrollbar = innerWidth > root.clientWidth
  const { overflow } = scroller.style
  const { scrollbarGutter } = root.style
  scroller.style.overflow = 'hidden'
  if (hasScrollbar) root.style.scrollbarGutter = 'stable'
  return () => {
    scroller.style.overflow = overflow
    root.style.scrollbarGutter = scrollbarGutter
    for (const element of [root, body]) if (!element.getAttribute('style')) element.removeAttribute('style')
  }
}
