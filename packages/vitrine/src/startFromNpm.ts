import { idle } from './idle.ts'
import type { StartOptions } from './options.ts'
import { startWith } from './start.ts'
import type { Vitrine } from './vitrine.ts'

const WIDGETS = {
  carousel: () => import('./carouselFile.ts'),
  banner: () => import('./bannerFile.ts'),
  restock: () => import('./restockFile.ts'),
  popup: () => import('./popupFile.ts')
}

/**
 * Starts Vitrine in a storefront app; the app's bundler splits off what is not needed at once. On a server, and with
 * options that are not good, it gives a `vitrine` that does nothing.
 *
 * @example
 * const vitrine = start({ shop: 'demo', key: 'pk_demo', api: 'https://api.example' })
 */
export function start(options: StartOptions): Vitrine {
  if (typeof window === 'undefined') return idle()
  const vitrine = startWith(options, {
    loadShow: () => import('./show.ts'),
    loadLater: () => import('@vitrine/tracker/later'),
    loadStructured: () => import('@vitrine/tracker/structured'),
    loadSeldom: () => import('./seldom.ts'),
    loadOverlays: () => import('./openOverlays.ts'),
    loadWidget: async name => (await WIDGETS[name]()).define()
  })
  return vitrine ?? idle()
}
