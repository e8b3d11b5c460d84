import type { MomentParts } from './openMoments.ts'

type Heard = WindowEventMap & Pick<DocumentEventMap, 'visibilitychange'>

/** Listens to the whole page, passively and before the shop does. */
export type Listen = <Name extends keyof Heard>(heard: (event: Heard[Name]) => void, ...names: Name[]) => void

/** A timer for one thing: what it was set to before is undone. Without `work` it is only undone. */
export type Timer = (work?: () => void, ms?: number) => void

/** What all that senses goes by, and what ends with it. */
export interface Senses extends MomentParts {
  readonly listen: Listen
  readonly newTimer: () => Timer
  readonly onStop: (undo: () => void) => void
  /** Ends all of it. */
  readonly stop: () => void
}

/** Opens what can be stopped as one. */
export function openSenses(parts: MomentParts): Senses {
  const { window, setTimer } = parts
  const closing = new window.AbortController()
  const { signal } = closing
  const onStop = (undo: () => void) => signal.addEventListener('abort', undo)
  return {
    ...parts,
    listen(heard, ...names) {
      for (const name of names)
        window.addEventListener(name, heard as EventListener, { capture: true, passive: true, signal })
    },
    newTimer() {
      let undo = () => {}
      onStop(() => undo())
      return (work, ms = 0) => {
        undo()
        if (work) undo = setTimer(work, ms)
      }
    },
    onStop,
    stop: () => closing.abort()
  }
}
