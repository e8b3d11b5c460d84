import { itemPath, listPath, type ShopConfig } from '@vitrine/protocol'
import { vi } from 'vitest'
import { startWith } from '../start.ts'
import type { Vitrine } from '../vitrine.ts'
import { browserWorld } from '../world.ts'

export { config } from './config.ts'

const VERSION = 'M1'

/** A product's card as model files have it. */
export function card(id: string, more = {}) {
  return {
    id,
    title: `Product ${id}`,
    link: `#product-${id}`,
    price: 250,
    category: ['Giftware', 'Lighting'],
    availability: 'in_stock',
    ...more
  }
}

/** A row of neighbours, strongest first, with their cards. */
function itemFile(id: string, neighbours: readonly string[]) {
  const row = { ids: neighbours, weights: neighbours.map((_, at) => 255 - at), scale: 0.004 }
  return {
    v: 1,
    card: card(id),
    rows: { viewed: row, bought: row, similar: row },
    cards: neighbours.map(one => card(one))
  }
}

const ALL = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H']

/** A little shop: eight products, of which each is followed by the next four; the best sellers in the order of the alphabet. */
function publicFiles(config: ShopConfig): Record<string, unknown> {
  const list = (name: string, ids: readonly string[]) => ({
    v: 1,
    name,
    scores: ids.map((_, at) => 1 / (at + 1)),
    cards: ids.map(id => card(id))
  })
  return {
    '/stage/config.json': config,
    '/stage/manifest.json': {
      v: 1,
      shop: 'stage',
      version: VERSION,
      publishedAt: 1,
      currency: 'GBP',
      items: ALL.length,
      relations: ['viewed', 'bought', 'similar'],
      scoring: {
        viewed: { steps: 5, recency: 1 },
        bought: { steps: 5, recency: 1 },
        similar: { steps: 5, recency: 1 }
      },
      lists: ['best_sellers', 'trending']
    },
    '/stage/availability.json': { v: 1, at: 1, items: {} },
    ...Object.fromEntries(
      ALL.map((id, at) => [
        itemPath('stage', VERSION, id),
        itemFile(id, [...ALL, ...ALL].slice(at + 1, at + 5))
      ])
    ),
    [listPath('stage', VERSION, 'best_sellers')]: list('best_sellers', ALL),
    [listPath('stage', VERSION, 'trending')]: list('trending', [...ALL].reverse())
  }
}

const WIDGETS = {
  carousel: () => import('../carouselFile.ts'),
  banner: () => import('../bannerFile.ts'),
  restock: () => import('../restockFile.ts'),
  popup: () => import('../popupFile.ts')
}

/** Vitrine on the test's own page, with everything real but the network, which is a record of what was asked for. */
export function openStage(
  shop: ShopConfig,
  consent: 'ask' | 'granted' | 'denied' = 'granted',
  answer: (url: string, body: string) => Response = () => new Response(null, { status: 204 })
) {
  const files = publicFiles(shop)
  const asked: string[] = []
  const posted: string[] = []
  const said: string[] = []
  let ahead = 0
  const fetch = (async (url: string, init?: RequestInit) => {
    if (init?.method === 'POST') {
      posted.push(url)
      return answer(url, String(init.body))
    }
    const path = new URL(url).pathname.replace('/models', '')
    asked.push(path)
    return path in files ? Response.json(files[path]) : new Response(null, { status: 404 })
  }) as typeof globalThis.fetch
  const vitrine = startWith(
    { shop: 'stage', key: 'pk_stage', api: 'https://api.example', consent },
    {
      world: { ...browserWorld(), fetch, warn: line => said.push(line), now: () => Date.now() + ahead },
      loadShow: () => import('../show.ts'),
      loadLater: () => import('@vitrine/tracker/later'),
      loadStructured: () => import('@vitrine/tracker/structured'),
      loadSeldom: () => import('../seldom.ts'),
      async loadOverlays() {
        const part = await import('../openOverlays.ts')
        asked.push('overlays')
        return part
      },
      loadWidget: async name => (await WIDGETS[name]()).define()
    }
  ) as Vitrine
  return {
    vitrine,
    asked,
    posted,
    said,
    /** Lets time go by. */
    skip(ms: number): void {
      ahead += ms
    },
    /** What stands where, once every placement on the page is decided. */
    async decided(count: number) {
      await vi.waitFor(() => {
        if (vitrine.debug().decisions.length < count) throw new Error('not yet')
      })
      return Object.fromEntries(vitrine.debug().decisions.map(({ placement, items }) => [placement, items]))
    },
    async close() {
      await vitrine.forget()
      vitrine.stop()
      document.body.replaceChildren()
    }
  }
}
