import { spawnSync } from 'node:child_process'
import { type BrowserName, findBrowser, type Machine, thisMachine } from './browsers.ts'

/** Debian's packages. A font comes along because text without one has no width and no picture. */
const PACKAGES: Readonly<Record<BrowserName, readonly string[]>> = {
  chromium: ['chromium', 'fonts-liberation'],
  firefox: ['firefox-esr', 'xvfb', 'fonts-liberation'],
  webkit: ['webkit2gtk-driver', 'xvfb', 'fonts-liberation']
}

const PATH_VARIABLES: Readonly<Record<BrowserName, string>> = {
  chromium: 'CHROMIUM_PATH',
  firefox: 'FIREFOX_PATH and XVFB_PATH',
  webkit: 'WEBKIT_DRIVER_PATH, MINIBROWSER_PATH and XVFB_PATH'
}

/** What the provider does beyond looking, passed in for tests. */
export type Provider = {
  readonly machine: Machine
  readonly isRoot: boolean
  /** Runs a command in view of the person waiting; true when it exits with 0. */
  readonly run: (command: string, args: readonly string[]) => boolean
}

const thisProvider: Provider = {
  machine: thisMachine,
  isRoot: process.getuid?.() === 0,
  run: (command, args) => {
    console.log(`$ ${command} ${args.join(' ')}`)
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    return spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'], env }).status === 0
  }
}

/**
 * Makes sure that the wanted browsers are installed, by apt where we are root on a Debian-like system.
 *
 * @returns Nothing when all are there; else one sentence per browser saying what a person can do.
 */
export function provideBrowsers(
  wanted: readonly BrowserName[],
  { machine, isRoot, run }: Provider = thisProvider
): readonly string[] {
  const missing = () => wanted.filter(name => !findBrowser(name, machine))
  if (missing().length > 0 && isRoot && machine.which('apt-get')) {
    const packages = new Set(missing().flatMap(name => PACKAGES[name]))
    // A stale list names files that are gone, so the update comes first; if it fails, the old list may still do.
    run('apt-get', ['update', '-qq'])
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages])
  }
  return missing().map(
    name =>
      `${name} was not found. Install it (on Debian: apt-get install ${PACKAGES[name].join(' ')}), ` +
      `or name it by ${PATH_VARIABLES[name]}, or exclude it by VITRINE_BROWSERS=none or a list of those to keep.`
  )
}
