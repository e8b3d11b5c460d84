import { expect, test } from 'vitest'
import { type SuiteRun, summary } from './summary.ts'

const RUNS: readonly SuiteRun[] = [
  { name: 'lint', result: 'passed', ms: 1500 },
  { name: 'unit', result: 'failed', ms: 2000 },
  { name: 'faults', result: 'none yet', ms: 0 },
  { name: 'journeys', result: 'not measured', ms: 0 }
]

test('HO-6 ends with the count of suites, in which nothing unmeasured counts as passed', () => {
  const lines = summary(RUNS).split('\n')
  expect(lines.at(-1)).toBe('1 passed, 1 failed')
  expect(lines).toContain('journeys        0.0 s  not measured')
  expect(lines).toContain('faults          0.0 s  none yet')
})

test('HO-6 prints the time of each suite and of all', () => {
  const lines = summary(RUNS).split('\n')
  expect(lines).toContain('lint            1.5 s  passed')
  expect(lines).toContain('total           3.5 s')
})
