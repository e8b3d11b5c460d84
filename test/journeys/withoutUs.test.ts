import { afterAll, expect, test } from 'vitest'
import { closeBrowser, newVisit } from './visit.ts'

afterAll(closeBrowser)

/** What may happen to our script on its way. */
const FATES = {
  blocked: { abort: true },
  broken: { body: 'this is not JavaScript {{{' },
  throwing: { body: 'throw new Error("Vitrine is out of order")' },
  late: { body: 'window.vitrine = null' }
} as const

test.each(Object.entries(FATES))('JO-7 the shop works when vitrine.js is %s', async (_fate, what) => {
  const { context, page } = await newVisit()
  await context.route('**/sdk/vitrine.js', route =>
    'abort' in what ? route.abort() : route.fulfill({ contentType: 'text/javascript', body: what.body })
  )
  await page.goto('/')
  await page
    .getByRole('link', { name: /christmas/i })
    .first()
    .click()
  await page.goto('/product/white-metal-lantern-71053')
  await page
    .getByRole('button', { name: /add to basket/i })
    .first()
    .click()
  await page.goto('/cart')
  expect(await page.locator('main').textContent()).toContain('White Metal Lantern')
})

test('JO-7 the shop works when the model files cannot be had', async () => {
  const { context, page, errors } = await newVisit()
  await context.route('**/models/**', route => route.fulfill({ status: 500, body: '<html>' }))
  await page.goto('/', { waitUntil: 'networkidle' })
  await page.goto('/product/white-metal-lantern-71053', { waitUntil: 'networkidle' })
  await page
    .getByRole('button', { name: /add to basket/i })
    .first()
    .click()
  await page.goto('/cart')
  expect(await page.locator('main').textContent()).toContain('White Metal Lantern')
  expect(errors).toEqual([])
})
