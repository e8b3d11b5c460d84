import { afterAll, expect, test } from 'vitest'
import type { Vitrine } from 'vitrine'
import { storedIds } from './storedIds.ts'
import { closeBrowser, newVisit } from './visit.ts'

afterAll(closeBrowser)

test('JO-8 two tabs lose nothing of each other and agree', async () => {
  const { context, page, go, answer } = await newVisit()
  await go('/')
  await answer('Yes, all of it')
  const other = await context.newPage()
  await Promise.all([
    go('/product/white-metal-lantern-71053'),
    go('/product/french-carriage-lantern-23099', other)
  ])
  const tell = (on: typeof page, name: string) =>
    on.evaluate(name => {
      const { vitrine } = window as unknown as { vitrine: Vitrine }
      for (let i = 0; i < 50; i++) vitrine.track('search', { search_term: `${name} ${i}` })
      return new Promise<string[]>(resolve => {
        const look = () => {
          const told = vitrine.debug().events.filter(({ event }) => event === 'search')
          if (told.length === 50) resolve(told.map(({ event_id }) => String(event_id)))
          else setTimeout(look, 20)
        }
        look()
      })
    }, name)
  const ids = (await Promise.all([tell(page, 'one'), tell(other, 'two')])).flat()
  await Promise.all([go('/'), go('/', other)])

  const known = (on: typeof page) =>
    on.evaluate(() => (window as unknown as { vitrine: Vitrine }).vitrine.profile())
  const [here, there] = await Promise.all([known(page), known(other)])
  expect(here.recentlyViewed.map(({ id }) => id).sort()).toEqual(['23099', '71053'])
  expect(there.recentlyViewed).toEqual(here.recentlyViewed)
  const debug = (on: typeof page) =>
    on.evaluate(() => (window as unknown as { vitrine: Vitrine }).vitrine.debug().outbox)
  await expect
    .poll(async () => (await Promise.all([debug(page), debug(other)])).map(({ waiting }) => waiting), {
      timeout: 30_000
    })
    .toEqual([0, 0])
  expect(new Set(ids).size).toBe(100)
  await expect.poll(() => storedIds(ids).length, { timeout: 30_000 }).toBe(100)
})
