import { expect, test } from 'vitest'
import { findBrowser, type Machine } from './browsers.ts'
import { chosenBrowsers } from './chosenBrowsers.ts'
import { provideBrowsers } from './provideBrowsers.ts'

const MINI_BROWSER = '/usr/libexec/webkit2gtk-4.1/MiniBrowser'

/** A machine with these commands in /usr/bin and these other files. */
function machine(commands: readonly string[], files: readonly string[] = [], env = {}): Machine {
  return {
    env,
    which: command => (commands.includes(command) ? `/usr/bin/${command}` : undefined),
    exists: path => files.includes(path)
  }
}

test('HO-4 finds Chromium and Firefox under any of their names, the first named first', () => {
  expect(findBrowser('chromium', machine(['google-chrome', 'chromium-browser']))).toEqual({
    executable: '/usr/bin/chromium-browser'
  })
  expect(findBrowser('firefox', machine(['firefox', 'Xvfb']))).toEqual({
    executable: '/usr/bin/firefox',
    xvfb: '/usr/bin/Xvfb'
  })
  expect(findBrowser('chromium', machine([]))).toBeUndefined()
})

test('HO-4 obeys a path named in the environment, and does not replace a wrong one by a guess', () => {
  const env = { CHROMIUM_PATH: '/opt/chromium' }
  expect(findBrowser('chromium', machine(['chromium'], ['/opt/chromium'], env))).toEqual({
    executable: '/opt/chromium'
  })
  expect(findBrowser('chromium', machine(['chromium'], [], env))).toBeUndefined()
})

test('HO-4 finds WebKit only with its driver, its browser and a display', () => {
  expect(findBrowser('webkit', machine(['WebKitWebDriver', 'Xvfb'], [MINI_BROWSER]))).toEqual({
    driver: '/usr/bin/WebKitWebDriver',
    miniBrowser: MINI_BROWSER,
    xvfb: '/usr/bin/Xvfb'
  })
  expect(findBrowser('webkit', machine(['WebKitWebDriver'], [MINI_BROWSER]))).toBeUndefined()
  expect(findBrowser('webkit', machine(['WebKitWebDriver', 'Xvfb']))).toBeUndefined()
})

test('HO-5 excludes browsers only when told to, and refuses a name it does not know', () => {
  const needed = ['chromium', 'firefox'] as const
  expect(chosenBrowsers(needed, undefined)).toEqual({ wanted: needed, excluded: [] })
  expect(chosenBrowsers(needed, '')).toEqual({ wanted: needed, excluded: [] })
  expect(chosenBrowsers(needed, 'none')).toEqual({ wanted: [], excluded: needed })
  expect(chosenBrowsers(needed, 'chromium, webkit')).toEqual({ wanted: ['chromium'], excluded: ['firefox'] })
  expect(() => chosenBrowsers(needed, 'chrome')).toThrow(/names chrome;/)
})

test('HO-5 installs what is missing by apt where it is root', () => {
  const commands = ['apt-get', 'chromium']
  const ran: string[] = []
  const run = (command: string, args: readonly string[]) => {
    ran.push([command, ...args].join(' '))
    if (args[0] === 'install') commands.push('firefox-esr', 'Xvfb')
    return true
  }
  const problems = provideBrowsers(['chromium', 'firefox'], { machine: machine(commands), isRoot: true, run })
  expect(problems).toEqual([])
  expect(ran).toEqual([
    'apt-get update -qq',
    'apt-get install -y -qq --no-install-recommends firefox-esr xvfb fonts-liberation'
  ])
})

test('HO-5 says what to install where it may not install, and runs nothing', () => {
  const run = () => {
    throw new Error('ran a command')
  }
  for (const [commands, isRoot] of [[['apt-get'], false] as const, [[], true] as const]) {
    const problems = provideBrowsers(['chromium'], { machine: machine(commands), isRoot, run })
    expect(problems).toHaveLength(1)
    expect(problems[0]).toContain('apt-get install chromium')
    expect(problems[0]).toContain('CHROMIUM_PATH')
    expect(problems[0]).toContain('VITRINE_BROWSERS=none')
  }
})

test('HO-5 says so when apt did not bring the browser', () => {
  const provider = { machine: machine(['apt-get']), isRoot: true, run: () => false }
  expect(provideBrowsers(['webkit'], provider)).toHaveLength(1)
})
