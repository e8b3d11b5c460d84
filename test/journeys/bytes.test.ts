import type { BrowserContext } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import { budgetNamed } from '../house/budgets.ts'
import { brotliBytes } from '../house/weigh.ts'
import { leaveUpwards } from './leaveUpwards.ts'
import { closeBrowser, newVisit } from './visit.ts'
import { withoutHoldout } from './withoutHoldout.ts'

/** The shop's own holdout would keep the popup, and its code, from every tenth visitor of this test. */
const restore = await withoutHoldout('before-you-go')

afterAll(async () => {
  await restore()
  await closeBrowser()
})

/** Somebody who comes back with leave given and something in the basket. */
async function returning(): Promise<BrowserContext> {
  const { context, page, go, answer, debug } = await newVisit()
  await go('/')
  await answer('Yes, all of it')
  await go('/product/white-metal-lantern-71053')
  await page
    .getByRole('button', { name: /add to basket/i })
    .first()
    .click()
  await expect.poll(async () => (await debug()).events.map(({ event }) => event)).toContain('add_to_cart')
  await expect.poll(async () => (await debug()).outbox.waiting, { timeout: 20_000 }).toBe(0)
  await page.close()
  return context
}

/**
 * The files of ours that a page fetches, compressed as a server does it, by name. The page is only looked at and
 * left: nothing is asked of `vitrine`, since a question fetches what answers it.
 *
 * @param until - The last file expected; nobody waits for a file that must not come.
 */
async function weighPage(context: BrowserContext, path: string, until: string) {
  const page = await context.newPage()
  await page.goto(path, { waitUntil: 'networkidle' })
  await leaveUpwards(page)
  const fetched = () =>
    page.evaluate(() =>
      performance.getEntriesByType('resource').flatMap(({ name }) => (name.includes('/sdk/') ? name : []))
    )
  await expect.poll(async () => (await fetched()).join(), { timeout: 20_000 }).toContain(until)
  await page.waitForLoadState('networkidle')
  const weighed = await Promise.all(
    [...new Set(await fetched())].map(async url => {
      const answer = await context.request.get(url)
      return [url.split('/').at(-1) ?? '', brotliBytes(await answer.body())] as const
    })
  )
  console.table(Object.fromEntries([...weighed, ['all of it', sumOf(weighed)]]))
  return weighed
}

const sumOf = (weighed: readonly (readonly [string, number])[]) =>
  weighed.reduce((sum, [, bytes]) => sum + bytes, 0)
const namesOf = (weighed: readonly (readonly [string, number])[]) => weighed.map(([name]) => name).sort()
const filesOf = (entries: readonly string[]) =>
  entries.map(entry => entry.replace(/^.*\//, '').replace('*', '')).sort()

test('VI-60, VI-61 a page with carousel, banner and popup fetches what its budget names, and nothing else', async () => {
  const context = await returning()
  const { entries, maxBytes } = budgetNamed('everything of a page with carousel, banner and popup')
  const home = await weighPage(context, '/', 'popup.js')
  expect(namesOf(home)).toEqual(filesOf(entries))
  expect(sumOf(home)).toBeLessThanOrEqual(maxBytes)
})

test('VI-60, TK-70 a product page fetches what reads its structured data, and nothing that nobody has asked for', async () => {
  const context = await returning()
  const product = await weighPage(context, '/product/french-carriage-lantern-23099', 'carousel.js')
  expect(namesOf(product)).toContain('structured.js')
  expect(namesOf(product)).not.toContain('seldom.js')
})
