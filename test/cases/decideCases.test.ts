import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { ShopConfig } from '@vitrine/protocol'
import { expect, test } from 'vitest'
import { type CaseShop, type DecideCase, playDecideCase } from './decideCase.ts'

const folder = fileURLToPath(new URL('.', import.meta.url))
const read = (path: string): unknown => JSON.parse(readFileSync(folder + path, 'utf8'))
const shop = read('shop.json') as CaseShop
const cases = readdirSync(`${folder}decide`)
  .sort()
  .map(file => ({ file, played: read(`decide/${file}`) as DecideCase }))

test.each(cases)('DC-12 $file: $played.name', ({ played }) => {
  expect(playDecideCase(shop, played)).toEqual(played.expected)
})

test('DC-12 the cases cover every strategy and every gate that can keep a campaign out', () => {
  const campaigns = cases.flatMap(({ played }): ShopConfig['campaigns'] => played.config.campaigns)
  const asked = campaigns.flatMap(({ variants }) =>
    variants.flatMap(({ content }) => [content.products?.strategy ?? []].flat())
  )
  expect([...new Set(asked)].sort()).toEqual(
    [
      ...['also_viewed', 'best_sellers', 'bought_together', 'buy_again', 'for_you', 'new_arrivals'],
      ...['recently_viewed', 'similar', 'trending']
    ].sort()
  )
  const gates = cases.flatMap(({ played }) =>
    Object.values(played.expected.kept).map(why => why.split(':')[0])
  )
  expect([...new Set(gates)].sort()).toEqual([
    'audience',
    'frequency',
    'holdout',
    'items',
    'overlay',
    'placement',
    'priority',
    'schedule',
    'status',
    'trigger',
    'variant'
  ])
})
