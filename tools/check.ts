import { spawnSync } from 'node:child_process'
import { globSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { chosenBrowsers } from './chosenBrowsers.ts'
import { provideBrowsers } from './provideBrowsers.ts'
import { SUITES, type Suite } from './suites.ts'
import { type SuiteRun, summary } from './summary.ts'

const ROOT = dirname(import.meta.dirname)
/** A suite that hangs must not hold the whole run: `npm test` promises fifteen minutes. */
const SUITE_LIMIT_MS = 10 * 60_000

const env = {
  ...process.env,
  PATH: [join(ROOT, 'node_modules', '.bin'), process.env['PATH']].filter(Boolean).join(delimiter)
}

function run(suite: Suite, excluded: readonly string[]): SuiteRun {
  const { name, command, files, browsers = [] } = suite
  const isHere = (pattern: string) => globSync(pattern, { cwd: ROOT, exclude: isForeign }).length > 0
  if (files && !files.some(isHere)) return { name, result: 'none yet', ms: 0 }
  const absent = browsers.filter(browser => excluded.includes(browser))
  if (absent.length > 0) {
    console.log(`NOT MEASURED ${name}: VITRINE_BROWSERS excludes ${absent.join(', ')}`)
    return { name, result: 'not measured', ms: 0 }
  }

  console.log(`\n── ${name} ──`)
  const [program, ...args] = command
  const startedAt = performance.now()
  const { status, error } = spawnSync(program, args, {
    cwd: ROOT,
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
    timeout: SUITE_LIMIT_MS
  })
  if (error) console.error(`${name}: ${error.message}`)
  const outcome: SuiteRun = {
    name,
    result: status === 0 ? 'passed' : 'failed',
    ms: performance.now() - startedAt
  }
  console.log(`${name} ${outcome.result} in ${(outcome.ms / 1000).toFixed(1)} s`)
  return outcome
}

function isForeign(path: string): boolean {
  return path.includes('node_modules')
}

function chosenSuites(names: readonly string[]): readonly Suite[] {
  const unknown = names.filter(name => !SUITES.some(suite => suite.name === name))
  if (unknown.length > 0) {
    throw new RangeError(
      `no suite ${unknown.join(', ')}; there are ${SUITES.map(({ name }) => name).join(', ')}`
    )
  }
  return names.length === 0 ? SUITES : SUITES.filter(({ name }) => names.includes(name))
}

const suites = chosenSuites(process.argv.slice(2))
const needed = new Set(suites.flatMap(({ browsers = [] }) => browsers))
const { wanted, excluded } = chosenBrowsers([...needed], process.env['VITRINE_BROWSERS'])
const problems = provideBrowsers(wanted)
if (problems.length > 0) {
  console.error(problems.join('\n'))
  process.exitCode = 1
} else {
  const runs = suites.map(suite => run(suite, excluded))
  console.log(summary(runs))
  process.exitCode = runs.some(({ result }) => result === 'failed') ? 1 : 0
}
