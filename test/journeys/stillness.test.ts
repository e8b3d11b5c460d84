import { afterAll, expect, test } from 'vitest'
import { closeBrowser, newVisit, settled } from './visit.ts'

afterAll(closeBrowser)

test.each([390, 1280])('JO-12 nothing moves because of us, at %i px', async width => {
  const { page, go, answer } = await newVisit({ width, height: 900 })
  await go('/')
  await answer('Yes, all of it')
  await page.addInitScript(() => {
    const shifts: number[] = []
    Object.assign(window, { shifts })
    new PerformanceObserver(list => {
      for (const entry of list.getEntries() as unknown as { value: number; hadRecentInput: boolean }[]) {
        if (!entry.hadRecentInput) shifts.push(entry.value)
      }
    }).observe({ type: 'layout-shift', buffered: true })
  })
  for (const path of [
    '/product/white-metal-lantern-71053',
    '/product/french-carriage-lantern-23099',
    '/',
    '/shop/giftware',
    '/account'
  ]) {
    await page.goto(path)
    await settled(page)
    expect([path, await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts)]).toEqual([
      path,
      []
    ])
  }
})
