import { decide, foldProfile, openModel } from '@vitrine/engine'
import type { ListFile, MerchandisingRule, ShopConfig } from '@vitrine/protocol'
import {
  configPath,
  listPath,
  manifestPath,
  parseListFile,
  parseManifest,
  parseShopConfig
} from '@vitrine/protocol'
import { describe, expect, test } from 'vitest'
import { MUG, postOrders, putCatalog } from '../testing/feeds.ts'
import { DAY_MS, NOON, openTestApi, SHOP, type TestApi } from '../testing/openTestApi.ts'

const GOODS = ['A', 'B', 'C', 'D', 'E'].map(id => ({
  ...{ ...MUG, id, title: `Mug ${id}`, link: `/product/${id}` },
  ...(id === 'E' && { product_type: 'Giftware > Easter' })
}))

/** Sales by which A is first and E last; for variety's sake the model puts E, of another aisle, before D. */
const SALES = GOODS.flatMap(({ id }, place) =>
  Array.from({ length: 10 - place }, (_, order) => ({
    ...{ order_id: `${id}-${order}`, line: 1, timestamp: NOON - DAY_MS, customer_id: `${id}${order}` },
    ...{ item_id: id, quantity: 1, price: 4.25 }
  }))
)

const ALONE = 'ABCED'

const config = (rules: readonly MerchandisingRule[]): ShopConfig => ({
  ...{ v: 1, shop: SHOP.id, name: 'Corner', currency: 'GBP', locale: 'en' },
  placements: [{ id: 'best' }],
  campaigns: [
    {
      ...{ id: 'best', name: 'Best sellers', placement: 'best', audience: { all: [] } },
      variants: [
        {
          ...{ id: 'a', weight: 1 },
          content: { widget: 'carousel', products: { strategy: 'best_sellers', limit: 5 } }
        }
      ]
    }
  ],
  rules: [...rules]
})

async function openTrained(rules: readonly MerchandisingRule[]): Promise<TestApi> {
  const api = await openTestApi()
  await putCatalog(api, GOODS)
  await postOrders(api, SALES)
  await api.merchant('POST', '/v1/train')
  await api.worker.runDue()
  const put = await api.merchant('PUT', '/v1/shop', { body: JSON.stringify(config(rules)) })
  expect(put.status).toBe(200)
  return api
}

/** What a device shows that has nothing but the published files. */
async function shownAt(api: TestApi, now: number): Promise<string> {
  const file = async (path: string): Promise<unknown> => (await api.app.request(`/models${path}`)).json()
  const shop = parseShopConfig(await file(configPath(SHOP.id)))
  const manifest = parseManifest(await file(manifestPath(SHOP.id)))
  if (!shop.ok || !manifest.ok) throw new Error('a published file cannot be read')
  const { version } = manifest.value
  const list = parseListFile(await file(listPath(SHOP.id, version, 'best_sellers')))
  const lists: ListFile[] = list.ok ? [list.value] : []
  const decision = decide({
    ...{ placement: 'best', events: [], seed: 'somebody', now, config: shop.value },
    profile: foldProfile([], { now }),
    context: {
      page: { type: 'home', url: 'https://corner.example/' },
      shownIds: [],
      local: { minutes: 720, weekday: 1 }
    },
    model: openModel({ manifest: manifest.value, items: [], lists })
  })
  return decision.items.map(({ card }) => card.id).join('')
}

const june = { from: NOON + 10 * DAY_MS, until: NOON + 20 * DAY_MS }

describe('merchandising rules, from PUT shop to a device', () => {
  test('OF-30 without one the model alone decides', async () => {
    expect(await shownAt(await openTrained([]), NOON)).toBe(ALONE)
  })

  test.for([
    ['pin', { items: ['D'], position: 0 }, 'DABCE'],
    ['pin', { items: ['D'], position: 1 }, 'ADBCE'],
    ['boost', { items: ['E'] }, 'EABCD'],
    ['boost', { category: 'Easter' }, 'EABCD'],
    ['bury', { items: ['A'] }, 'BCDEA'],
    ['exclude', { items: ['B'] }, 'ACED'],
    ['exclude', { category: 'Easter' }, 'ABCD']
  ] as const)('OF-30 %s of %j wins over the model while its dates are on', async ([verb, what, ruled]) => {
    const { items, ...rest } = { items: undefined, ...what }
    const rule = { id: 'r', do: verb, schedule: june, ...rest, ...(items && { items: [...items] }) }
    const api = await openTrained([rule])
    const seen = [june.from - 1, june.from, june.until - 1, june.until].map(now => shownAt(api, now))
    expect(await Promise.all(seen)).toEqual([ALONE, ruled, ruled, ALONE])
  })

  test('OF-30 a roll-back takes the rule off the device again', async () => {
    const api = await openTrained([])
    const pin: MerchandisingRule = { id: 'r', do: 'pin', items: ['D'], position: 0 }
    await api.merchant('PUT', '/v1/shop', { body: JSON.stringify(config([pin])) })
    expect(await shownAt(api, NOON)).toBe('DABCE')
    const back = await api.merchant('POST', '/v1/shop/rollback', { body: '{"version":2}' })
    expect(back.status).toBe(200)
    expect(await shownAt(api, NOON)).toBe(ALONE)
  })
})
