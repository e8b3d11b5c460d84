import type { Careful } from '../careful.ts'
import type { TrackedWindow } from '../world.ts'

/**
 * Tells of routes where there is no Navigation API (Firefox and Safari up to 2025): `history` is patched, and put back by
 * undo.
 */
export function patchHistory(
  { navigation, history }: TrackedWindow,
  careful: Careful,
  look: () => void
): void {
  if (navigation as EventTarget | undefined) return
  const lookCarefully = careful.guard(look)
  for (const name of ['pushState', 'replaceState'] as const) {
    const theirs = history[name]
    const isOwn = Object.hasOwn(history, name)
    let isOn = true
    const ours: History['pushState'] = function (this: History, ...call) {
      theirs.apply(this, call)
      if (isOn) lookCarefully()
    }
    history[name] = ours
    careful.onUndo(() => {
      isOn = false
      // Somebody patched over us: taking ours out would take theirs out too, so it stays and does nothing.
      if (history[name] !== ours) return
      if (isOwn) history[name] = theirs
      else Reflect.deleteProperty(history, name)
    })
  }
}
