import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findBrowser } from '../../tools/browsers.ts'
import type { Engine, KeyName, Tab } from './Engine.ts'
import { freePort } from './freePort.ts'
import { type Display, openDisplay } from './openDisplay.ts'
import { openPointer } from './openPointer.ts'
import { startProcess } from './startProcess.ts'
import { newSession, type WebDriverSession } from './webDriver.ts'

/** WebDriver's own letters for keys that are none. */
const KEYS: Readonly<Record<KeyName, readonly string[]>> = {
  Tab: ['\uE004'],
  'Shift+Tab': ['\uE008', '\uE004'],
  Enter: ['\uE007'],
  Escape: ['\uE00C'],
  Space: [' ']
}

/** WebKitGTK: its driver, its small browser, and a screen for it. */
export async function openWebKit(): Promise<Engine> {
  const parts = findBrowser('webkit')
  if (!parts) throw new Error('WebKit is not installed: apt-get install webkit2gtk-driver xvfb')
  const { driver = '', miniBrowser = '', xvfb = '' } = parts
  const display = await openDisplay(xvfb)
  const port = await freePort()
  const settings = await narrowToolbar()
  const driving = startProcess(driver, [`--port=${port}`], {
    stdio: 'ignore',
    env: {
      ...process.env,
      DISPLAY: display.name,
      XDG_CONFIG_HOME: settings,
      // As root in a container there is no sandbox to be had, and no graphics card.
      WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
      WEBKIT_DISABLE_COMPOSITING_MODE: '1'
    }
  })
  const driverUrl = `http://127.0.0.1:${port}`
  await untilUp(driverUrl)
  return {
    name: 'webkit',
    async newTab() {
      const session = await newSession(driverUrl, {
        browserName: 'MiniBrowser',
        // Told to wait for DOMContentLoaded (`eager`), it stops answering at the next page but one.
        pageLoadStrategy: 'none',
        'webkitgtk:browserOptions': { binary: miniBrowser, args: ['--automation'] }
      })
      return tabOf(session, display)
    },
    async close() {
      await driving.end()
      await display.close()
      await rm(settings, { recursive: true, force: true })
    }
  }
}

/** Its toolbar would not let the window be as narrow as a phone's. @returns A folder of settings in which it does. */
async function narrowToolbar(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'vitrine-webkit-'))
  await mkdir(join(folder, 'gtk-3.0'))
  await writeFile(join(folder, 'gtk-3.0', 'gtk.css'), '* { min-width: 0; padding: 0; font-size: 6px }')
  return folder
}

async function untilUp(driverUrl: string): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      await fetch(`${driverUrl}/status`)
      return
    } catch (error) {
      if (tries === 100) throw error
      await new Promise(resolve => setTimeout(resolve, 100))
    }
  }
}

function tabOf(session: WebDriverSession, { hand }: Display): Tab {
  const run = (script: string, args: unknown) => session.post('execute/sync', { script, args: [args] })
  const evaluate: Tab['evaluate'] = async (work, ...args) => {
    let said = Object(await run(script(work), args))
    while (said.isLate) {
      await new Promise(later => setTimeout(later, 20))
      said = Object(await run('return window.said_', []))
    }
    if (said.error) throw new Error(said.error)
    // JSON has no undefined, and no function of ours answers null.
    return said.value ?? undefined
  }
  const pointer = openPointer(hand, evaluate)
  const keys = async (pressed: readonly string[]) => {
    const down = pressed.map(value => ({ type: 'keyDown', value }))
    const up = pressed.map(value => ({ type: 'keyUp', value })).reverse()
    await session.post('actions', { actions: [{ type: 'key', id: 'keyboard', actions: [...down, ...up] }] })
  }
  return {
    engine: 'webkit',
    evaluate,
    ...pointer,
    async open(url) {
      pointer.forget()
      await evaluate(() => void Object.assign(window, { left_: true }))
      await session.post('url', { url })
      while (!(await hasArrived(session))) await new Promise(later => setTimeout(later, 20))
    },
    async inject(script) {
      await session.post('execute/sync', { script, args: [] })
    },
    press: key => keys(KEYS[key]),
    async type(text) {
      for (const letter of text) await keys([letter])
    },
    async resize(width, height) {
      pointer.forget()
      await session.post('window/rect', { x: 0, y: 0, width, height })
      const inside = await evaluate(() => [innerWidth, innerHeight] as const)
      await session.post('window/rect', { width: 2 * width - inside[0], height: 2 * height - inside[1] })
    },
    async screenshot() {
      // It is taken with the next frame, and a page that stands still has none.
      await evaluate(() => void document.documentElement.animate([{ opacity: 1 }, { opacity: 0.999 }], 2000))
      return Buffer.from(String(await session.get('screenshot')), 'base64')
    },
    close: () => session.end()
  }
}

/** A question that meets the old page as it goes is never answered: it is asked again. */
const ANSWER_MS = 2000

/** Whether the page is read, of which only the one before it was marked. */
async function hasArrived(session: WebDriverSession): Promise<boolean> {
  const script = 'return !window.left_ && document.readyState !== "loading"'
  try {
    return (await session.post('execute/sync', { script, args: [] }, ANSWER_MS)) === true
  } catch {
    return false // If it is more than that, the next command says so.
  }
}

/** A function as a script that answers at once, with what came of it or that it is late. */
function script(work: object): string {
  return `const told = window.said_ = { isLate: true }
    const tell = value => Object.assign(told, { isLate: false, value })
    const fail = error => Object.assign(told, { isLate: false, error: String(error) })
    try {
      const value = (${work})(...arguments[0])
      value instanceof Promise ? value.then(tell, fail) : tell(value)
    } catch (error) { fail(error) }
    return told`
}
