import { afterEach, beforeEach, expect, test } from 'vitest'
import { itemOf } from '../testing/items.ts'
import { all, emptyPage, frames, one } from '../testing/mount.ts'
import { strictPage } from '../testing/strictPage.ts'

beforeEach(emptyPage)
afterEach(emptyPage)

test('RS-11, RS-2 breaks no rule of a strict policy with trusted types, in a product page as it is parsed', async () => {
  const { page, complaints } = await strictPage(
    `import { defineRestock } from '${new URL('./defineRestock.ts', import.meta.url).pathname}'
    defineRestock()`,
    `<form><input name="id" value="1"><vitrine-restock variant="v" product="Mug" marketing reserve="300px"></vitrine-restock>
    <button>Buy</button></form>`
  )
  const element = page.querySelector('vitrine-restock')
  if (!element) throw new Error('not parsed')
  element.substitute = itemOf(0)
  await frames()
  one(element, '[part~=send]').click()
  await frames()
  expect(all(element, '[aria-invalid=true]')).toHaveLength(1)
  for (const status of ['sending', 'failed', 'pending'] as const) {
    element.status = status
    await frames()
  }
  expect(one(element, '[part=base]').getBoundingClientRect().height).toBeGreaterThanOrEqual(300)
  expect(getComputedStyle(one(element, '[part=content]')).display).toBe('grid')
  expect(page.querySelector('button')?.form).toBe(page.querySelector('form'))
  expect([...new FormData(page.querySelector('form') ?? undefined).keys()]).toEqual(['id'])
  expect(complaints()).toEqual([])
})
