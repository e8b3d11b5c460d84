import { afterAll, expect, test } from 'vitest'
import type { Vitrine } from 'vitrine'
import { storedIds } from './storedIds.ts'
import { closeBrowser, newVisit, settled } from './visit.ts'

afterAll(closeBrowser)

test('JO-2 a real customer’s own orders arrive, and buy again is theirs', async () => {
  const { page, go, answer, debug, items, errors } = await newVisit()
  await go('/account')
  await answer('Yes, all of it')
  await page.getByRole('button', { name: /as customer 17850$/ }).click()
  await page.waitForURL('**/account')
  await settled(page)
  await expect.poll(() => items('account-again'), { timeout: 15_000 }).not.toEqual([])

  const profile = await page.evaluate(() => (window as unknown as { vitrine: Vitrine }).vitrine.profile())
  expect(profile.orders.length).toBeGreaterThan(5)
  expect(profile.rfm.cells).toBeDefined()
  const bought = new Set(profile.bought.map(({ id }) => id))
  const again = await items('account-again')
  expect(again.every(id => bought.has(id))).toBe(true)
  expect(errors).toEqual([])

  await go('/')
  expect((await debug()).decisions.find(one => one.placement === 'home-picked')?.campaign).toBe(
    'picked-customer'
  )
  await expect(page.getByRole('heading', { name: 'Welcome back, picked for you' }).count()).resolves.toBe(1)
})

test('JO-15 erasing empties the device, and the API of what this device told it', async () => {
  const { page, go, answer, debug } = await newVisit()
  await go('/product/white-metal-lantern-71053')
  await answer('Yes, all of it')
  const ids = (await debug()).events.map(({ event_id }) => String(event_id))
  await expect.poll(async () => (await debug()).outbox.waiting, { timeout: 20_000 }).toBe(0)
  expect(storedIds(ids)).toEqual([...ids].sort())

  await page.evaluate(() => (window as unknown as { vitrine: Vitrine }).vitrine.forget())
  await expect.poll(() => storedIds(ids), { timeout: 20_000 }).toEqual([])
  const known = () => page.evaluate(() => (window as unknown as { vitrine: Vitrine }).vitrine.profile())
  expect(await known()).toMatchObject({ recentlyViewed: [], cart: [], orders: [] })
  await go('/')
  expect((await known()).recentlyViewed).toEqual([])
})
