import { idle } from './idle.ts'
import type { StartOptions } from './options.ts'
import { startWith } from './start.ts'
import type { Vitrine } from './vitrine.ts'

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
    async loadWidget() {
      const { defineCarousel } = await import('@vitrine/widgets/carousel')
      defineCarousel()
    }
  })
  return vitrine ?? idle()
}
