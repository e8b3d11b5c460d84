import type { Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import { closeBrowser, newVisit } from './visit.ts'

afterAll(closeBrowser)

interface Frame {
  readonly at: number
  readonly hero: string
}

declare global {
  interface Window {
    frames_: Frame[]
    shifts_: number
  }
}

/** Writes down, from before the page begins, what stands in the hero at every frame, and what shifts. */
async function watchFrames(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.frames_ = []
    window.shifts_ = 0
    const look = () => {
      const hero = document.querySelector('vitrine-banner[placement="home-hero"] h1')?.textContent
      if (hero) window.frames_.push({ at: performance.now(), hero })
      requestAnimationFrame(look)
    }
    look()
    new PerformanceObserver(list => {
      for (const entry of list.getEntries() as (PerformanceEntry & {
        value: number
        hadRecentInput: boolean
      })[])
        if (!entry.hadRecentInput) window.shifts_ += entry.value
    }).observe({ type: 'layout-shift', buffered: true })
  })
}

const RUNS = 10

test('JO-20 on a return visit the banner decided on the page before is in the first contentful paint, and nothing shifts', async () => {
  const { page, go, answer, errors } = await newVisit()
  await go('/')
  const ours = (await page.locator('vitrine-banner[placement="home-hero"] h1').textContent()) ?? ''
  await answer('Yes, all of it')
  await watchFrames(page)
  // One page in between, so that there is something to come back from.
  await go('/product/white-metal-lantern-71053')
  const seen: string[] = []
  for (let run = 0; run < RUNS; run++) {
    await go('/')
    const { frames, shifts, firstPaint } = await page.evaluate(() => ({
      frames: window.frames_,
      shifts: window.shifts_,
      firstPaint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0
    }))
    expect(firstPaint).toBeGreaterThan(0)
    const heroes = new Set(frames.map(({ hero }) => hero))
    expect(heroes.has(ours)).toBe(false)
    expect(heroes.size).toBe(1)
    // It stood there in the frame that was painted first, not in one after it.
    expect(frames[0]?.at).toBeLessThanOrEqual(firstPaint)
    expect(shifts).toBe(0)
    seen.push(...heroes)
  }
  expect(seen).toHaveLength(RUNS)
  expect(errors).toEqual([])
})

test('JO-21 a first visit shows what the shop wrote, and a refusal brings it back at once', async () => {
  const { page, go, answer } = await newVisit()
  await watchFrames(page)
  await go('/')
  const hero = page.locator('vitrine-banner[placement="home-hero"] h1')
  const ours = await hero.textContent()
  await answer('Yes, all of it')
  expect(await hero.textContent()).toBe(ours)
  await go('/')
  expect(await hero.textContent()).not.toBe(ours)
  await page.evaluate(() =>
    (window as unknown as { vitrine: { setConsent(to: object): void } }).vitrine.setConsent({
      personalise: 'denied',
      measure: 'denied',
      message: 'denied'
    })
  )
  await expect.poll(() => hero.textContent()).toBe(ours)
  expect(
    await page.evaluate(() => Object.keys(localStorage).filter(key => key.startsWith('vitrine')))
  ).toEqual([])
})
