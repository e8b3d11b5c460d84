import { brotliCompressSync } from 'node:zlib'
import { trainModel } from '@vitrine/engine/train'
import { share } from '@vitrine/protocol'
import { describe, expect, test } from 'vitest'
import { trainCoPurchase } from './baselines/coPurchase.ts'
import { trainPopularity } from './baselines/pairCounts.ts'
import { evaluateHidden } from './evaluateAgain.ts'
import { type BasketQuality, evaluateBaskets, halve } from './evaluateBaskets.ts'
import { readGiftShop } from './giftShop.ts'
import { bareProducts, publish } from './publishedModel.ts'
import { readGiftBaskets } from './readBaskets.ts'
import { splitByTime } from './splitByTime.ts'

const MONTH_DAYS = 30
const given = readGiftBaskets()
if (!given) console.log('NOT MEASURED giftware baskets: ../shared/data is absent')

function tell(name: string, { recall, hit, baskets }: BasketQuality): void {
  const figures = `recall@20 ${recall.toFixed(4)}, hit ${hit.toFixed(4)}, ${baskets} baskets`
  console.log(`Giftware        ${name.padEnd(34)} ${figures}`)
}

describe.skipIf(!given)('giftware, half of a basket predicts the rest, last month', () => {
  const { past, later } = splitByTime(given ?? [], MONTH_DAYS)
  const known = new Set(past.flatMap(({ items }) => items))
  const halved = halve(later, id => known.has(id))
  const published = publish({ products: bareProducts(past), baskets: past })
  const device = published.recommend('bought')
  const found = evaluateBaskets(device, halved)
  tell('published, pairs of two or more', found)

  test('TR-41 what the device runs reaches the floor and beats raw co-purchase', () => {
    const raw = evaluateBaskets(trainCoPurchase(past, 'count'), halved)
    const shares = evaluateBaskets(trainCoPurchase(past, 'confidence'), halved)
    const popular = evaluateBaskets(trainPopularity(past), halved)
    tell('raw co-purchase', raw)
    tell('co-purchase as shares', shares)
    tell('popularity', popular)
    expect(found.baskets).toBeGreaterThan(1900)
    expect(found.recall).toBeGreaterThanOrEqual(0.29)
    expect(found.recall - raw.recall).toBeGreaterThanOrEqual(0.04)
    expect(found.recall - shares.recall).toBeGreaterThanOrEqual(0.04)
    expect(raw.recall).toBeGreaterThan(popular.recall)
  })

  test('TR-42 the second evaluator agrees on baskets', () => {
    const again = evaluateHidden(device, halved)
    expect(again.baskets).toBe(found.baskets)
    expect(again.recall).toBeCloseTo(found.recall, 12)
    expect(again.hit).toBeCloseTo(found.hit, 12)
  })
})

describe("the demo's own giftware shop", async () => {
  const shop = await readGiftShop(Date.UTC(2026, 10, 21))
  const { past, later } = splitByTime(shop.baskets, MONTH_DAYS)

  test('TR-43 pages of products nobody has bought yet keep most of their recall', () => {
    const isHidden = (id: string) => share(id, 11) < 0.1
    const withoutHidden = past.map(basket => ({ ...basket, items: basket.items.filter(id => !isHidden(id)) }))
    const warmRows = new Set(past.flatMap(({ items }) => items))
    const pages = later.flatMap(({ items }) => {
      const [page] = items.filter(id => isHidden(id) && warmRows.has(id))
      const rest = items.filter(id => !isHidden(id) && warmRows.has(id))
      return page === undefined || rest.length === 0 ? [] : [{ given: [page], hidden: rest }]
    })
    const warm = evaluateBaskets(publish({ ...shop, baskets: past }).recommend('bought'), pages)
    const cold = evaluateBaskets(publish({ ...shop, baskets: withoutHidden }).recommend('bought'), pages)
    tell('page of one product, warm', warm)
    tell(`the same, cold: ${((100 * cold.recall) / warm.recall).toFixed(0)} % of it`, cold)
    expect(pages.length).toBeGreaterThan(500)
    expect(cold.recall).toBeGreaterThanOrEqual(0.8 * warm.recall)
  })

  test('TR-44 a product file is light', () => {
    const { items } = trainModel({
      shop: 'demo',
      currency: 'GBP',
      sessions: [],
      now: Date.UTC(2026, 10, 21),
      ...shop
    })
    const sizes = [...items]
      .filter(({ card }) => share(card.id, 5) < 0.1)
      .map(file => JSON.stringify(file))
      .map(text => ({ raw: text.length, brotli: brotliCompressSync(text).length }))
    const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
    const raw = median(sizes.map(size => size.raw))
    const brotli = median(sizes.map(size => size.brotli))
    console.log(`Giftware        item file, median of ${sizes.length}: ${raw} bytes, ${brotli} brotli`)
    expect(sizes.length).toBeGreaterThan(300)
    expect(brotli).toBeLessThanOrEqual(2500)
  })
})
