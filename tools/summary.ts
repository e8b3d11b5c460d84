/** How one suite went. `none yet` has no files, `not measured` was excluded by whoever started the run. */
export type SuiteRun = {
  readonly name: string
  readonly result: 'passed' | 'failed' | 'none yet' | 'not measured'
  readonly ms: number
}

/** The table at the end of `npm test`; its last line counts suites, so that a machine can read it. */
export function summary(runs: readonly SuiteRun[]): string {
  const count = (result: SuiteRun['result']) => runs.filter(run => run.result === result).length
  const totalMs = runs.reduce((sum, { ms }) => sum + ms, 0)
  const rows = runs.map(({ name, result, ms }) => row(name, ms, result))
  return [
    '',
    ...rows,
    row('total', totalMs, ''),
    `${count('passed')} passed, ${count('failed')} failed`
  ].join('\n')
}

function row(name: string, ms: number, result: string): string {
  return `${name.padEnd(12)}${(ms / 1000).toFixed(1).padStart(7)} s  ${result}`.trimEnd()
}
