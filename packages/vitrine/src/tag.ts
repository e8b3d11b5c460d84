import type { StartOptions } from './options.ts'
import { startWith } from './start.ts'
import type { Vitrine } from './vitrine.ts'

/** What the inline stub leaves on the window until we come: a function that keeps the calls, each with its time `t`. */
type Stub = ((...call: unknown[]) => void) & { q?: (unknown[] & { t?: number })[] }

declare global {
  interface Window {
    vitrine?: Vitrine | Stub
  }
  /** The folder beside this script that holds its further files; the build fills it in. */
  const VITRINE_PARTS: string
  /** What this script lends to those files, so that none brings it again; the build fills it in. */
  const VITRINE_LENT: readonly unknown[]
}

startOnce(window.vitrine)

/** Starts from the script tag, once however often it is loaded, and makes the calls the stub has kept. */
function startOnce(stub: Vitrine | Stub | undefined): void {
  if (stub && 'version' in stub) return
  // Not by `currentScript`, which is null in a module, but by what only ours has.
  const tag = document.querySelector<HTMLScriptElement>('script[data-shop]')
  if (!tag) return
  const fetched = (name: string) =>
    import(/* @vite-ignore */ new URL(`${VITRINE_PARTS}${name}.js`, tag.src).href)
  // One list for all of them: a part lends on to those after it.
  const lent = VITRINE_LENT
  const load = async (name: string) => (await fetched(name)).default(lent)
  // The attributes are read as strangers' words, whatever their type says.
  const vitrine = startWith({ ...tag.dataset } as unknown as StartOptions, {
    loadShow: () => load('show'),
    loadLater: () => load('later'),
    loadStructured: () => load('structured'),
    loadSeldom: () => load('seldom'),
    loadOverlays: () => load('overlays'),
    async loadWidget(name) {
      // What all widgets draw with is asked for beside the widget, so that one does not wait for the other.
      const [file] = await Promise.all([fetched(name), fetched('widget')])
      file.define()
    }
  })
  // Wrong options leave the stub, which goes on keeping calls and harms nobody.
  if (!vitrine) return
  window.vitrine = vitrine
  for (const call of stub?.q ?? []) {
    // What was told before we came happened when it was told.
    if (call[0] === 'track' && call.t) call[3] = call.t
    vitrine(...call)
  }
}
