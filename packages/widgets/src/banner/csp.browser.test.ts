import { afterEach, beforeEach, expect, test } from 'vitest'
import { all, emptyPage, frames } from '../testing/mount.ts'
import { PROMO } from '../testing/promos.ts'
import { strictPage } from '../testing/strictPage.ts'

beforeEach(emptyPage)
afterEach(emptyPage)

test('BA-15 breaks no rule of a strict policy with trusted types', async () => {
  const { page, complaints } = await strictPage(
    `import { defineBanner } from '${new URL('./defineBanner.ts', import.meta.url).pathname}'
    defineBanner()`,
    '<vitrine-banner reserve="300px"><p>Ours</p></vitrine-banner>'
  )
  const element = page.querySelector('vitrine-banner')
  if (!element) throw new Error('it stands in the page')
  for (const layout of ['hero', 'bar', 'inline']) {
    Object.assign(element, { content: { ...PROMO, layout }, reason: 'You bought lanterns last spring.' })
    await frames()
    all(element, 'summary')[0]?.click()
    await frames()
  }
  expect(all(element, 'section').map(it => it.getBoundingClientRect().height >= 300)).toEqual([true])
  expect(all(element, '[part=body]').map(it => getComputedStyle(it).display)).toEqual(['grid'])
  expect(complaints()).toEqual([])
})
