import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** The engines we are measured in. */
export type BrowserName = 'chromium' | 'firefox' | 'webkit'

/** What discovery asks of a machine; passed in, so that a test can describe any machine. */
export type Machine = {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly which: (command: string) => string | undefined
  readonly exists: (path: string) => boolean
}

type Part = { readonly name: string; readonly env: string; readonly candidates: readonly string[] }

/** Where WebKitGTK's small browser lives: Debian (two architectures), Fedora, Arch. */
const MINI_BROWSERS = ['4.1', '4.0'].flatMap(version =>
  ['/usr/lib/x86_64-linux-gnu', '/usr/lib/aarch64-linux-gnu', '/usr/libexec', '/usr/lib'].map(
    folder => `${folder}/webkit2gtk-${version}/MiniBrowser`
  )
)

const XVFB: Part = { name: 'xvfb', env: 'XVFB_PATH', candidates: ['Xvfb'] }

const PARTS: Readonly<Record<BrowserName, readonly Part[]>> = {
  chromium: [
    {
      name: 'executable',
      env: 'CHROMIUM_PATH',
      candidates: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
    }
  ],
  firefox: [{ name: 'executable', env: 'FIREFOX_PATH', candidates: ['firefox-esr', 'firefox'] }, XVFB],
  webkit: [
    { name: 'driver', env: 'WEBKIT_DRIVER_PATH', candidates: ['WebKitWebDriver'] },
    { name: 'miniBrowser', env: 'MINIBROWSER_PATH', candidates: MINI_BROWSERS },
    XVFB
  ]
}

/** Every engine, in the order we report them. */
export const BROWSER_NAMES: readonly BrowserName[] = ['chromium', 'firefox', 'webkit']

/**
 * Finds an installed browser: the parts it needs and their paths, or undefined when any is missing.
 * Chromium has one part, `executable`; Firefox has `xvfb` beside it, and WebKit `driver`, `miniBrowser` and `xvfb`.
 * A path named in the environment is obeyed, never replaced by a guess.
 */
export function findBrowser(
  name: BrowserName,
  machine: Machine = thisMachine
): Readonly<Record<string, string>> | undefined {
  const paths: Record<string, string> = {}
  for (const part of PARTS[name]) {
    const path = findPart(part, machine)
    if (path === undefined) return undefined
    paths[part.name] = path
  }
  return paths
}

function findPart({ env, candidates }: Part, machine: Machine): string | undefined {
  const named = machine.env[env]
  if (named) return machine.exists(named) ? named : undefined
  for (const candidate of candidates) {
    const isPath = candidate.startsWith('/')
    const path = isPath ? (machine.exists(candidate) ? candidate : undefined) : machine.which(candidate)
    if (path) return path
  }
  return undefined
}

/** The machine this process runs on. */
export const thisMachine: Machine = { env: process.env, exists: existsSync, which }

function which(command: string): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean)
  return folders.map(folder => join(folder, command)).find(isExecutable)
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false // Absent and not ours to run are the same answer here.
  }
}
