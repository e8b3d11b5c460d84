import { foldProfile } from '@vitrine/engine'
import { itemPath, listPath } from '@vitrine/protocol'
import { expect, test } from 'vitest'
import { modelFor } from './modelFor.ts'
import { openPublicFiles } from './publicFiles.ts'

const card = (id: string) => ({
  id,
  title: `Product ${id}`,
  link: `/p/${id}`,
  price: 100,
  category: ['Giftware'],
  availability: 'in_stock'
})
const MANIFEST = {
  v: 1,
  shop: 'demo',
  version: 'M1',
  publishedAt: 1,
  currency: 'GBP',
  items: 2,
  relations: ['viewed'],
  scoring: { viewed: { steps: 5, recency: 1 } },
  lists: ['best_sellers']
}

function shopOf(shop: Readonly<Record<string, unknown>>) {
  const asked: { url: string; init: RequestInit | undefined }[] = []
  const said: string[] = []
  const fetch = (async (url: string, init?: RequestInit) => {
    asked.push({ url, init })
    const path = url.slice('https://models.example'.length)
    if (!(path in shop)) return new Response('', { status: 404 })
    return new Response(typeof shop[path] === 'string' ? shop[path] : JSON.stringify(shop[path]))
  }) as typeof globalThis.fetch
  const files = openPublicFiles({
    shop: 'demo',
    base: 'https://models.example',
    fetch,
    complain: (code, detail) => said.push(`${code} ${detail}`)
  })
  return { files, asked, said }
}

const FILES = {
  '/demo/manifest.json': MANIFEST,
  '/demo/availability.json': { v: 1, at: 2, items: { B: false } },
  [itemPath('demo', 'M1', 'A')]: {
    v: 1,
    card: card('A'),
    rows: { viewed: { ids: ['B'], weights: [255], scale: 0.01 } },
    cards: [card('B')]
  },
  [listPath('demo', 'M1', 'best_sellers')]: { v: 1, name: 'best_sellers', scores: [1], cards: [card('C')] }
}

/** What a page about product A needs for one row of each kind. */
async function modelOf({ files }: ReturnType<typeof shopOf>) {
  const manifest = await files.manifest()
  if (!manifest) return undefined
  const context = {
    page: { type: 'product', url: '/p/A', itemId: 'A' },
    shownIds: [],
    local: { minutes: 0, weekday: 1 }
  } as const
  const requests = [{ strategy: 'also_viewed' }, { strategy: 'best_sellers' }] as const
  return modelFor([...requests], { profile: foldProfile([], { now: 0 }), context, manifest }, files.get)
}

/** What never changes is kept, stock is asked for anew, the rest as its server says. */
function cacheOf(url: string): RequestCache {
  if (url.includes('/M1/')) return 'force-cache'
  return url.endsWith('availability.json') ? 'no-cache' : 'default'
}

test('VI-5 fetches each file once, without cookie or referrer, and keeps versioned ones', async () => {
  const shop = shopOf(FILES)
  const [model] = await Promise.all([modelOf(shop), modelOf(shop)])
  expect([...(model?.cards.keys() ?? [])].sort()).toEqual(['A', 'B', 'C'])
  expect(model?.cards.get('B')?.availability).toBe('out_of_stock')
  expect(shop.asked.map(({ url }) => url).sort()).toEqual(
    Object.keys(FILES)
      .map(path => `https://models.example${path}`)
      .sort()
  )
  for (const { url, init } of shop.asked) {
    expect(init).toMatchObject({ credentials: 'omit', referrerPolicy: 'no-referrer' })
    expect(init?.cache).toBe(cacheOf(url))
  }
})

test('VI-5, VI-2 a file that is missing or unreadable leaves the rest, and is reported', async () => {
  const shop = shopOf({ ...FILES, [itemPath('demo', 'M1', 'A')]: '<html>' })
  const model = await modelOf(shop)
  expect([...(model?.cards.keys() ?? [])]).toEqual(['C'])
  expect(shop.said.some(line => line.startsWith('VT-03'))).toBe(true)
})

test('VI-5 without a manifest there is no model, and no config is no config', async () => {
  const shop = shopOf({ '/demo/manifest.json': { ...MANIFEST, v: 2 } })
  expect(await modelOf(shop)).toBeUndefined()
  expect(await shop.files.config()).toBeUndefined()
})
