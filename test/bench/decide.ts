import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Page } from 'playwright-core'
import type { Vitrine } from 'vitrine'
import { newProfile, startChromium } from './chromiumProcess.ts'
import { printTable } from './table.ts'

// Decide and rank every placement of the demo's home page for a shopper with a past, profile and files at hand: what the
// shopper waits for on each page, and how many requests it takes. `../shared/ANCHORS.md` §2 asks for p99 ≤ 10 ms at 4×.

const LOOKS = [
  'white-metal-lantern-71053',
  'french-carriage-lantern-23099',
  'doormat-union-flag-48138',
  'rabbit-night-light-23084'
]
const ROUNDS = 200

const folder = await mkdtemp(join(tmpdir(), 'vitrine-bench-'))
const script = join(import.meta.dirname, '..', 'journeys', 'demoProcess.ts')
const demo = spawn(process.execPath, [script, folder], { stdio: ['pipe', 'pipe', 'inherit'] })
const profile = await newProfile()
try {
  const { url } = JSON.parse(await firstLine())
  const { browser, close } = await startChromium(profile.folder)
  const page = await (browser.contexts()[0] ?? (await browser.newContext())).newPage()
  await page.goto(url)
  await page.getByRole('button', { name: 'Yes, all of it' }).click()
  for (const look of LOOKS) await page.goto(`${url}/product/${look}`, { waitUntil: 'networkidle' })
  await page.goto(url, { waitUntil: 'networkidle' })
  const rows = []
  for (const rate of [1, 4]) rows.push(await measure(page, rate))
  printTable(['CPU', 'placements', 'p50 ms', 'p99 ms', 'longest ms', 'requests'], rows)
  await close()
} finally {
  const gone = once(demo, 'exit')
  demo.stdin.end()
  await gone
  await profile.remove()
  await rm(folder, { recursive: true, force: true })
}

async function measure(page: Page, rate: number): Promise<(string | number)[]> {
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate })
  let requests = 0
  const count = () => requests++
  page.on('request', count)
  const { placements, times } = await page.evaluate(async rounds => {
    const { vitrine } = window as unknown as { vitrine: Vitrine }
    const placements = vitrine.debug().decisions.map(({ placement }) => placement)
    const times: number[] = []
    for (let round = 0; round < rounds; round++) {
      const start = performance.now()
      for (const placement of placements) await vitrine.decide(placement)
      times.push(performance.now() - start)
    }
    return { placements: placements.length, times: times.sort((a, b) => a - b) }
  }, ROUNDS)
  page.off('request', count)
  await session.detach()
  const at = (share: number) =>
    (times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0).toFixed(1)
  return [`${rate}×`, placements, at(0.5), at(0.99), at(1), requests]
}

async function firstLine(): Promise<string> {
  for await (const line of createInterface(demo.stdout)) return line
  throw new Error('the demo has ended before it was open')
}
