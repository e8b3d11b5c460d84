import { describe, expect, test } from 'vitest'
import { filesOf, textOf } from './repository.ts'
import { citedRulesOf, rulesOf } from './rules.ts'

const TEST_FILES = filesOf('{packages,demo,test,tools}/**/*.test.{ts,tsx}')
const rules = filesOf('SPEC.md', 'docs/spec/*.md').flatMap(file => rulesOf(textOf(file)))
const cited = new Map(
  TEST_FILES.flatMap(file => citedRulesOf(textOf(file)).map(rule => [rule, file] as const))
)

describe('the specification and the tests', () => {
  test('HO-1 every rule has a test', () => {
    expect(rules).toContain('HO-1')
    expect(rules.filter(rule => !cited.has(rule))).toEqual([])
  })

  test('HO-1 every rule that a test cites is written down', () => {
    expect([...cited].filter(([rule]) => !rules.includes(rule))).toEqual([])
  })

  test('HO-1 no number stands for two rules', () => {
    expect(rules.filter((rule, index) => rules.indexOf(rule) !== index)).toEqual([])
  })

  test('HO-1 SPEC.md lists every page of rules', () => {
    const spec = textOf('SPEC.md')
    expect(filesOf('docs/spec/*.md').filter(page => !spec.includes(`(${page})`))).toEqual([])
  })
})

describe('reading rules and titles', () => {
  test('HO-1 reads a rule only where one is laid down', () => {
    expect(rulesOf('- **PR-1** one\n- **PR-12** two\nsee **PR-3** there\n- **PR-4**\n')).toEqual([
      'PR-1',
      'PR-12'
    ])
  })

  test('HO-1 reads every title of a test, in a table too, and no other string', () => {
    // Written with « for a bracket, lest these titles count as this repository's own.
    const source = [
      `test«'PA-1 a', run)`,
      `test.each«table)«`,
      `  "PA-2, PB-3 b", run)`,
      'it«`PA-4: c`, run)',
      `describe«'PA-5 group', run)`,
      `test«'about PA-6', run)`,
      `say«'UTF-8 text')`
    ]
      .join('\n')
      .replaceAll('«', '(')
    expect(citedRulesOf(source)).toEqual(['PA-1', 'PA-2', 'PB-3', 'PA-4'])
  })
})
