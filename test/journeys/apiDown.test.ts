import type { Page } from 'playwright-core'
import { afterAll, afterEach, expect, inject, test } from 'vitest'
import { storedIds } from './storedIds.ts'
import { closeBrowser, newVisit } from './visit.ts'

afterAll(closeBrowser)
afterEach(() => turnApi('start'))

/** Stops or starts the API's process, as the trial panel does. */
async function turnApi(what: 'stop' | 'start'): Promise<void> {
  const answer = await fetch(`${inject('shopUrl')}/trial/api?do=${what}`, {
    method: 'POST',
    headers: { 'x-trial': '1', origin: inject('shopUrl') }
  })
  if (!answer.ok) throw new Error(`the API could not be turned: ${answer.status}`)
}

const decisions = async (debug: (page?: Page) => Promise<{ decisions: readonly unknown[] }>) =>
  (await debug()).decisions

test('JO-3 with the API stopped the window is the same, and nothing heard is lost', async () => {
  const { page, go, answer, debug, errors } = await newVisit()
  await go('/')
  await answer('Yes, all of it')
  await go('/product/white-metal-lantern-71053')
  await go('/product/french-carriage-lantern-23099')
  await go('/')
  await expect.poll(async () => (await debug()).outbox.waiting, { timeout: 20_000 }).toBe(0)
  const before = await decisions(debug)

  await turnApi('stop')
  await go('/')
  expect(await decisions(debug)).toEqual(before)
  await go('/product/white-metal-lantern-71053')
  await page
    .getByRole('button', { name: /add to basket/i })
    .first()
    .click()
  await expect
    .poll(async () => (await debug()).events.some(({ event }) => event === 'add_to_cart'))
    .toBe(true)
  const heard = (await debug()).events.map(({ event_id }) => String(event_id))
  await go('/')
  const { waiting, dropped } = (await debug()).outbox
  expect(waiting).toBeGreaterThan(3)
  expect(dropped).toEqual({})

  expect(storedIds(heard)).toEqual([])

  await turnApi('start')
  await go('/cart')
  await expect.poll(async () => (await debug()).outbox.waiting, { timeout: 60_000 }).toBe(0)
  expect((await debug()).outbox.dropped).toEqual({})
  // The store's key lets an event in once: what is there is there once.
  expect(storedIds(heard)).toEqual([...heard].sort())
  expect(errors).toEqual([])
})
