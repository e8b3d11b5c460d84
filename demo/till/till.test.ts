import type { Offer } from '@vitrine/protocol'
import { expect, test } from 'vitest'
import { get, openTestShop, post } from '../testing/openTestShop.ts'
import { openTestTill, type TestTill } from '../testing/openTestTill.ts'
import { openUnheard } from './openUnheard.ts'
import { discountOf, orderSum } from './orderSum.ts'

const line = (quantity: number, itemId = 'WBOOTS-9') => ({ itemId, quantity })

test('DE-10 a thing on two lines of an order is counted together: it sells no piece that is not there', async () => {
  const { app, stock } = openTestShop()
  const tooMany = await post(app, '/checkout', { lines: [line(2), line(1)] })
  expect(tooMany.status).toBe(409)
  expect((await tooMany.json()).problem).toContain('only 2 of')
  expect(stock.changes()).toEqual([])
  const fitting = await post(app, '/checkout', { lines: [line(1), line(1, 'MUG'), line(1)] })
  expect(fitting.status).toBe(200)
  const { lines } = await (await get(app, '/cart/lines?item=WBOOTS-9')).json()
  expect(lines[0].stock).toBe(0)
})

const TENTH: Offer = { kind: 'percent', value: 10, validFor: '2d', minimumValue: 2500, prefix: 'STAY' }
const TWO_PAIRS = { lines: [line(2)] }

interface Said {
  readonly status: number
  readonly order?: string
  readonly problem?: string
}

async function said(answer: Promise<Response>): Promise<Said> {
  const got = await answer
  return { status: got.status, ...((await got.json()) as Omit<Said, 'status'>) }
}

const check = ({ app }: TestTill, code: string, basket: object = TWO_PAIRS) =>
  said(post(app, '/checkout/code', { ...basket, code }))
const order = ({ app }: TestTill, code?: string, basket: object = TWO_PAIRS) =>
  said(post(app, '/checkout', { ...basket, ...(code !== undefined && { code }) }))

test('DE-50 says what a code takes off the basket, however it was typed, and spends nothing', async () => {
  const shop = await openTestTill()
  const code = await shop.codeFor(TENTH)
  const good = {
    status: 200,
    words: '10 % off',
    sum: { goodsPence: 12_000, savedPence: 1200, deliveryPence: 0, totalPence: 10_800 }
  }
  expect(await check(shop, code)).toEqual(good)
  expect(await check(shop, ` ${code.toLowerCase().replaceAll('-', '')} `)).toEqual(good)
})

test('DE-50 says in plain words why a code takes nothing off', async () => {
  const shop = await openTestTill()
  const code = await shop.codeFor(TENTH)
  const why = async (typed: string, basket?: object) => {
    const { status, problem } = await check(shop, typed, basket)
    return [status, problem]
  }
  expect(await why('')).toEqual([200, 'Please type a code first.'])
  expect(await why('SPRING')).toEqual([200, 'This is none of our codes. Please look at it again.'])
  expect(await why('X'.repeat(5000))).toEqual([200, 'This is none of our codes. Please look at it again.'])
  expect(await why(code, { lines: [line(1, 'MUG')] })).toEqual([
    200,
    'This code is for £25.00 of goods or more: £16.50 is missing.'
  ])
  await order(shop, code)
  expect(await why(code)).toEqual([200, 'This code has been used already: it is good for one order.'])
  const late = await shop.codeFor(TENTH, 'visitor-2')
  shop.api.clock.now += 2 * 86_400_000
  expect((await why(late))[1]).toMatch(/^This code ended on 4 March 2026 at /)
})

test('DE-51 an order spends its code once, and its sum and its receipt say so', async () => {
  const shop = await openTestTill()
  const code = await shop.codeFor(TENTH)
  const placed = await order(shop, code, { lines: [line(1)] })
  const seen = shop.till.see(placed.order ?? '')?.order
  expect(seen?.sum).toEqual({ goodsPence: 6000, savedPence: 600, deliveryPence: 0, totalPence: 5400 })
  expect(seen?.discount).toMatchObject({ code, words: '10 % off' })
  const offers = await shop.call('GET', '/offers')
  expect(offers?.body).toMatchObject({ offers: [{ campaign: 'stay', issued: 1, redeemed: 1, value: 6000 }] })
})

test('DE-51 an order whose code is no longer good is not made, and its goods go back on the shelf', async () => {
  const shop = await openTestTill()
  const code = await shop.codeFor(TENTH)
  expect(await check(shop, code)).toMatchObject({ words: '10 % off' })
  shop.api.clock.now += 3 * 86_400_000
  const refused = await order(shop, code)
  expect(refused).toMatchObject({ status: 409, isCode: true, problem: expect.stringContaining('ended') })
  expect(shop.stock.changes()).toEqual([{ id: 'WBOOTS-9', quantity: 2 }])
  // The shopper has been told, and orders without it.
  expect(await order(shop)).toMatchObject({ status: 200, order: expect.any(String) })
})

test('DE-52 while the API is stopped a code cannot be used, and the order goes through without it', async () => {
  const shop = await openTestTill()
  const code = await shop.codeFor(TENTH)
  shop.line.is = 'stopped'
  expect(await check(shop, code)).toMatchObject({
    status: 200,
    problem: 'Codes cannot be checked just now. Press the button again to order without one.'
  })
  expect(await order(shop, code)).toMatchObject({ status: 409, isCode: true })
  expect(shop.stock.changes()).toEqual([{ id: 'WBOOTS-9', quantity: 2 }])
  const placed = await order(shop)
  expect(placed.status).toBe(200)
  expect(shop.till.see(placed.order ?? '')?.order.sum.totalPence).toBe(12_000)
})

test('DE-52 a code whose redemption was heard and not answered is not lost', async () => {
  const shop = await openTestTill()
  const code = await shop.codeFor(TENTH)
  shop.line.is = 'deaf'
  expect(await order(shop, code)).toMatchObject({ status: 409, isCode: true })
  shop.line.is = 'up'
  const placed = await order(shop, code)
  expect(placed.status).toBe(200)
  expect(shop.till.see(placed.order ?? '')?.order.sum.savedPence).toBe(1200)
})

test('DE-52 three checkouts at once with a code that was not answered are one order with the discount', async () => {
  const shop = await openTestTill()
  const code = await shop.codeFor(TENTH)
  const one = { lines: [line(1)] }
  shop.line.is = 'deaf'
  expect(await order(shop, code, one)).toMatchObject({ status: 409 })
  shop.line.is = 'up'
  const spellings = [code, code.replaceAll('-', ''), code.toLowerCase()]
  const answers = await Promise.all(spellings.map(spelling => order(shop, spelling, one)))
  const placed = answers.filter(({ status }) => status === 200)
  expect(placed).toHaveLength(1)
  expect(shop.till.see(placed[0]?.order ?? '')?.order.sum.savedPence).toBe(600)
  expect(shop.stock.changes()).toEqual([{ id: 'WBOOTS-9', quantity: 1 }])
  const offers = await shop.call('GET', '/offers')
  expect(offers?.body).toMatchObject({ offers: [{ redeemed: 1, value: 6000 }] })
})

test('DE-52 a code that was not answered is free again for a smaller basket and another spelling, by its own terms', async () => {
  const shop = await openTestTill()
  const code = await shop.codeFor(TENTH)
  shop.line.is = 'deaf'
  for (let times = 0; times < 3; times++) expect(await order(shop, code)).toMatchObject({ status: 409 })
  expect(await check(shop, code)).toMatchObject({ problem: expect.stringContaining('just now') })
  shop.line.is = 'up'
  const mug = { lines: [line(1, 'MUG')] }
  expect((await order(shop, code, mug)).problem).toMatch(/^This code is for £25.00/)
  expect(await check(shop, code.replaceAll('-', ''))).toMatchObject({ words: '10 % off' })
  expect((await shop.call('GET', '/offers'))?.body).toMatchObject({ offers: [{ redeemed: 0 }] })
})

test('DE-52 remembers no more codes than a demo needs, and no more orders of one', () => {
  const unheard = openUnheard()
  for (let n = 0; n < 1001; n++) unheard.add(`CODE-${n}`, ['a'])
  expect([unheard.take('CODE-0'), unheard.take('code 1'), unheard.take('CODE-1')]).toEqual([[], ['a'], []])
  for (let n = 0; n < 12; n++) unheard.add('SAME', [`o-${n}`])
  expect(unheard.take('SAME')).toEqual(Array.from({ length: 10 }, (_, n) => `o-${n + 2}`))
})

test('DE-53 a discount is never more than the goods, and costs nobody a free delivery', () => {
  const worth = { valid: true, campaign: 'stay', expiresAt: 0 } as const
  const five = discountOf({ ...worth, kind: 'amount', value: 500 }, 'FIVE', 300)
  expect(orderSum(300, five)).toEqual({
    goodsPence: 300,
    savedPence: 300,
    deliveryPence: 395,
    totalPence: 395
  })
  const tenth = discountOf({ ...worth, kind: 'percent', value: 10 }, 'TENTH', 5005)
  expect(orderSum(5005, tenth)).toMatchObject({ savedPence: 501, deliveryPence: 0, totalPence: 4504 })
  const post = discountOf({ ...worth, kind: 'freeShipping' }, 'POST', 300)
  expect([post.words, orderSum(300, post)]).toEqual([
    'free delivery',
    { goodsPence: 300, savedPence: 0, deliveryPence: 0, totalPence: 300 }
  ])
  expect(orderSum(300).totalPence).toBe(695)
})

test('DE-11 no other site has codes tried', async () => {
  const { app } = await openTestTill()
  const foreign = await post(app, '/checkout/code', { code: 'X' }, { origin: 'https://elsewhere.example' })
  expect(foreign.status).toBe(403)
})
