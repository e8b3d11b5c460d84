import { afterAll, afterEach, beforeEach, expect, onTestFinished, test } from 'vitest'
import { linkIn, openPostOffice, type PostOffice } from './openPostOffice.ts'
import { closeBrowser, newVisit } from './visit.ts'
import { joinQueue, leaveByOneClick, queueOf, tellStock, turnStock } from './waitingList.ts'

afterAll(closeBrowser)

const BELT = '/product/sleek-casual-belt-W1F730C26'
const BACK = /^Back in stock/

/** A second try comes after five seconds, a third after ten more. */
const PATIENCE = { timeout: 40_000, interval: 100 }

let postOffice: PostOffice
beforeEach(async () => {
  postOffice = await openPostOffice()
})
afterEach(() => postOffice.goDown())

/** A size of the belt that is sold out until the test ends; each test has its own. */
async function soldOut(size: string): Promise<string> {
  const variant = `W1F730C26-${size}`
  await turnStock(variant, 'sell-out')
  onTestFinished(() => turnStock(variant, 'restock'))
  return variant
}

test('JO-25 who asks to be told is written to, confirms by a button, is told when it is back, and orders it', async () => {
  const email = 'rose@home.example'
  const variant = await soldOut('M')
  const { page, go, answer, debug, requests, errors } = await newVisit()
  const signups = () => requests.filter(({ method, url }) => method === 'POST' && url.endsWith('/v1/restock'))
  const restock = page.locator('form[data-buy] vitrine-restock')
  await go('/')
  await answer('Yes, all of it')
  await go(BELT)
  expect(await restock.locator('[part=form]').count()).toBe(0)
  await page.locator('label.variant', { hasText: /^M, sold out$/ }).click()
  await restock.getByRole('heading', { name: 'Tell me when it is back' }).waitFor()
  expect(
    await page
      .getByRole('button', { name: /add to basket/i })
      .first()
      .isDisabled()
  ).toBe(true)

  await restock.getByLabel('Email address').fill('rose@home')
  await restock.getByRole('button', { name: 'Email me' }).click()
  await restock.getByRole('alert').filter({ hasText: 'Enter an email address like' }).waitFor()
  expect(signups()).toEqual([])
  await restock.getByLabel('Email address').fill(email)
  await page.keyboard.press('Enter')
  await restock.getByText('Check your inbox').waitFor()
  expect(signups()).toHaveLength(1)
  const { events } = await debug()
  // The banner "back in your size" goes by it.
  expect(events.filter(one => one['custom_name'] === 'sold_out_size')).toHaveLength(1)
  expect(events.filter(({ event }) => event === 'join_waitlist')).toHaveLength(1)
  expect(JSON.stringify(events)).not.toContain('home.example')

  const confirm = await postOffice.mail(email, /^Please confirm: Sleek Casual Belt/)
  await page.goto(linkIn(confirm, /restock\/confirm/))
  await page.getByRole('heading', { name: 'Shall we write to you?' }).waitFor()
  expect((await queueOf(variant)).counts).toEqual({ pending: 1 })
  await page.getByRole('button', { name: 'Yes, write to me' }).click()
  await page.getByRole('heading', { name: 'You are on the list' }).waitFor()
  expect((await queueOf(variant)).counts).toEqual({ confirmed: 1 })

  await turnStock(variant, 'restock')
  const back = await postOffice.mail(email, BACK)
  expect(back.headers.get('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click')
  expect(back.headers.get('list-unsubscribe')).toMatch(/^<http.+\/v1\/restock\/unsubscribe\?.+>$/)
  await go(linkIn(back, /\/product\//))
  await page.locator('label.variant', { hasText: /^M$/ }).click()
  await expect.poll(() => restock.locator('[part=form]').count()).toBe(0)
  await page
    .getByRole('button', { name: /add to basket/i })
    .first()
    .click()
  await go('/checkout')
  await page.getByRole('button', { name: 'Place the order' }).click()
  await page.waitForURL('**/order/*')
  await page.locator('main').getByText('Sleek Casual Belt').first().waitFor()
  await expect.poll(async () => (await queueOf(variant)).counts, PATIENCE).toEqual({ notified: 1 })
  expect(errors).toEqual([])
})

test('JO-26 who leaves by one click, told or waiting, hears no more', async () => {
  const variant = await soldOut('L')
  const [told, left, stays] = ['told@home.example', 'left@home.example', 'stays@home.example']
  await joinQueue(told, variant, postOffice)
  const toLeft = await joinQueue(left, variant, postOffice)
  await joinQueue(stays, variant, postOffice)
  await tellStock(variant, 1)
  const back = await postOffice.mail(told, BACK)
  expect((await queueOf(variant)).counts).toMatchObject({ confirmed: 2 })
  await leaveByOneClick(back)
  await leaveByOneClick(toLeft)

  await tellStock(variant, 0)
  // Enough for everybody.
  await tellStock(variant, 9)
  await postOffice.mail(stays, BACK)
  await expect.poll(async () => (await queueOf(variant)).counts['claimed'], PATIENCE).toBeUndefined()
  expect(postOffice.mailsTo(told).map(({ subject }) => BACK.test(subject))).toEqual([false, true])
  expect(postOffice.mailsTo(left).map(({ subject }) => BACK.test(subject))).toEqual([false])
})

test('JO-27 a mail that the server puts off comes a little later, once', async () => {
  const variant = await soldOut('S')
  const email = 'grey@home.example'
  await joinQueue(email, variant, postOffice)
  let tries = 0
  const later = { code: 451, words: '4.7.1 Greylisted, please come again' }
  postOffice.behave({ message: () => (++tries === 1 ? later : 'take') })
  await tellStock(variant, 5)
  await expect.poll(async () => (await queueOf(variant)).mail.retrying, PATIENCE).toBe(1)
  expect((await queueOf(variant)).counts).toEqual({ claimed: 1 })
  await postOffice.mail(email, BACK)
  await expect.poll(async () => (await queueOf(variant)).counts, PATIENCE).toEqual({ notified: 1 })
  expect(tries).toBe(2)
  expect(postOffice.mailsTo(email)).toHaveLength(2)
})

test('JO-28 where an address bounces, the only unit goes to the next in the queue', async () => {
  const variant = await soldOut('XL')
  const [gone, next] = ['gone@home.example', 'next@home.example']
  await joinQueue(gone, variant, postOffice)
  await joinQueue(next, variant, postOffice)
  const unknown = { code: 550, words: '5.1.1 No such mailbox' }
  postOffice.behave({ recipient: address => (address === gone ? unknown : undefined) })
  await tellStock(variant, 1)
  await postOffice.mail(next, BACK)
  await expect
    .poll(async () => (await queueOf(variant)).counts, PATIENCE)
    .toEqual({ bounced: 1, notified: 1 })
  expect(postOffice.mailsTo(gone)).toHaveLength(1)
})

test('JO-29 a mail server that dies with a mail in its hands, and stays away, is given it once when it is back', async () => {
  const variant = await soldOut('XS')
  const email = 'patience@home.example'
  await joinQueue(email, variant, postOffice)
  const dying = new Promise<void>(resolve => {
    postOffice.behave({
      message() {
        resolve()
        return 'die'
      }
    })
  })
  await tellStock(variant, 5)
  await dying
  await postOffice.goDown()
  const lastProblem = async () => (await queueOf(variant)).mail.lastProblem
  await expect.poll(lastProblem, PATIENCE).toMatch(/ESOCKET CONN/)
  expect((await queueOf(variant)).counts).toEqual({ claimed: 1 })
  await postOffice.comeBack()
  await postOffice.mail(email, BACK)
  await expect.poll(async () => (await queueOf(variant)).counts, PATIENCE).toEqual({ notified: 1 })
  expect(postOffice.mailsTo(email)).toHaveLength(2)
})
