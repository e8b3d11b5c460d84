import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { pathOf } from '../house/repository.ts'

/** Whoever takes longer has not ended: something keeps it running. */
const LIMIT_MS = 60_000

/** What the build has made of the package. */
export const BUILT = pathOf('packages/vitrine/dist/npm')

/**
 * The machine as a shop's own terminal has it: this workspace's Node and package manager are not on the path, and their
 * settings are not in the environment.
 */
const OUTSIDE: NodeJS.ProcessEnv = {
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^p?npm_|^node_/i.test(name))),
  PATH: (process.env['PATH'] ?? '')
    .split(delimiter)
    .filter(folder => !folder.includes('node_modules'))
    .join(delimiter)
}

/** Packs the built package and installs the tarball into an app of its own, without a network. */
export function installPackage(): { readonly app: string; readonly files: readonly string[] } {
  const folder = mkdtempSync(join(tmpdir(), 'vitrine-npm-'))
  const app = join(folder, 'app')
  mkdirSync(app)
  writeFileSync(join(app, 'package.json'), '{ "name": "app", "private": true, "type": "module" }\n')
  const quiet = ['--offline', '--no-audit', '--no-fund', '--ignore-scripts', '--cache', join(folder, 'cache')]
  const report = run(BUILT, 'npm', 'pack', '--json', '--pack-destination', folder, ...quiet)
  const { filename, files } = theOne(JSON.parse(report))
  run(app, 'npm', 'install', join(folder, filename), ...quiet)
  return { app, files: files.map(({ path }) => path) }
}

/** Runs a program as the shop would, and gives what it printed; throws with what it complained of. */
export function run(folder: string, program: string, ...args: readonly string[]): string {
  return execFileSync(program, args, {
    cwd: folder,
    env: OUTSIDE,
    encoding: 'utf8',
    stdio: 'pipe',
    timeout: LIMIT_MS
  })
}

interface PackReport {
  readonly filename: string
  readonly files: readonly { readonly path: string }[]
}

/** `npm pack --json` answers with a list, or since npm 11 with an object by package name. */
function theOne(report: Readonly<Record<string, PackReport>>): PackReport {
  const [packed] = Object.values(report)
  if (!packed) throw new Error('npm has packed nothing')
  return packed
}
