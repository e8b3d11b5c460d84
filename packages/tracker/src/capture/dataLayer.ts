import type { Careful } from '../careful.ts'
import type { TrackedWindow } from '../world.ts'

/** What was heard in the shop's `dataLayer`. */
export interface DataLayerEars {
  /** A GA4 event, in either of its two forms. */
  onEvent(name: string, payload: Readonly<Record<string, unknown>>): void
  /** A gtag command that is no event: `consent`, `set`, `config`. */
  onCommand(command: readonly unknown[]): void
}

type Push = (...entries: unknown[]) => unknown

/**
 * Listens to `window.dataLayer`: what is in it, and what will be pushed. The shop's push runs first and its answer is
 * handed on, whatever becomes of us. We do not make a `dataLayer`: a shop that has none yet is looked at again.
 *
 * @returns Looks whether the shop has made or replaced its `dataLayer`.
 */
export function hearDataLayer(window: TrackedWindow, careful: Careful, ears: DataLayerEars): () => void {
  let layer: unknown[] | undefined
  let unhook = () => {}
  const hear = careful.guard((entry: unknown) => hearEntry(entry, ears))

  const look = () => {
    const there = window.dataLayer
    if (there === layer || !Array.isArray(there)) return
    unhook()
    layer = there
    unhook = hook(there, hear)
    for (const entry of [...there]) hear(entry)
  }
  careful.onUndo(() => unhook())
  return look
}

function hook(layer: unknown[], hear: (entry: unknown) => void): () => void {
  const theirs: Push = layer.push
  const isOwn = Object.hasOwn(layer, 'push')
  let isOn = true
  const ours: Push = function (this: unknown, ...entries) {
    const answer = theirs.apply(this ?? layer, entries)
    if (isOn) entries.forEach(hear)
    return answer
  }
  layer.push = ours as typeof layer.push
  return () => {
    isOn = false
    // A tag manager that wrapped us keeps a wrapper that only passes on; taking it out would take theirs.
    if (layer.push !== ours) return
    if (isOwn) layer.push = theirs as typeof layer.push
    else Reflect.deleteProperty(layer, 'push')
  }
}

function hearEntry(entry: unknown, ears: DataLayerEars) {
  if (!isObject(entry)) return
  // gtag() pushes its arguments object: `{0: 'event', 1: name, 2: payload}` with a length.
  if (typeof entry['length'] === 'number') {
    const command = Array.from(entry as unknown as ArrayLike<unknown>)
    const [word, name, payload] = command
    if (word !== 'event') ears.onCommand(command)
    else if (typeof name === 'string') ears.onEvent(name, isObject(payload) ? payload : {})
    return
  }
  const { event, ecommerce, ...flat } = entry
  if (typeof event === 'string') ears.onEvent(event, isObject(ecommerce) ? ecommerce : flat)
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
