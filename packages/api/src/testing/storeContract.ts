import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { CatalogItem } from '../store/catalog.ts'
import type { StoredEvent } from '../store/events.ts'
import type { StoredLine } from '../store/orders.ts'
import type { Store } from '../store/store.ts'
import { heard, look, TAB } from './batches.ts'
import { NOON } from './openTestApi.ts'
import { keepsPlaces, keepsStockAndClaimsTogether } from './waitlistContract.ts'

/** A store to be tested, and how to be rid of it. */
export interface OpenedStore {
  readonly store: Store
  close(): Promise<void>
}

const told = (event: StoredEvent['event'], rest: Partial<StoredEvent> = {}): StoredEvent => ({
  ...{ shop: 'corner', event, tab: TAB, received: NOON, corrected: event.at },
  ...rest
})

const line = (number: number, rest: Partial<StoredLine> = {}): StoredLine => ({
  ...{ id: `id-${number}`, orderId: '1', line: number, at: NOON, item: 'A', quantity: 2, price: 150 },
  ...{ refund: false, source: 'import' },
  ...rest
})

const item = (id: string, rest: Partial<CatalogItem> = {}): CatalogItem => ({
  ...{ id, product: id, title: id, link: `/${id}`, category: ['Shop'], price: 100, availability: 'in_stock' },
  ...rest
})

/** What every `Store` must do, whatever engine is below. */
export function storeContract(name: string, open: () => Promise<OpenedStore>): void {
  describe(`Store contract: ${name}`, () => {
    let opened: OpenedStore
    beforeEach(async () => {
      opened = await open()
    })
    afterEach(() => opened.close())
    for (const contract of [keepsEvents, keepsOrders, keepsCatalog, keepsJobs, keepsTheRest, keepsOffers])
      contract(() => opened.store)
    for (const contract of [keepsStockAndClaimsTogether, keepsPlaces]) contract(() => opened.store)
  })
}

type Get = () => Store

function keepsEvents(get: Get): void {
  test('AP-80 events: keeps each once per shop and gives it back as it was', async () => {
    const store = get()
    const rich = heard(1, {
      type: 'purchase',
      heard: { adapter: 'json-ld', confidence: 0.9 },
      page: { url: 'https://corner.example/', type: 'home' },
      items: [{ itemId: 'A-1', itemGroupId: 'A', price: 5, quantity: 2, category: ['x', 'y'] }],
      ...{ currency: 'GBP', value: 10, transactionId: 't' },
      ref: { campaign: 'c', holdout: true },
      data: { odd: true }
    })
    const events = [told(look(0, 'B'), { visitor: 'v' }), told(rich, { visitor: 'v' })]
    expect(await store.events.append(events)).toBe(2)
    expect(await store.events.append([...events, told(look(2, 'C'))])).toBe(1)
    expect(await store.events.append([told(look(0, 'B'), { shop: 'rival' })])).toBe(1)
    expect(await store.events.ofVisitor('corner', 'v')).toEqual([look(0, 'B'), rich])
    expect(await store.events.purchases('corner', 0)).toEqual([events[1]])
    expect(await store.events.purchases('corner', NOON + 1)).toEqual([])
    expect(await store.events.forget('corner', 'v')).toBe(2)
    expect([await store.events.count('corner'), await store.events.count('rival')]).toEqual([1, 1])
  })

  test('AP-80 events: gives views by who looked, then when, by the product', async () => {
    const store = get()
    const variant = heard(1, { items: [{ itemId: 'A-1', itemGroupId: 'A' }] }, NOON + 5)
    await store.events.append([
      told(look(2, 'B', NOON + 9), { visitor: 'v' }),
      told(variant),
      told(look(0, 'C'), { visitor: 'v' }),
      told(heard(3, { type: 'search' }))
    ])
    expect(await store.events.views('corner', 0)).toEqual([
      { who: TAB, at: NOON + 5, item: 'A' },
      { who: 'v', at: NOON, item: 'C' },
      { who: 'v', at: NOON + 9, item: 'B' }
    ])
    expect(await store.events.views('corner', NOON + 6)).toHaveLength(1)
  })
}

function keepsOrders(get: Get): void {
  test('AP-80 orders: keeps each line once and sums purchases and refunds apart', async () => {
    const store = get()
    const lines = [line(1), line(2), line(3, { refund: true, quantity: 1 })]
    expect(await store.orders.append('corner', lines, NOON)).toBe(3)
    expect(await store.orders.append('corner', [...lines, line(4)], NOON)).toBe(1)
    expect(await store.orders.totals('corner')).toEqual({
      purchases: { lines: 3, quantity: 6, value: 900 },
      refunds: { lines: 1, quantity: 1, value: 150 }
    })
    expect((await store.orders.totals('rival')).purchases.lines).toBe(0)
    expect(await store.orders.baskets('corner', NOON + 1)).toEqual([])
    expect((await store.orders.baskets('corner', 0))[0]).toEqual({
      ...{ orderId: '1', at: NOON, item: 'A', quantity: 2, price: 150, refund: false }
    })
  })

  test('AP-80 orders: pages a customer’s orders without cutting one', async () => {
    const store = get()
    const mine = { customer: '7', country: 'UK' }
    const lines = [
      line(1, mine),
      line(2, mine),
      line(3, { ...mine, orderId: '2' }),
      line(4, { orderId: '3' })
    ]
    await store.orders.append('corner', lines, NOON)
    const query = { shop: 'corner', customer: '7', since: 0, limit: 1 }
    expect(await store.orders.ofCustomer(query)).toEqual({ lines: lines.slice(0, 2), next: '1' })
    expect(await store.orders.ofCustomer({ ...query, after: '1' })).toEqual({ lines: lines.slice(2, 3) })
    expect(await store.orders.ofCustomer({ ...query, since: NOON + 1 })).toEqual({ lines: [] })
    expect(await store.orders.forget('corner', '7')).toBe(3)
    expect(await store.orders.ofCustomer(query)).toEqual({ lines: [] })
  })
}

function keepsCatalog(get: Get): void {
  test('AP-80 catalogue: knows what a new feed changed, what stayed and what is gone', async () => {
    const store = get()
    const first = await store.catalog.begin('corner')
    await store.catalog.put('corner', first, [item('A'), item('B'), item('C')], NOON)
    expect(await store.catalog.end('corner', first)).toEqual({ unchanged: 0, gone: 0 })
    const second = await store.catalog.begin('corner')
    await store.catalog.put('corner', second, [item('A'), item('B', { price: 90 })], NOON + 1)
    expect(await store.catalog.end('corner', second)).toEqual({ unchanged: 1, gone: 1 })
    const all = await store.catalog.all('corner')
    expect(all.map(({ id, price, gone, firstSeen }) => [id, price, gone, firstSeen])).toEqual([
      ['A', 100, false, NOON],
      ['B', 90, false, NOON],
      ['C', 100, true, NOON]
    ])
    const third = await store.catalog.begin('corner')
    await store.catalog.put('corner', third, [item('C')], NOON + 2)
    expect(await store.catalog.end('corner', third)).toEqual({ unchanged: 0, gone: 2 })
    expect([...(await store.catalog.byIds('corner', ['C', 'C', 'nothing'])).keys()]).toEqual(['C'])
    expect(await store.catalog.all('rival')).toEqual([])
  })

  test('AP-80 catalogue: keeps stock, and what was published', async () => {
    const store = get()
    await store.catalog.put('corner', 1, [item('A', { quantity: 3 }), item('B')], NOON)
    const change = { id: 'A', availability: 'out_of_stock', quantity: 0 } as const
    expect(await store.catalog.setStock('corner', [change, { ...change, id: 'nothing' }], NOON)).toBe(1)
    await store.catalog.markPublished('corner', [{ id: 'A', ok: false }])
    const [a, b] = await store.catalog.all('corner')
    expect([a?.availability, a?.quantity, a?.published, b?.published]).toEqual([
      'out_of_stock',
      0,
      false,
      undefined
    ])
  })
}

function keepsJobs(get: Get): void {
  test('AP-80 jobs: one claims a job, and its heir when the lease is over', async () => {
    const store = get()
    const take = (now: number) => store.jobs.claim({ kinds: ['train'], now, leaseMs: 100, limit: 5 })
    const job = { shop: 'corner', id: 'train-1', kind: 'train', runAt: NOON }
    await store.jobs.add(job, NOON)
    await store.jobs.add({ ...job, runAt: NOON + 9 }, NOON)
    expect((await store.jobs.waiting('corner', 'train'))?.runAt).toBe(NOON)
    expect(await take(NOON - 1)).toEqual([])
    const [claimed] = await take(NOON)
    expect(claimed).toMatchObject({ id: 'train-1', state: 'running', tries: 1 })
    expect(await store.jobs.waiting('corner', 'train')).toBeUndefined()
    expect(await take(NOON + 100)).toEqual([])
    const [heir] = await take(NOON + 101)
    expect(heir).toMatchObject({ tries: 2 })
    if (!heir) throw new Error('nobody inherited')
    await store.jobs.fail(heir, NOON + 110, 'no', NOON + 200)
    expect(await take(NOON + 199)).toEqual([])
    const [last] = await take(NOON + 200)
    await store.jobs.finish(last ?? heir, NOON + 210, { version: 'x' })
    expect(await store.jobs.find('corner', 'train-1')).toMatchObject({
      ...{ state: 'done', ended: NOON + 210, result: { version: 'x' } }
    })
    expect(await store.jobs.find('rival', 'train-1')).toBeUndefined()
  })
}

function keepsTheRest(get: Get): void {
  test('AP-80 people, imports and publications: are kept by shop', async () => {
    const store = get()
    await store.people.link('corner', '7', 'v', 1)
    await store.people.link('corner', '7', 'v', 2)
    await store.people.link('corner', '7', 'w', 3)
    await store.people.markForgotten('corner', 'v', 4)
    expect(await store.people.visitorsOf('corner', '7')).toEqual(['w'])
    expect(await store.people.isForgotten('corner', 'v')).toBe(true)
    expect(await store.people.isForgotten('rival', 'v')).toBe(false)
    const report = { lines: 1, accepted: 1, known: 0, refused: 0, reasons: {}, examples: [] }
    const run = { id: 'i', kind: 'orders', started: NOON, report } as const
    await store.imports.save('corner', run)
    await store.imports.save('corner', { ...run, ended: NOON + 1 })
    expect(await store.imports.recent('corner')).toEqual([{ ...run, ended: NOON + 1 }])
    await store.publications.add('corner', { version: 'a', at: 1 })
    await store.publications.add('corner', { version: 'b', at: 2 })
    await store.publications.add('corner', { version: 'a', at: 3 })
    expect((await store.publications.recent('corner', 5)).map(({ version }) => version)).toEqual(['a', 'b'])
    expect(await store.publications.recent('rival', 5)).toEqual([])
  })
}

function keepsOffers(get: Get): void {
  const terms = {
    campaign: 'stay',
    kind: 'amount',
    value: 500,
    minimumValue: 0,
    expiresAt: NOON + 10
  } as const
  const wish = (visitor: string, code: string, now = NOON) => ({
    ...{ shop: 'corner', visitor, terms, drawn: { code, folded: code }, now, most: 2 }
  })

  test('AP-80 offers: gives a visitor one code, a campaign so many, and spends each once', async () => {
    const { offers } = get()
    const first = { ...terms, code: 'A' }
    expect(await offers.issue(wish('v', 'A'))).toEqual(first)
    expect(await offers.issue(wish('v', 'B'))).toEqual(first)
    expect(await offers.issue(wish('w', 'C'))).toEqual({ ...terms, code: 'C' })
    expect(await offers.issue(wish('x', 'D'))).toBeUndefined()
    expect(await offers.issue({ ...wish('x', 'A'), shop: 'rival' })).toEqual(first)
    const spend = { shop: 'corner', folded: 'A', orderId: 'o-1', value: 900, now: NOON }
    await offers.redeem(spend)
    await offers.redeem({ ...spend, orderId: 'o-2' })
    await offers.redeem({ ...spend, folded: 'C', now: NOON + 10 })
    expect(await offers.find('corner', 'A')).toEqual({ ...first, orderId: 'o-1' })
    expect(await offers.find('corner', 'C')).toEqual({ ...terms, code: 'C' })
    expect(await offers.totals('corner', NOON + 10)).toEqual([
      { campaign: 'stay', issued: 2, redeemed: 1, expired: 1, value: 900 }
    ])
    await offers.forget('corner', 'v')
    expect(await offers.ofVisitor('corner', 'v')).toEqual([])
    expect(await offers.ofVisitor('rival', 'x')).toEqual([first])
  })
}
