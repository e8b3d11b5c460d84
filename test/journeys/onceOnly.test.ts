import { afterAll, expect, test } from 'vitest'
import { closeBrowser, newVisit, settled } from './visit.ts'

afterAll(closeBrowser)

test('VI-16 the script loaded twice starts once', async () => {
  const { page, go, debug, errors } = await newVisit()
  await go('/')
  const { version } = await debug()
  // As text, because the test runner rewrites `import()` in functions.
  const same = await page.evaluate(`(async () => {
    const before = window.vitrine
    await import(document.querySelector('script[data-shop]').src)
    return window.vitrine === before
  })()`)
  expect(same).toBe(true)
  await settled(page)
  expect((await debug()).events.filter(({ event }) => event === 'page_view')).toHaveLength(1)
  expect(version).toBe('0.1.0')
  expect(errors).toEqual([])
})
