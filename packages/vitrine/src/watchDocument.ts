import type { World } from './world.ts'

/** A page that re-renders does it in bursts: it is looked at so often at most. */
const LOOK_EVERY_MS = 100

/** Calls after elements of the page or their `variant` have changed, while it goes on changing as well. */
export function watchDocument({ window }: World, changed: () => void): () => void {
  let timer: number | undefined
  const observer = new window.MutationObserver(() => {
    timer ??= window.setTimeout(() => {
      timer = undefined
      changed()
    }, LOOK_EVERY_MS)
  })
  observer.observe(window.document, { childList: true, subtree: true, attributeFilter: ['variant'] })
  return () => {
    observer.disconnect()
    window.clearTimeout(timer)
  }
}
