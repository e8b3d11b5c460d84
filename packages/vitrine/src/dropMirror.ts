import { mirrorKey } from '@vitrine/protocol'

/** Takes away what would be painted first on the next page. */
export function dropMirror(window: Window, shop: string): void {
  carefully(() => window.localStorage.removeItem(mirrorKey(shop)))
}

/** Where storage is refused or holds what is not ours, the page shows what its author wrote: nothing else is lost. */
export function carefully<Answer>(work: () => Answer): Answer | undefined {
  try {
    return work()
  } catch {
    return undefined
  }
}
