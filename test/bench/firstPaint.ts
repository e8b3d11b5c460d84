import type { Page } from 'playwright-core'
import { newProfile, startChromium } from './chromiumProcess.ts'
import { type FirstPaintPage, PAGES } from './firstPaintPages.ts'
import { servePage } from './page.ts'
import { printTable } from './table.ts'

// A banner for somebody who comes back: when it is there, what was there before it, and what it costs the page. Four ways
// in one run, the CPU four times slower, each script 150 ms late. Milliseconds are medians.

const RUNS = 10
const DELAY_MS = 150
const CPU_RATE = 4

interface Visit {
  readonly firstPaintMs: number
  readonly personalMs: number
  readonly isDefaultPainted: boolean
  readonly shift: number
}

const profile = await newProfile()
const { browser, close } = await startChromium(profile.folder)
try {
  const page = await (browser.contexts()[0] ?? (await browser.newContext())).newPage()
  await page.addInitScript(watch)
  const session = await page.context().newCDPSession(page)
  const rows = []
  for (const way of PAGES) {
    await session.send('Emulation.setCPUThrottlingRate', { rate: CPU_RATE })
    rows.push(rowOf(way, await visits(page, way)))
  }
  printTable(
    ['way', 'in the first paint', 'default painted first', 'first paint ms', 'personal after it ms', 'shift'],
    rows
  )
} finally {
  await close()
  await profile.remove()
}

async function visits(page: Page, { body, files }: FirstPaintPage): Promise<Visit[]> {
  const server = await servePage({ apiPort: 9, body, files, delayMs: DELAY_MS })
  try {
    // The first visit is everybody's; what is measured are returns.
    await visit(page, server.url)
    const all: Visit[] = []
    for (let run = 0; run < RUNS; run++) all.push(await visit(page, server.url))
    return all
  } finally {
    server.close()
  }
}

async function visit(page: Page, url: string): Promise<Visit> {
  await page.goto(url, { waitUntil: 'networkidle' })
  return page.evaluate(() => {
    const { painted, shift } = (window as unknown as { seen: Seen }).seen
    const firstPaintMs = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0
    const paintedAt = (name: string) => painted.find(({ identifier }) => identifier === name)?.renderTime
    const personalMs = paintedAt('yours') ?? Number.POSITIVE_INFINITY
    const isDefaultPainted = paintedAt('ours') !== undefined
    return { firstPaintMs, personalMs, isDefaultPainted, shift }
  })
}

interface Seen {
  readonly painted: { readonly identifier: string; readonly renderTime: number }[]
  shift: number
}

/** Writes down which headings were painted when, and what shifts. Runs in the page. */
function watch(): void {
  const seen: Seen = { painted: [], shift: 0 }
  Object.assign(window, { seen })
  const observe = (type: string, each: (entry: PerformanceEntry) => void) =>
    new PerformanceObserver(list => list.getEntries().forEach(each)).observe({ type, buffered: true })
  observe('element', entry => seen.painted.push(entry as unknown as Seen['painted'][number]))
  observe('layout-shift', entry => {
    seen.shift += (entry as unknown as { value: number }).value
  })
}

function rowOf({ name }: FirstPaintPage, all: readonly Visit[]): (string | number)[] {
  const median = (of: (visit: Visit) => number) =>
    all.map(of).sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0
  const count = (is: (visit: Visit) => boolean) => `${all.filter(is).length} of ${all.length}`
  const isInTime = ({ firstPaintMs, personalMs }: Visit) => personalMs <= firstPaintMs
  return [
    name,
    count(isInTime),
    count(({ isDefaultPainted }) => isDefaultPainted),
    Math.round(median(({ firstPaintMs }) => firstPaintMs)),
    Math.round(
      Math.max(
        0,
        median(({ firstPaintMs, personalMs }) => personalMs - firstPaintMs)
      )
    ),
    median(({ shift }) => shift).toFixed(3)
  ]
}
