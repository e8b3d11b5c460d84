import type { Vitrine } from 'vitrine'

/** The page's `vitrine`: the stub that keeps calls, then the function with its methods. */
type OnPage = ((...call: readonly unknown[]) => unknown) & Partial<Vitrine>

declare global {
  interface Window {
    vitrine?: OnPage
  }
}

/** How long to wait for the script before the page says that it is not there. */
const PATIENCE_MS = 8000
const LOOK_EVERY_MS = 50

/** Calls Vitrine by the README's form: at once, or as soon as the script is there. The shop works without it. */
export function callVitrine(...call: readonly unknown[]): void {
  window.vitrine?.(...call)
}

/** Waits for the script. @returns `undefined` when it does not come: blocked, or not built. */
export async function whenVitrine(): Promise<Vitrine | undefined> {
  const until = performance.now() + PATIENCE_MS
  while (performance.now() < until) {
    if (isLoaded(window.vitrine)) return window.vitrine
    await new Promise(resolve => setTimeout(resolve, LOOK_EVERY_MS))
  }
  return undefined
}

function isLoaded(vitrine: OnPage | undefined): vitrine is Vitrine {
  return vitrine !== undefined && 'version' in vitrine
}
