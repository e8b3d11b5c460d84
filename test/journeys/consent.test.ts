import type { Page } from 'playwright-core'
import { afterAll, expect, inject, test } from 'vitest'
import { closeBrowser, newVisit, type Visit } from './visit.ts'

afterAll(closeBrowser)

const WALK = [
  '/',
  '/shop/giftware',
  '/product/white-metal-lantern-71053',
  '/search?q=lantern',
  '/cart',
  '/account',
  '/privacy'
]

/** Everything a browser can keep for a page, by name. */
async function kept(page: Page) {
  return page.evaluate(async () => ({
    databases: (await indexedDB.databases()).map(({ name }) => name),
    local: Object.keys(localStorage),
    session: Object.keys(sessionStorage),
    cookies: document.cookie
  }))
}

/** Requests that are not GETs of the shop's own pages, its files, or the public model files. */
function unexpected({ requests }: Visit) {
  const allowed = [inject('shopUrl')]
  return requests.filter(
    ({ method, url }) => method !== 'GET' || !allowed.some(origin => url.startsWith(`${origin}/`))
  )
}

test('JO-4 unanswered, nothing is kept and nothing but public files is asked for', async () => {
  const visit = await newVisit()
  for (const path of WALK) await visit.page.goto(path, { waitUntil: 'networkidle' })
  expect(unexpected(visit)).toEqual([])
  const models = visit.requests
    .filter(({ url }) => url.includes('/models/'))
    .map(({ url }) => new URL(url).pathname)
  // A product's file is asked for on its own page, or because the merchant has pinned it for everyone.
  const items = new Set(models.flatMap(path => /\/items\/(\w+)\.json$/.exec(path)?.[1] ?? []))
  expect([...items].sort()).toEqual(['71053', 'W53014964'])
  expect(await kept(visit.page)).toEqual({ databases: [], local: [], session: [], cookies: '' })
  expect((await visit.debug()).events.length).toBeGreaterThan(0)
})

test('JO-5 denied, only the shop’s own note of the answer is kept', async () => {
  const visit = await newVisit()
  await visit.go('/')
  await visit.answer('No, thank you')
  for (const path of WALK) await visit.page.goto(path, { waitUntil: 'networkidle' })
  expect(unexpected(visit)).toEqual([])
  const { databases, local, session } = await kept(visit.page)
  expect({ databases, local, session }).toEqual({ databases: [], local: [], session: [] })
  const cookies = await visit.context.cookies()
  expect(cookies).toHaveLength(1)
  expect(cookies[0]?.value).not.toMatch(/[0-9a-f]{8}-/)
})

test('JO-5 taken back, what was kept is gone', async () => {
  const visit = await newVisit()
  await visit.go('/product/white-metal-lantern-71053')
  await visit.answer('Yes, all of it')
  expect((await kept(visit.page)).databases).toHaveLength(1)
  await visit.page.evaluate(() => {
    const { vitrine } = window as unknown as { vitrine: (...call: unknown[]) => void }
    vitrine('setConsent', { personalise: 'denied', measure: 'denied' })
  })
  await expect.poll(async () => (await kept(visit.page)).databases).toEqual([])
})
