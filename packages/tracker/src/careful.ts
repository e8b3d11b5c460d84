import type { Complain } from './complaint.ts'

/** The listening side of the page. */
export interface Careful {
  /**
   * Makes a function of ours harmless. This is the one place where errors are caught: whatever our code throws while
   * the page runs it is reported and goes no further, because a shop's page never breaks because of us.
   */
  guard<Inputs extends readonly unknown[]>(work: (...inputs: Inputs) => void): (...inputs: Inputs) => void
  /** Listens carefully until `undo()`. */
  listen(target: EventTarget | undefined, type: string, heard: (event: Event) => void): void
  /** Runs `work` carefully after `ms`, unless undone before. */
  later(work: () => void, ms: number): () => void
  /** Remembers how to put something back. */
  onUndo(undo: () => void): void
  /** Puts everything back as it was, last first. */
  undo(): void
}

/** A shop's handler that stops an event does not hide it from us. We never prevent anything. */
const FIRST = { capture: true }

/** A careful listener on a page. */
export function beCareful(
  complain: Complain,
  setTimer: (work: () => void, ms: number) => () => void
): Careful {
  const undos = new Set<() => void>()
  const careful: Careful = {
    guard:
      work =>
      (...inputs) => {
        try {
          work(...inputs)
        } catch (error) {
          complain('VT-08', String(error))
        }
      },
    listen(target, type, heard) {
      const guarded = careful.guard(heard)
      target?.addEventListener(type, guarded, FIRST)
      undos.add(() => target?.removeEventListener(type, guarded, FIRST))
    },
    later(work, ms) {
      const undo = setTimer(() => {
        undos.delete(undo)
        careful.guard(work)()
      }, ms)
      undos.add(undo)
      return undo
    },
    onUndo: undo => void undos.add(undo),
    undo() {
      for (const undo of [...undos].reverse()) careful.guard(undo)()
      undos.clear()
    }
  }
  return careful
}
