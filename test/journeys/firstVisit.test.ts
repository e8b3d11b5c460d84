import { afterAll, expect, test } from 'vitest'
import type { Vitrine } from 'vitrine'
import { closeBrowser, newVisit, settled } from './visit.ts'

afterAll(closeBrowser)

const LANTERNS = ['/product/white-metal-lantern-71053', '/product/french-carriage-lantern-23099']

test('JO-1 a stranger sees what everybody buys; a known taste changes the window and says why', async () => {
  const { page, go, answer, debug, items, errors } = await newVisit()
  await go('/')
  const before = await items('home-picked')
  expect((await debug()).decisions.find(one => one.placement === 'home-picked')).toMatchObject({
    campaign: 'picked-first-visit',
    reasons: before.map(() => 'best_seller')
  })

  await answer('Yes, all of it')
  for (const path of [...LANTERNS, LANTERNS[0] ?? '']) await go(path)
  await go('/')
  const picked = (await debug()).decisions.find(one => one.placement === 'home-picked')
  expect(picked?.campaign).toBe('picked-taste')
  expect(picked?.items).not.toEqual(before)
  const own = picked?.reasons.filter(reason => reason !== 'best_seller') ?? []
  expect(own.length).toBeGreaterThanOrEqual(before.length / 2)
  expect([...(await items('home-recent'))].sort()).toEqual(['23099', '71053'])

  const why = await page.evaluate(async () => {
    const { vitrine } = window as unknown as { vitrine: Vitrine }
    return vitrine.explain('home-picked')
  })
  expect(why[0]?.items.some(({ reason }) => /lantern/i.test(reason))).toBe(true)
  expect(errors).toEqual([])
})

test('JO-13 not for me is for good and can be undone; why this says the reason', async () => {
  const { page, go, answer, items } = await newVisit()
  await go('/')
  await answer('Yes, all of it')
  const row = page.locator('vitrine-carousel[placement="home-picked"]')
  const first = row.getByRole('listitem').first()
  const [id = ''] = await items('home-picked')

  await first.locator('summary', { hasText: 'Why this?' }).click()
  await expect.poll(() => first.textContent()).toMatch(/best|popular|many/i)
  await first.getByRole('button', { name: /not for me/i }).click()
  await first.getByRole('button', { name: /undo/i }).click()
  await first.getByRole('button', { name: /not for me/i }).click()

  await page.reload()
  await settled(page)
  expect(await items('home-picked')).not.toContain(id)
})

test('JO-14 an add from a card is in the basket, and heard once', async () => {
  const { page, go, answer, debug } = await newVisit()
  await go('/')
  await answer('Yes, all of it')
  const row = page.locator('vitrine-carousel[placement="home-picked"]')
  await row.getByRole('listitem').first().getByRole('button', { name: /add/i }).click()
  await expect
    .poll(async () => (await debug()).events.filter(({ event }) => event === 'add_to_cart'))
    .toHaveLength(1)
  const { events } = await debug()
  expect(events.filter(({ event }) => event === 'select_item')).toHaveLength(1)
  const title = await row.getByRole('listitem').first().getByRole('link').first().textContent()
  await go('/cart')
  expect(await page.locator('main').textContent()).toContain(title?.trim())
})
