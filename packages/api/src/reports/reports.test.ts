import type { ShopEvent } from '@vitrine/protocol'
import { expect, test } from 'vitest'
import { batchOf, heard } from '../testing/batches.ts'
import { DAY_MS, NOON, openTestApi, RIVAL, SHOP } from '../testing/openTestApi.ts'
import { newcombe, wilson } from './wilson.ts'

const round = (interval: readonly number[]) => interval.map(value => Number(value.toFixed(4)))

test('AP-61 gives Wilson’s intervals as Newcombe (1998) prints them', () => {
  expect(round(wilson(81, 263))).toEqual([0.2553, 0.3662])
  expect(round(wilson(15, 148))).toEqual([0.0624, 0.1605])
  expect(round(wilson(0, 20))).toEqual([0, 0.1611])
  expect(round(wilson(1, 29))).toEqual([0.0061, 0.1718])
  expect(wilson(0, 0)).toEqual([0, 1])
})

test('AP-61 gives the intervals of a difference as Newcombe (1998) prints them', () => {
  expect(round(newcombe({ hits: 56, of: 70 }, { hits: 48, of: 80 }))).toEqual([0.0524, 0.3339])
  expect(round(newcombe({ hits: 9, of: 10 }, { hits: 3, of: 10 }))).toEqual([0.1705, 0.809])
  expect(round(newcombe({ hits: 10, of: 10 }, { hits: 0, of: 20 }))).toEqual([0.6791, 1])
  expect(newcombe({ hits: 1, of: 2 }, { hits: 0, of: 0 })).toEqual([-1, 1])
})

test('AP-60 sets each campaign against its holdout, by visitors and by orders within a week', async () => {
  const api = await openTestApi()
  let seq = 0
  const tell = (visitor: string, ...events: ShopEvent[]) => api.post(batchOf(events, { visitor }))
  const on = (type: ShopEvent['type'], variant: string | undefined, at = NOON) =>
    heard(seq++, { type, ref: { campaign: 'welcome', ...(variant ? { variant } : { holdout: true }) } }, at)
  const order = (transactionId: string, value: number, at: number) =>
    heard(seq++, { type: 'purchase', transactionId, value, currency: 'GBP' }, at)

  api.clock.now = NOON + 20 * DAY_MS
  await tell(
    'visitor-1',
    on('view_promotion', 'a'),
    on('select_promotion', 'a', NOON + 1),
    order('t1', 500, NOON + DAY_MS),
    order('t1', 500, NOON + DAY_MS + 1)
  )
  await tell(
    'visitor-2',
    order('t0', 900, NOON - DAY_MS),
    on('view_promotion', 'a'),
    on('dismiss_promotion', 'a', NOON + 1),
    order('t2', 900, NOON + 8 * DAY_MS)
  )
  await tell(
    'visitor-3',
    on('view_promotion', 'b'),
    on('view_promotion', 'b', NOON + 5),
    on('select_item', 'b', NOON + 6)
  )
  await tell('visitor-4', on('view_promotion', undefined), order('t4', 100, NOON + 2))
  await tell('visitor-5', on('view_promotion', undefined))

  const answer = await api.merchant(
    'GET',
    `/v1/reports/campaigns?from=${NOON - DAY_MS}&until=${NOON + 30 * DAY_MS}`
  )
  const { campaigns } = (await answer.json()) as { campaigns: unknown[] }
  expect(campaigns).toHaveLength(1)
  expect(campaigns[0]).toMatchObject({
    campaign: 'welcome',
    variants: [
      {
        ...{ variant: 'a', shown: 2, clicked: 1, dismissed: 1, visitors: 2, ordered: 1, orders: 1, value: 5 },
        orderRate: { share: 0.5, interval: wilson(1, 2) },
        lift: { share: 0, interval: newcombe({ hits: 1, of: 2 }, { hits: 1, of: 2 }) }
      },
      { variant: 'b', shown: 2, clicked: 1, visitors: 1, ordered: 0, clickRate: { share: 1 } }
    ],
    holdout: { shown: 2, clicked: 0, visitors: 2, ordered: 1, value: 1, orderRate: { share: 0.5 } }
  })

  const rivals = await api.merchant('GET', '/v1/reports/campaigns', { body: '', secret: RIVAL.secret })
  expect(await rivals.json()).toMatchObject({ campaigns: [] })
  const wrong = await api.merchant('GET', '/v1/reports/campaigns?from=monday')
  expect(await wrong.json()).toMatchObject({ code: 'body_invalid', field: 'from' })
})

test('AP-63 counts a decision once as shown, clicked and dismissed, however many events tell of it', async () => {
  const api = await openTestApi()
  let seq = 0
  const over = (type: ShopEvent['type'], resultId: string, rest: ShopEvent['ref'] = {}) =>
    heard(seq++, {
      type,
      ref: { campaign: 'stay', variant: 'a', placement: 'exit', overlay: true, resultId, ...rest }
    })
  const tell = (visitor: string, ...events: ShopEvent[]) => api.post(batchOf(events, { visitor }))

  // One popup: seen on two looks at the list below it, clicked, then a product in it chosen.
  await tell(
    'visitor-1',
    over('view_promotion', 'r1'),
    over('view_item_list', 'r1'),
    over('view_promotion', 'r1'),
    over('select_promotion', 'r1'),
    over('select_item', 'r1')
  )
  // Shown twice on two days, dismissed once, and told of that dismissal twice.
  await tell(
    'visitor-2',
    over('view_promotion', 'r2'),
    over('dismiss_promotion', 'r2'),
    over('dismiss_promotion', 'r2'),
    over('view_promotion', 'r3')
  )
  // Two people may have a result of the same name.
  await tell('visitor-3', over('view_promotion', 'r1'))
  // Clicked before the look was long enough to be told of.
  await tell('visitor-6', over('select_promotion', 'r6'))
  // The holdout's is told beside, once, and whatever variant it would have been.
  const heldOut = { holdout: true }
  await tell('visitor-4', over('view_promotion', 'r4', heldOut), over('view_promotion', 'r4', heldOut))
  await tell('visitor-5', over('view_promotion', 'r5', { ...heldOut, variant: 'b' }))

  const answer = await api.merchant('GET', '/v1/reports/campaigns')
  expect(await answer.json()).toMatchObject({
    campaigns: [
      {
        campaign: 'stay',
        variants: [{ variant: 'a', shown: 5, clicked: 2, dismissed: 1, visitors: 4, ordered: 0 }],
        holdout: { shown: 2, clicked: 0, dismissed: 0, visitors: 2 }
      }
    ]
  })
})

test('AP-62 answers though what was kept is worth more than a number can count', async () => {
  const api = await openTestApi()
  const met = { type: 'view_promotion', ref: { campaign: 'welcome', variant: 'a' } } as const
  const dear = (transactionId: string) =>
    ({ type: 'purchase', transactionId, currency: 'GBP', value: Number.MAX_SAFE_INTEGER }) as const
  // As an older version may have kept them: today such an event is refused.
  const events = [heard(0, met), heard(1, dear('t1')), heard(2, dear('t2')), heard(3, dear('t3'))]
  const whose = { shop: SHOP.id, visitor: 'visitor-1', received: NOON, corrected: NOON }
  await api.store.events.append(events.map(event => ({ ...whose, event })))
  const answer = await api.merchant('GET', '/v1/reports/campaigns')
  expect(answer.status).toBe(200)
  expect(await answer.json()).toMatchObject({
    campaigns: [{ variants: [{ orders: 3, value: Number.MAX_SAFE_INTEGER / 100 }] }]
  })
})
