import puppeteer, { type BrowserContext, type KeyInput, type Page } from 'puppeteer-core'
import { findBrowser } from '../../tools/browsers.ts'
import type { Engine, KeyName, Tab } from './Engine.ts'
import { type Display, openDisplay } from './openDisplay.ts'
import { openPointer } from './openPointer.ts'

/** Firefox by WebDriver BiDi, with a window on a screen of its own: without one it would have no edge to leave through. */
export async function openFirefox(): Promise<Engine> {
  const { executable: executablePath = '', xvfb = '' } = findBrowser('firefox') ?? {}
  if (!executablePath) throw new Error('Firefox is not installed: apt-get install firefox-esr xvfb')
  const display = await openDisplay(xvfb)
  try {
    const browser = await puppeteer.launch({
      browser: 'firefox',
      executablePath,
      headless: false,
      defaultViewport: null,
      args: ['--width=1400', '--height=1150'],
      env: { ...process.env, DISPLAY: display.name, MOZ_ENABLE_WAYLAND: '0' }
    })
    return {
      name: 'firefox',
      async newTab() {
        const context = await browser.createBrowserContext()
        return tabOf(context, await context.newPage(), display)
      },
      async close() {
        await browser.close()
        await display.close()
      }
    }
  } catch (error) {
    await display.close()
    throw error
  }
}

function tabOf(context: BrowserContext, page: Page, { hand }: Display): Tab {
  const evaluate: Tab['evaluate'] = (work, ...args) =>
    page.evaluate(`(${work})(...${JSON.stringify(args)})`) as ReturnType<typeof work> as never
  const pointer = openPointer(hand, evaluate)
  return {
    engine: 'firefox',
    evaluate,
    ...pointer,
    async open(url) {
      pointer.forget()
      await page.goto(url, { waitUntil: 'domcontentloaded' })
    },
    async inject(script) {
      await page.evaluate(script)
    },
    press: key => pressKey(page, key),
    type: text => page.keyboard.type(text),
    async resize(width, height) {
      pointer.forget()
      await page.setViewport({ width, height })
    },
    async screenshot() {
      return Buffer.from(await page.screenshot())
    },
    close: () => context.close()
  }
}

async function pressKey({ keyboard }: Page, key: KeyName): Promise<void> {
  const [name = '', holding] = key.split('+').reverse()
  if (holding) await keyboard.down(holding as KeyInput)
  await keyboard.press(name as KeyInput)
  if (holding) await keyboard.up(holding as KeyInput)
}
