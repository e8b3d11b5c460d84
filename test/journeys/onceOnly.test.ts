import { afterAll, expect, test } from 'vitest'
import { closeBrowser, newVisit, settled } from './visit.ts'

afterAll(closeBrowser)

test('VI-16 the script loaded twice starts once', async () => {
  const { page, go, debug, errors } = await newVisit()
  await go('/')
  const { version } = await debug()
  const same = await page.evaluate(async () => {
    const before = (window as unknown as { vitrine: unknown }).vitrine
    const tag = document.querySelector<HTMLScriptElement>('script[data-shop]')
    await import(/* @vite-ignore */ tag?.src ?? '')
    return (window as unknown as { vitrine: unknown }).vitrine === before
  })
  expect(same).toBe(true)
  await settled(page)
  expect((await debug()).events.filter(({ event }) => event === 'page_view')).toHaveLength(1)
  expect(version).toBe('0.1.0')
  expect(errors).toEqual([])
})
