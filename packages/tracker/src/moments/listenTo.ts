import type { TrackedWindow } from '../world.ts'

type Heard = WindowEventMap & Pick<DocumentEventMap, 'visibilitychange'>

/** Listens to all of a page, passively and before the shop does. */
export type Listen = <Name extends keyof Heard>(heard: (event: Heard[Name]) => void, ...names: Name[]) => void

/** Begins to listen; `undo` ends it all. */
export function listenTo(window: TrackedWindow): { readonly listen: Listen; readonly undo: () => void } {
  const closing = new window.AbortController()
  const how = { capture: true, passive: true, signal: closing.signal }
  return {
    listen(heard, ...names) {
      for (const name of names) window.addEventListener(name, heard as EventListener, how)
    },
    undo: () => closing.abort()
  }
}
