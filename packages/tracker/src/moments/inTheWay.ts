import type { TrackedWindow } from '../world.ts'

/** Where one types or picks; a frame may hold anything, such as a card number. */
const FIELD = ':read-write,select,iframe'
/** `:is` passes over what an older browser does not know. */
const DIALOG = ':is(dialog[open],:popover-open,[aria-modal=true])'
const SHOWN = { opacityProperty: true, visibilityProperty: true }

/** Says what of the page's own has the shopper now: a dialog that is open, or a field, also inside open shadow roots. */
export function inTheWay({
  document,
  innerWidth,
  innerHeight
}: TrackedWindow): 'dialog' | 'typing' | undefined {
  // Many themes keep their closed dialogs in the page: transparent, or pushed off the screen.
  for (const dialog of document.querySelectorAll(DIALOG)) {
    const { left, right, top, bottom } = dialog.getBoundingClientRect()
    const isOnScreen = right > 0 && bottom > 0 && left < innerWidth && top < innerHeight
    if (isOnScreen && dialog.checkVisibility?.(SHOWN) !== false) return 'dialog'
  }
  let focused: Element | undefined
  for (let element = document.activeElement; element; element = element.shadowRoot?.activeElement ?? null) {
    if (element.closest(DIALOG)) return 'dialog'
    focused = element
  }
  return focused?.matches(FIELD) ? 'typing' : undefined
}
