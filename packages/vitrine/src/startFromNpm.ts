import type { StartOptions } from './options.ts'
import { startWith } from './start.ts'
import type { Vitrine } from './vitrine.ts'

/**
 * Starts Vitrine in a storefront app; the app's bundler splits the widgets off. On a server it does nothing.
 *
 * @example
 * const vitrine = start({ shop: 'demo', key: 'pk_demo', api: 'https://api.example' })
 */
export function start(options: StartOptions): Vitrine {
  return startWith(options, {
    async load() {
      const { defineCarousel } = await import('@vitrine/widgets/carousel')
      defineCarousel()
    }
  })
}
