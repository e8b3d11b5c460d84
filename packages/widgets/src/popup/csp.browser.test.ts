import { afterEach, beforeEach, expect, test } from 'vitest'
import { all, emptyPage, frames } from '../testing/mount.ts'
import { OFFER, PROMO } from '../testing/promos.ts'
import { strictPage } from '../testing/strictPage.ts'

beforeEach(emptyPage)
afterEach(emptyPage)

test('PO-21 breaks no rule of a strict policy with trusted types', async () => {
  const { page, complaints } = await strictPage(
    `import { definePopup } from '${new URL('./definePopup.ts', import.meta.url).pathname}'
    definePopup()`,
    '<vitrine-popup></vitrine-popup>'
  )
  const element = page.querySelector('vitrine-popup')
  if (!element) throw new Error('it stands in the page')
  for (const layout of ['modal', 'corner']) {
    Object.assign(element, { content: { ...PROMO, layout }, offer: OFFER, reason: 'A first visit.' })
    element.show()
    await frames()
    expect(all(element, 'dialog').map(it => getComputedStyle(it).position)).toEqual(['fixed'])
    for (const part of ['summary', '[part=copy]', '[part=close]']) {
      all(element, part)[0]?.click()
      await frames()
    }
    expect(element.open).toBe(false)
  }
  expect(complaints()).toEqual([])
})
