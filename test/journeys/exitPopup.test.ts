import type { Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import type { Vitrine } from 'vitrine'
import { leaveUpwards } from './leaveUpwards.ts'
import { closeBrowser, newVisit, type Visit } from './visit.ts'
import { withoutHoldout } from './withoutHoldout.ts'

/** The shop's own holdout would keep the popup from every tenth visitor of this test. */
const restore = await withoutHoldout('before-you-go')

afterAll(async () => {
  await restore()
  await closeBrowser()
})

/** Somebody with leave given and something in the basket, on the home page. */
async function shopper(viewport?: { width: number; height: number }): Promise<Visit> {
  const visit = await newVisit(viewport)
  const { go, answer } = visit
  await go('/')
  await answer('Yes, all of it')
  await go('/product/white-metal-lantern-71053')
  await putInBasket(visit)
  await go('/')
  return visit
}

async function putInBasket({ page, debug }: Visit): Promise<void> {
  await page
    .getByRole('button', { name: /add to basket/i })
    .first()
    .click()
  await expect.poll(async () => (await debug()).events.map(({ event }) => event)).toContain('add_to_cart')
}

/** The gate that keeps the exit popup closed now. */
function whyNot(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const { vitrine } = window as unknown as { vitrine: Vitrine }
    const [explained] = await vitrine.explain('overlay')
    const verdict = explained?.verdicts.find(({ campaign }) => campaign === 'before-you-go')
    return verdict?.checks.filter(({ passed }) => !passed).map(({ gate }) => gate) ?? []
  })
}

const popup = (page: Page) => page.locator('vitrine-popup dialog[open]')

test('JO-22 who is about to leave a basket is asked once: not again across pages, reloads and a second tab', async () => {
  const { context, page, go, errors } = await shopper()
  await leaveUpwards(page)
  await expect.poll(() => popup(page).count()).toBe(1)
  await expect(popup(page).textContent()).resolves.toMatch(/[A-Z0-9]+-[A-Z0-9-]{6,}/)
  await page.keyboard.press('Escape')
  await expect.poll(() => popup(page).count()).toBe(0)
  const second = await context.newPage()
  for (const [tab, path] of [
    [page, '/shop/giftware'],
    [page, '/'],
    [second, '/'],
    [second, '/cart']
  ] as const) {
    await tab.bringToFront()
    await go(path, tab)
    await leaveUpwards(tab)
    expect(await whyNot(tab)).toEqual(['frequency'])
    expect(await popup(tab).count()).toBe(0)
  }
  expect(errors).toEqual([])
})

test('JO-23 a dialog takes the focus and gives it back, and the page behind it stands still', async () => {
  const { page } = await shopper()
  await page.getByRole('searchbox').first().focus()
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
  await page.getByRole('link', { name: 'All gifts' }).first().focus()
  await leaveUpwards(page)
  await expect.poll(() => popup(page).count()).toBe(1)
  const inside = () =>
    page.evaluate(() => {
      const { activeElement } = document
      return activeElement?.localName === 'vitrine-popup'
    })
  expect(await inside()).toBe(true)
  for (let step = 0; step < 8; step++) {
    await page.keyboard.press('Tab')
    expect(
      await page.evaluate(() => ['vitrine-popup', 'body'].includes(document.activeElement?.localName ?? ''))
    ).toBe(true)
  }
  const before = await page.evaluate(() => scrollY)
  await page.mouse.move(640, 450)
  await page.mouse.wheel(0, 800)
  expect(await page.evaluate(() => scrollY)).toBe(before)
  await page.keyboard.press('Escape')
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.textContent?.trim()))
    .toMatch(/All gifts/)
})

test('JO-24 nothing stands over the page before an answer or after a refusal', async () => {
  const visit = await newVisit()
  const { page, go, answer } = visit
  await go('/')
  await answer('No, thank you')
  for (const path of [
    '/product/white-metal-lantern-71053',
    '/product/white-hanging-heart-t-light-holder-85123A'
  ]) {
    await go(path)
    await putInBasket(visit)
    await leaveUpwards(page)
    await expect.poll(() => whyNot(page)).toEqual(['overlay'])
    expect(await popup(page).count()).toBe(0)
  }
})
