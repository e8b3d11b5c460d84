import { type BrowserContext, chromium, type Page } from 'playwright-core'
import { findBrowser } from '../../tools/browsers.ts'
import { CHROMIUM_FLAGS } from '../../tools/chromiumFlags.ts'
import type { Engine, Tab } from './Engine.ts'

/** Chromium by its own protocol, whose mouse may leave the window. */
export async function openChromium(): Promise<Engine> {
  const { executable: executablePath } = findBrowser('chromium') ?? {}
  if (!executablePath) throw new Error('Chromium is not installed: apt-get install chromium')
  const browser = await chromium.launch({ executablePath, args: [...CHROMIUM_FLAGS] })
  return {
    name: 'chromium',
    async newTab() {
      const context = await browser.newContext()
      return tabOf(context, await context.newPage())
    },
    close: () => browser.close()
  }
}

function tabOf(context: BrowserContext, page: Page): Tab {
  const { mouse, keyboard } = page
  return {
    engine: 'chromium',
    // A function that is handed over as text runs alike in every engine.
    evaluate: (work, ...args) => page.evaluate(`(${work})(...${JSON.stringify(args)})`),
    async inject(script) {
      await page.evaluate(script)
    },
    async open(url) {
      await page.goto(url, { waitUntil: 'domcontentloaded' })
    },
    press: key => keyboard.press(key),
    type: text => keyboard.type(text),
    async move(...way) {
      for (const [x, y] of way) await mouse.move(x, y, { steps: 6 })
    },
    click: ([x, y]) => mouse.click(x, y),
    wheel: () => mouse.wheel(0, 500),
    resize: (width, height) => page.setViewportSize({ width, height }),
    screenshot: () => page.screenshot(),
    close: () => context.close()
  }
}
