import { LANTERN, MUG, postOrders, putCatalog } from '@vitrine/api/testing/feeds.ts'
import { openTestApi, SHOP, type TestApi } from '@vitrine/api/testing/openTestApi.ts'
import { decide, filesFor, foldProfile, openModel, reasonText } from '@vitrine/engine'
import {
  type Decision,
  itemPath,
  listPath,
  manifestPath,
  parseItemFile,
  parseListFile,
  parseManifest,
  type Result,
  type ShopConfig
} from '@vitrine/protocol'
import { memoryShelf } from '@vitrine/tracker'
import { FakeClock } from '@vitrine/tracker/testing/fakeClock.ts'
import { FakePage } from '@vitrine/tracker/testing/fakePage.ts'
import { type FakeTab, openFakeTab } from '@vitrine/tracker/testing/openFakeTab.ts'
import { expect, test } from 'vitest'

// The whole loop on one page and without a browser: what shoppers do is heard, remembered and told; the shop's server
// learns from it and publishes; another shopper's device decides from what was published and from what it alone knows.

const CANDLE = {
  ...MUG,
  id: '23355',
  title: 'Candle',
  link: '/product/candle',
  product_type: 'Giftware > Lighting'
}
const SCARF = { ...MUG, id: '90001', title: 'Scarf', link: '/product/scarf', product_type: 'Clothing' }

const CONFIG: ShopConfig = {
  v: 1,
  shop: SHOP.id,
  name: 'The Corner Shop',
  currency: 'GBP',
  locale: 'en-GB',
  placements: [{ id: 'product-viewed', pages: ['product'] }],
  campaigns: [
    {
      id: 'alike',
      name: 'Others looked at',
      placement: 'product-viewed',
      audience: { did: 'view_item', atLeast: 1 },
      variants: [
        { id: 'only', weight: 1, content: { widget: 'carousel', products: { strategy: 'also_viewed' } } }
      ]
    }
  ]
}

test('JO-17 what some shoppers do rearranges another’s window, decided on that one’s device', async () => {
  const api = await openTestApi()
  const clock = new FakeClock(api.clock.now)
  await putCatalog(api, [LANTERN, MUG, CANDLE, SCARF])
  await postOrders(api, [order('A1', LANTERN.id), order('A1', CANDLE.id), order('A2', SCARF.id)])
  await api.merchant('PUT', '/v1/shop', { body: JSON.stringify(CONFIG) })

  // Heard, remembered, told: three shoppers look at the lantern and then at the candle.
  for (const _ of [1, 2, 3]) {
    const shopper = openShopper(api, clock)
    for (const id of [LANTERN.id, CANDLE.id]) {
      shopper.tracker.track('view_item', {
        items: [{ item_id: id, item_group_id: id === CANDLE.id ? id : '22138' }]
      })
    }
    await clock.pass(60_000)
    expect(shopper.tracker.outboxState()).toMatchObject({ waiting: 0, dropped: {} })
    shopper.tracker.stop()
  }

  // Learnt and published, the same for everyone.
  api.clock.now = clock.now()
  await api.merchant('POST', '/v1/train')
  await api.worker.runDue()

  // Understood, decided, ranked and reasoned on the device of somebody else, who has only looked at the lantern.
  const visitor = openShopper(api, clock, 'https://corner.example/product/lantern-22138')
  await visitor.tracker.ready
  visitor.tracker.track('view_item', { items: [{ item_id: LANTERN.id, item_group_id: '22138' }] })
  const decision = decideOn(visitor, api, clock.now())
  expect(decision).toMatchObject({ campaign: 'alike', variant: 'only', holdout: false })
  expect(decision.items.map(({ card }) => card.title)).toEqual(['Candle'])
  const [first] = decision.items
  expect(first && reasonText(first.reason, (_key, fallback) => fallback)).toMatch(/red lantern/i)

  // Shown and chosen: an intent is just the next event, and the merchant reads what came of it.
  const ref = { placement: 'product-viewed', campaign: 'alike', variant: 'only', resultId: decision.resultId }
  visitor.tracker.record({ type: 'view_promotion', ref })
  visitor.tracker.record({
    type: 'select_item',
    items: [{ itemId: CANDLE.id }],
    ref: { ...ref, position: 0 }
  })
  await clock.pass(60_000)
  api.clock.now = clock.now()
  const report = await (await api.merchant('GET', '/v1/reports/campaigns')).json()
  expect(JSON.stringify(report)).toMatch(/"campaign":"alike"/)
  expect(report.campaigns[0].variants[0]).toMatchObject({ shown: 1, clicked: 1 })
  visitor.tracker.stop()
  await api.close()
})

function order(invoice: string, item: string) {
  return {
    order_id: invoice,
    line: item === CANDLE.id ? 2 : 1,
    timestamp: 1_772_000_000_000,
    item_id: item,
    quantity: 1,
    price: 2.5
  }
}

/** A shopper with a browser of their own, whose network is the API itself. */
function openShopper(api: TestApi, clock: FakeClock, url = 'https://corner.example/'): FakeTab {
  const fetch = (async (to: string, init?: RequestInit) =>
    api.app.request(new URL(to).pathname, {
      ...init,
      headers: { ...init?.headers, origin: 'https://corner.example' }
    })) as typeof globalThis.fetch
  return openFakeTab({
    clock,
    page: new FakePage(url),
    shop: SHOP.id,
    key: SHOP.key,
    world: { fetch, openShelf: memoryShelf }
  })
}

/** What the front door does for one placement, without a page to show it on. */
function decideOn({ tracker }: FakeTab, { publish: { files } }: TestApi, now: number): Decision {
  const read = <File>(path: string, parse: (json: unknown) => Result<File>): File | undefined => {
    const text = files.get(path)
    const file = text === undefined ? undefined : parse(JSON.parse(text))
    return file?.ok ? file.value : undefined
  }
  const manifest = read(manifestPath(SHOP.id), parseManifest)
  if (!manifest) throw new Error('no model was published')
  const profile = foldProfile(tracker.events(), { now, manifest })
  const context = {
    page: { type: 'product', url: tracker.page().url, itemId: '22138' },
    shownIds: [],
    local: { minutes: 720, weekday: 1 }
  } as const
  const wanted = filesFor([{ strategy: 'also_viewed' }], { profile, context, manifest })
  const { version } = manifest
  const model = openModel({
    manifest,
    items: wanted.items.flatMap(id => read(itemPath(SHOP.id, version, id), parseItemFile) ?? []),
    lists: wanted.lists.flatMap(name => read(listPath(SHOP.id, version, name), parseListFile) ?? [])
  })
  const seed = tracker.visitor() ?? 'nobody'
  return decide({
    placement: 'product-viewed',
    profile,
    context,
    events: tracker.events(),
    config: CONFIG,
    model,
    seed,
    now
  })
}
