import { afterEach, beforeEach, expect, test } from 'vitest'
import { itemsOf } from '../testing/items.ts'
import { all, emptyPage, frames } from '../testing/mount.ts'
import { strictPage } from '../testing/strictPage.ts'

beforeEach(emptyPage)
afterEach(emptyPage)

test('WD-7 breaks no rule of a strict policy with trusted types', async () => {
  const { page, complaints } = await strictPage(`
    import { defineCarousel } from '${new URL('./defineCarousel.ts', import.meta.url).pathname}'
    defineCarousel()
    document.body.append(document.createElement('vitrine-carousel'))`)
  const element = page.querySelector('vitrine-carousel')
  if (!element) throw new Error('the module did not run')
  Object.assign(element, { heading: 'For you', reserve: '300px', currency: 'GBP', items: itemsOf(6) })
  await frames()
  for (const part of ['[part~=add]', '[part~=why]', '[part~=dislike]', '[part~=next]']) {
    all(element, part)[1]?.click()
    await frames()
  }
  expect(all(element, 'li')).toHaveLength(6)
  expect(all(element, 'section').map(it => it.getBoundingClientRect().height >= 300)).toEqual([true])
  expect(getComputedStyle(all(element, 'ul')[0] ?? element).display).toBe('grid')
  expect(complaints()).toEqual([])
})

test('WD-7 hears what breaks a rule', async () => {
  const { complaints } = await strictPage(`
    try { document.body.innerHTML = '<p>no</p>' } catch {}
    document.body.setAttribute('style', 'color: red')`)
  await frames()
  expect(complaints()).toEqual(['require-trusted-types-for', 'style-src-attr'])
})
