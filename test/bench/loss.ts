import type { Page } from 'playwright-core'
import type { Vitrine } from 'vitrine'
import { newProfile, startChromium } from './chromiumProcess.ts'
import { openCollector } from './collector.ts'
import { servePage } from './page.ts'
import { printTable } from './table.ts'

// What arrives in the end when the endpoint is down for the life of a page, and when the browser is killed: after one
// more visit, of 100 events. The rows and the peers beside them are those of ../shared/ANCHORS.md §1.

const EVENTS = 100
/** The later visit has this long to bring everything; a retry may wait its turn. */
const PATIENCE_MS = 45_000

interface Case {
  readonly name: string
  readonly endpointDown: boolean
  /** How long the page lives after its events, ms. */
  readonly livesMs: number
  readonly killed: boolean
}

const CASES: readonly Case[] = [
  { name: 'endpoint down 9 s, tab closed', endpointDown: true, livesMs: 9_000, killed: false },
  { name: 'endpoint down 61 s, tab closed', endpointDown: true, livesMs: 61_000, killed: false },
  { name: 'SIGKILL after 0.1 s, endpoint up', endpointDown: false, livesMs: 100, killed: true },
  { name: 'SIGKILL after 1 s, endpoint up', endpointDown: false, livesMs: 1_000, killed: true },
  { name: 'SIGKILL after 0.1 s, endpoint down', endpointDown: true, livesMs: 100, killed: true },
  { name: 'SIGKILL after 1 s, endpoint down', endpointDown: true, livesMs: 1_000, killed: true }
]

const rows: (string | number)[][] = []
for (const one of CASES) rows.push(await run(one))
printTable(['100 events', 'arrived', 'lost', 'doubled on the wire', 'requests'], rows)
process.exitCode = rows.every(([, , lost]) => lost === 0) ? 0 : 1

async function run({ name, endpointDown, livesMs, killed }: Case): Promise<(string | number)[]> {
  const collector = await openCollector()
  const site = await servePage({ apiPort: collector.port })
  const profile = await newProfile()
  try {
    if (endpointDown) await collector.down()
    const first = await startChromium(profile.folder)
    const page = await visit(first.browser, site.url)
    await tell(page, EVENTS)
    await new Promise(resolve => setTimeout(resolve, livesMs))
    if (!killed) await page.close()
    await (killed ? first.kill() : first.close())
    if (endpointDown) await collector.up()

    const second = await startChromium(profile.folder)
    await tell(await visit(second.browser, site.url), 1)
    // The page view of each visit is an event too.
    await until(() => collector.told.size >= EVENTS + 3)
    await second.close()
    const times = [...collector.told.values()]
    const arrived = Math.min(EVENTS, collector.told.size - 3)
    const doubled = times.reduce((sum, time) => sum + time - 1, 0)
    return [name, arrived, EVENTS - arrived, doubled, collector.requests()]
  } finally {
    site.close()
    await collector.down()
    await profile.remove()
  }
}

async function visit(
  browser: Awaited<ReturnType<typeof startChromium>>['browser'],
  url: string
): Promise<Page> {
  const page = await (browser.contexts()[0] ?? (await browser.newContext())).newPage()
  await page.goto(url)
  // Both files have come. What is told before the second is in memory until it is read or the page goes (TK-47), and a
  // SIGKILL in that moment of a first visit takes it along: see docs/benchmarks.md.
  await page.waitForFunction(() =>
    (window as unknown as { vitrine?: Partial<Vitrine> }).vitrine
      ?.debug?.()
      .events.some(({ event }) => event === 'page_view')
  )
  return page
}

async function tell(page: Page, count: number): Promise<void> {
  await page.evaluate(count => {
    const { vitrine } = window as unknown as { vitrine: Vitrine }
    for (let i = 0; i < count; i++) {
      vitrine.track('view_item', {
        items: [{ item_id: `P${Math.random()}`, price: 2.5 }],
        currency: 'GBP'
      })
    }
  }, count)
}

async function until(done: () => boolean): Promise<void> {
  const end = Date.now() + PATIENCE_MS
  while (!done() && Date.now() < end) await new Promise(resolve => setTimeout(resolve, 100))
}
