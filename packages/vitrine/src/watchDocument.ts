import { type Slot, TAGS } from './slots.ts'
import type { World } from './world.ts'

/** A page that re-renders does it in bursts; this long after the last we look again. */
const QUIET_MS = 100

/**
 * Calls when the page has lost one of our elements or gained one that is not a slot yet: after a re-render, or when a
 * part of the page arrived late.
 */
export function watchDocument(world: World, slots: () => readonly Slot[], changed: () => void): () => void {
  const { document, window } = world
  const selector = Object.values(TAGS).join()
  let timer: number | undefined
  let known = 0

  const look = () => {
    const found = document.querySelectorAll(selector)
    const same = found.length === known && slots().every(({ element }) => element.isConnected)
    known = found.length
    if (!same) changed()
  }
  const observer = new window.MutationObserver(() => {
    window.clearTimeout(timer)
    timer = window.setTimeout(look, QUIET_MS)
  })
  observer.observe(document, { childList: true, subtree: true })
  return () => {
    observer.disconnect()
    window.clearTimeout(timer)
  }
}
