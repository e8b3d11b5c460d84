import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import { findBrowser } from '../../tools/browsers.ts'
import { CHROMIUM_FLAGS } from '../../tools/chromiumFlags.ts'

/** A Chromium that we started ourselves, so that it can be killed by its process id and started again on the same profile. */
export interface ChromiumProcess {
  readonly browser: Browser
  /** Ends it as a power cut would: SIGKILL to it and its children. */
  kill(): Promise<void>
  /** Ends it as its user would. */
  close(): Promise<void>
}

/** A fresh profile folder; `remove` deletes it. */
export async function newProfile(): Promise<{ readonly folder: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'vitrine-profile-'))
  return { folder, remove: () => rm(folder, { recursive: true, force: true, maxRetries: 5 }) }
}

/** Starts Chromium on a profile folder. */
export async function startChromium(profile: string): Promise<ChromiumProcess> {
  const executable = findBrowser('chromium')?.['executable']
  if (!executable)
    throw new Error('Chromium is not installed: apt-get install chromium, or set CHROMIUM_PATH')
  await rm(join(profile, 'DevToolsActivePort'), { force: true })
  const flags = ['--headless=new', '--remote-debugging-port=0', `--user-data-dir=${profile}`, 'about:blank']
  // A group of its own, so that SIGKILL takes the renderers along.
  const child = spawn(executable, [...CHROMIUM_FLAGS, ...flags], { stdio: 'ignore', detached: true })
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${await portOf(profile)}`)
  return {
    browser,
    async kill() {
      const gone = exited(child)
      if (child.pid) process.kill(-child.pid, 'SIGKILL')
      await gone
    },
    async close() {
      const gone = exited(child)
      const session = await browser.newBrowserCDPSession()
      await session.send('Browser.close')
      await gone
    }
  }
}

function exited(child: ChildProcess): Promise<void> {
  return new Promise(resolve => child.once('exit', () => resolve()))
}

/** Chromium writes the port it has chosen into its profile folder. */
async function portOf(profile: string): Promise<string> {
  for (let tries = 0; tries < 300; tries++) {
    const text = await readFile(join(profile, 'DevToolsActivePort'), 'utf8').catch(() => '')
    const [port] = text.split('\n')
    if (port) return port
    await new Promise(resolve => setTimeout(resolve, 100))
  }
  throw new Error('Chromium did not open its debugging port within 30 s')
}
