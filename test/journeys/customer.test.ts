import { afterAll, expect, test } from 'vitest'
import type { Vitrine } from 'vitrine'
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

test('JO-15 erasing empties the device', async () => {
  const { page, go, answer, debug } = await newVisit()
  await go('/product/white-metal-lantern-71053')
  await answer('Yes, all of it')
  await expect.poll(async () => (await debug()).outbox.sent).toBeGreaterThan(0)
  await page.evaluate(() => (window as unknown as { vitrine: Vitrine }).vitrine.forget())
  const known = await page.evaluate(() => (window as unknown as { vitrine: Vitrine }).vitrine.profile())
  expect(known).toMatchObject({ recentlyViewed: [], cart: [], orders: [] })
  await go('/')
  const later = await page.evaluate(() => (window as unknown as { vitrine: Vitrine }).vitrine.profile())
  expect(later.recentlyViewed).toEqual([])
})
