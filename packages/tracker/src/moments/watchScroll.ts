import type { Senses } from './openSenses.ts'

/** How far down counts as having read, in screens. */
const READ_SCREENS = 1.5

/** Follows how far down the page the shopper has been. */
export function watchScroll(
  { window, listen }: Senses,
  onDeeper: () => void
): { readonly depth: () => number; readonly hasRead: () => boolean } {
  let screens = 0
  let depth = 0
  listen(() => {
    const { document, scrollY, innerHeight } = window
    screens = Math.max(screens, scrollY / innerHeight)
    const share = scrollY / (document.documentElement.scrollHeight - innerHeight)
    if (share > depth) {
      depth = Math.min(share, 1)
      onDeeper()
    }
  }, 'scroll')
  return { depth: () => depth, hasRead: () => screens >= READ_SCREENS }
}
