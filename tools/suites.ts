import type { BrowserName } from './browsers.ts'

/** One part of `npm test`: a child process whose exit code is its result. */
export type Suite = {
  readonly name: string
  readonly command: readonly [string, ...string[]]
  /** Globs from the root; while none matches, the suite is reported as "none yet". Absent: it always runs. */
  readonly files?: readonly string[]
  readonly browsers?: readonly BrowserName[]
}

function vitest(project: string, ...rest: readonly string[]): readonly [string, ...string[]] {
  return ['vitest', 'run', '--project', project, ...rest]
}

/** What `npm test` runs, cheapest first; sizes come after the build that they weigh. */
export const SUITES: readonly Suite[] = [
  { name: 'lint', command: ['biome', 'check', '.'] },
  { name: 'types', command: ['node', 'tools/types.ts'] },
  { name: 'knip', command: ['knip', '--no-progress'] },
  // The floor of 100 % of lines for protocol and engine stands in vitest.config.ts.
  { name: 'unit', command: vitest('node', '--coverage') },
  {
    name: 'browser',
    command: vitest('chromium'),
    files: ['{packages/*,demo,test}/**/*.browser.test.{ts,tsx}'],
    browsers: ['chromium']
  },
  { name: 'build', command: ['node', 'packages/vitrine/build.ts'], files: ['packages/vitrine/build.ts'] },
  { name: 'sizes', command: ['node', 'test/house/sizes.ts'], files: ['packages/vitrine/build.ts'] },
  { name: 'npm', command: vitest('npm'), files: ['test/npm/**/*.test.ts'] },
  { name: 'relevance', command: vitest('relevance'), files: ['test/relevance/**/*.test.ts'] },
  { name: 'faults', command: vitest('faults'), files: ['test/faults/**/*.test.ts'] },
  {
    name: 'journeys',
    command: vitest('journeys'),
    files: ['test/journeys/**/*.test.ts'],
    browsers: ['chromium']
  },
  {
    name: 'engines',
    command: vitest('engines'),
    files: ['test/engines/**/*.test.ts'],
    browsers: ['firefox', 'webkit']
  }
]
