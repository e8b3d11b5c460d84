import type { Page } from 'playwright-core'

/** The first seconds of a page are nobody's: the page's clock is put on, so that no test waits for them. */
const PATIENCE_MS = 10_000

/** Up and out of the page, to the tabs, as a hand goes: the moment the popup waits for. */
export async function leaveUpwards(page: Page): Promise<void> {
  await page.evaluate(ms => {
    const now = Date.now.bind(Date)
    Date.now = () => now() + ms
  }, PATIENCE_MS)
  await page.mouse.move(600, 500)
  await page.mouse.move(620, 250, { steps: 6 })
  await page.mouse.move(640, -30, { steps: 6 })
}
