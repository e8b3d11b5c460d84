import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { pathOf, textOf } from './repository.ts'

const PURE = ['protocol', 'engine']

/** What Biome says of this text if it stood in that file. */
function lint(file: string, source: string): string {
  const args = ['lint', '--diagnostic-level=error', `--stdin-file-path=${file}`]
  const options = { cwd: pathOf('.'), input: source, encoding: 'utf8' } as const
  const { stdout, stderr } = spawnSync(pathOf('node_modules/.bin/biome'), args, options)
  return stdout + stderr
}

test.each(PURE)('HO-7 %s compiles with the language alone', room => {
  const base = JSON.parse(textOf('tsconfig.base.json'))
  const own = JSON.parse(textOf(`packages/${room}/tsconfig.json`))
  expect(base.compilerOptions).toMatchObject({ lib: ['ES2022'], types: [] })
  expect(own.extends).toBe('../../tsconfig.base.json')
  expect(own.compilerOptions).toBeUndefined()
})

test.each(PURE)('HO-7 %s is refused the clock and the dice', room => {
  for (const effect of ['Date.now()', 'new Date()', 'Math.random()']) {
    expect(lint(`packages/${room}/src/x.ts`, `export const x = ${effect}\n`)).toContain('Pure package')
  }
  expect(lint(`packages/${room}/src/x.ts`, 'export const x = new Date(0)\n')).not.toContain('Pure package')
})

test('HO-7 other rooms may read the clock', () => {
  expect(lint('packages/tracker/src/x.ts', 'export const x = Date.now()\n')).not.toContain('Pure package')
})
