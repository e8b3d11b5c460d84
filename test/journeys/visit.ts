import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { inject, onTestFinished } from 'vitest'
import type { DebugReport, Vitrine } from 'vitrine'
import { findBrowser } from '../../tools/browsers.ts'
import { CHROMIUM_FLAGS } from '../../tools/chromiumFlags.ts'

/** A shopper at the shop's door: a browser of their own, and everything it asked for. */
export interface Visit {
  readonly context: BrowserContext
  readonly page: Page
  readonly requests: readonly { readonly method: string; readonly url: string }[]
  /** What the page threw; a shop with Vitrine throws nothing. */
  readonly errors: readonly string[]
  /** Opens a page of the shop and waits until every placement on it is decided. */
  go(path: string, page?: Page): Promise<void>
  /** Answers the shop's own consent banner. */
  answer(consent: 'Yes, all of it' | 'No, thank you'): Promise<void>
  debug(page?: Page): Promise<DebugReport>
  /** Products in a placement, as decided. */
  items(placement: string): Promise<readonly string[]>
}

let browser: Promise<Browser> | undefined

/** One browser for a test file; each visit is a profile of its own in it. */
function openBrowser(): Promise<Browser> {
  const executablePath = findBrowser('chromium')?.['executable']
  if (!executablePath)
    throw new Error('Chromium is not installed: apt-get install chromium, or set CHROMIUM_PATH')
  browser ??= chromium.launch({ executablePath, args: [...CHROMIUM_FLAGS] })
  return browser
}

/** Closes the browser after a test file. */
export async function closeBrowser(): Promise<void> {
  await (await browser)?.close()
  browser = undefined
}

/** A new shopper, with an empty browser. It is closed when the test ends. */
export async function newVisit(
  viewport = { width: 1280, height: 900 },
  device: { readonly hasTouch?: boolean; readonly isMobile?: boolean } = {}
): Promise<Visit> {
  const context = await (await openBrowser()).newContext({ ...device, viewport, baseURL: inject('shopUrl') })
  onTestFinished(() => context.close())
  const requests: { method: string; url: string }[] = []
  const errors: string[] = []
  context.on('request', request => requests.push({ method: request.method(), url: request.url() }))
  context.on('weberror', thrown => errors.push(String(thrown.error())))
  const page = await context.newPage()

  // The report is written by a file that is fetched with the first question.
  const debug = async (on = page) => {
    const report = await on.waitForFunction(() => {
      const { vitrine } = window as unknown as { vitrine: Vitrine }
      const said = vitrine.debug()
      return said.notHeard[0]?.why === 'loading' ? undefined : said
    })
    return (await report.jsonValue()) as DebugReport
  }
  return {
    context,
    page,
    requests,
    errors,
    debug,
    async go(path, on = page) {
      await on.goto(path, { waitUntil: 'networkidle' })
      await settled(on)
    },
    async answer(consent) {
      await page.getByRole('button', { name: consent }).click()
      await page.waitForFunction(
        said => (window as unknown as { vitrine: Vitrine }).vitrine.debug().consent.measure === said,
        consent === 'No, thank you' ? 'denied' : 'granted'
      )
      await settled(page)
    },
    async items(placement) {
      return (await debug()).decisions.find(one => one.placement === placement)?.items ?? []
    }
  }
}

/** Waits until Vitrine is there and has decided every element of ours on the page; some pages have none. */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle')
  await page.waitForFunction(() => {
    const { vitrine } = window as unknown as { vitrine?: Partial<Vitrine> }
    const places = document.querySelectorAll('vitrine-carousel, vitrine-banner, vitrine-restock').length
    // What stands over the page is a decision too, and has no place in it.
    return (vitrine?.debug?.().decisions.length ?? -1) >= places
  })
}
