import { focused } from './focused.ts'
import { lockScroll } from './lockScroll.ts'

/**
 * Opens a dialog that the page waits for: the focus goes in, the page behind it can neither be reached nor scrolled.
 *
 * @returns Its undo; the focus goes back to what had it.
 */
export function openModal(dialog: HTMLDialogElement): () => void {
  const before = focused()
  showModal(dialog)
  const unlock = lockScroll()
  return () => {
    dialog.close()
    unlock()
    if (before?.isConnected) before.focus({ preventScroll: true })
  }
}

/** Shows it, from whatever state: moved about in the page, a dialog stays open and is modal no more. */
export function showModal(dialog: HTMLDialogElement): void {
  dialog.open = false
  dialog.showModal()
  // Words come first here, so that they are heard before anything can be pressed by mistake.
  dialog.querySelector<HTMLElement>('[tabindex]')?.focus({ preventScroll: true })
}
