import { expect, test } from 'vitest'
import { policyOf } from '../restock/policyOf.ts'
import type { CatalogItem } from '../store/catalog.ts'
import type { Store } from '../store/store.ts'
import { NOON } from './openTestApi.ts'

type Get = () => Store

const item = (id: string, rest: Partial<CatalogItem> = {}): CatalogItem => ({
  ...{ id, product: id, title: id, link: `/${id}`, category: ['Shop'], price: 100, availability: 'in_stock' },
  ...rest
})

const signup = (name: string) => ({
  ...{ item: 'A', email: `${name}@home.example` },
  ...{ consent: 'Yes.', marketing: false }
})
const policy = policyOf()
/** Signs up and confirms, `late` ms after noon. @returns The wish's id. */
async function queueUp(store: Store, name: string, late: number): Promise<string> {
  await store.waitlist.signUp('corner', signup(name), NOON)
  const wishes = await store.waitlist.wishes('corner', 'A', 50)
  const { id = '' } = wishes.find(({ email }) => email === `${name}@home.example`) ?? {}
  await store.waitlist.confirm('corner', id, NOON + late, policy.keepMs)
  return id
}
const dueOf = (store: Store, kind: string, now: number) =>
  store.jobs.claim({ kinds: [kind], now, leaseMs: 1000, limit: 50 })

/** Whatever changes stock and the job it calls for are one. */
export function keepsStockAndClaimsTogether(get: Get): void {
  test('AP-80, WL-20 waiting list: stock, feed and the job that asks who is told are written together or not at all', async () => {
    const store = get()
    await store.catalog.put('corner', 1, [item('A', { availability: 'out_of_stock' }), item('B')], NOON)
    await queueUp(store, 'jo', 1)
    await dueOf(store, 'restock-claim', NOON + 1)
    const change = { id: 'A', availability: 'in_stock', quantity: 1 } as const
    await store.catalog.setStock('rival', [change], NOON + 2)
    await store.catalog.setStock('corner', [{ ...change, id: 'B' }], NOON + 2)
    expect(await dueOf(store, 'restock-claim', NOON + 2)).toEqual([])
    const broken = { ...change, quantity: {} as number }
    await expect(store.catalog.setStock('corner', [change, broken], NOON + 2)).rejects.toThrow()
    expect(await dueOf(store, 'restock-claim', NOON + 2)).toEqual([])
    expect((await store.catalog.byIds('corner', ['A'])).get('A')?.availability).toBe('out_of_stock')
    await store.catalog.setStock('corner', [change], NOON + 3)
    expect(await dueOf(store, 'restock-claim', NOON + 3)).toMatchObject([{ subject: 'A' }])
    await store.catalog.put('corner', 2, [item('A', { quantity: 2 })], NOON + 4)
    expect(await dueOf(store, 'restock-claim', NOON + 4)).toMatchObject([{ subject: 'A' }])
    await store.catalog.put('corner', 3, [item('A', { quantity: 2 })], NOON + 5)
    expect(await dueOf(store, 'restock-claim', NOON + 5)).toEqual([])
  })
}

/** The queue keeps its order, and a unit goes to one. */
export function keepsPlaces(get: Get): void {
  test('AP-80, WL-10, WL-14 waiting list: who left is not put back by an older link', async () => {
    const store = get()
    const id = await queueUp(store, 'jo', 1)
    await store.waitlist.leave('rival', id, NOON + 2)
    expect(await store.waitlist.find('corner', id)).toMatchObject({ state: 'confirmed', place: NOON + 1 })
    await store.waitlist.confirm('corner', id, NOON + 3, 1)
    expect(await store.waitlist.find('corner', id)).toMatchObject({ place: NOON + 1 })
    await store.waitlist.leave('corner', id, NOON + 4)
    await store.waitlist.confirm('corner', id, NOON + 5, policy.keepMs)
    const { email, consent, state } = (await store.waitlist.find('corner', id)) ?? {}
    expect([email, consent, state]).toEqual([undefined, undefined, 'unsubscribed'])
  })

  test('AP-80, WL-21, WL-22 waiting list: sets units aside in the order of the queue, a job for each, and plans the next look', async () => {
    const store = get()
    await store.catalog.put('corner', 1, [item('A', { quantity: 2 })], NOON)
    const [last, first, second] = [
      await queueUp(store, 'last', 30),
      await queueUp(store, 'first', 10),
      await queueUp(store, 'second', 20)
    ]
    expect(await store.waitlist.claim('rival', 'A', policy, NOON + 40)).toBe(0)
    expect(await store.waitlist.claim('corner', 'A', policy, NOON + 40)).toBe(2)
    expect(await store.waitlist.claim('corner', 'A', policy, NOON + 40)).toBe(0)
    const jobs = await dueOf(store, 'restock-send', NOON + 40)
    expect(jobs.map(({ subject }) => subject)).toEqual([`${first}/1`, `${second}/1`])
    const terms = (leaveHash: string) => ({ policy, now: NOON + 50, leaveHash })
    const turn = { shop: 'corner', id: first, round: 1 }
    expect(await store.waitlist.begin({ ...turn, round: 2 }, terms('x'))).toBe('over')
    expect(await store.waitlist.begin({ ...turn, id: last }, terms('x'))).toBe('over')
    expect(await store.waitlist.begin(turn, terms('h1'))).toMatchObject({
      email: 'first@home.example',
      doubts: 0
    })
    expect(await store.waitlist.begin(turn, terms('h2'))).toMatchObject({ doubts: 1 })
    expect((await store.waitlist.byToken('corner', 'h1'))?.wish.id).toBe(first)
    expect(await store.waitlist.byToken('rival', 'h1')).toBeUndefined()
    await store.waitlist.told(turn, NOON + 60, NOON + 60 + policy.holdMs)
    expect(await store.waitlist.begin(turn, terms('h3'))).toBe('over')
    const [queue] = await store.waitlist.queues('corner', NOON + 60)
    expect(queue).toMatchObject({
      ...{ counts: { notified: 1, claimed: 1, confirmed: 1 }, promised: 2, possibleDuplicates: 1 },
      ...{ oldest: NOON + 30, next: NOON + 10 }
    })
    expect(await store.waitlist.queues('rival', NOON)).toEqual([])
  })
}
