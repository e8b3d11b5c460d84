import type { Senses } from './openSenses.ts'

/** What a click does (a page that loads, a basket that slides in) has begun to show by then. */
const CLICKED_MS = 2000

/** Answers whether the shopper clicked or tapped, marked or dragged something just now. */
export function watchPresses({ now, listen }: Senses, onClick: () => void): () => boolean {
  let pressedAt = 0
  const press = () => {
    pressedAt = now()
  }
  // While something is dragged, the pointer tells nothing itself.
  listen(press, 'pointerup', 'drag', 'dragend')
  listen(({ pointerType, buttons }) => {
    if (buttons && pointerType !== 'touch') press()
  }, 'pointermove')
  listen(({ isTrusted }) => {
    // Pages click by themselves too, to turn their carousels.
    if (!isTrusted) return
    press()
    onClick()
  }, 'click')
  return () => now() - pressedAt < CLICKED_MS
}
