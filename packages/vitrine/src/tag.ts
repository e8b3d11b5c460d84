import { startWith } from './start.ts'
import type { Vitrine } from './vitrine.ts'

declare global {
  interface Window {
    vitrine?: Vitrine | Stub
  }
}

/** What the inline stub leaves on the window until we come: a function that keeps the calls. */
type Stub = ((...call: unknown[]) => void) & { q?: unknown[][] }

/** The widgets' files beside this script, by name; the build fills it in. */
declare const WIDGET_FILES: Readonly<Record<string, string>>

start()

/** Starts from the script tag, once however often it is loaded, and makes the calls the stub has kept. */
function start(): void {
  const stub = window.vitrine
  if (stub && 'version' in stub) return
  // `currentScript` is null in a module, so the tag is found by what only ours has.
  const tag = document.currentScript ?? document.querySelector('script[data-shop]')
  if (!(tag instanceof HTMLScriptElement)) return
  const vitrine = startWith({ ...tag.dataset } as never, {
    async load(widget) {
      const file = new URL(WIDGET_FILES[widget] ?? '', tag.src)
      const { define } = await import(/* @vite-ignore */ file.href)
      define()
    }
  })
  window.vitrine = vitrine
  for (const call of stub?.q ?? []) vitrine(...call)
}
