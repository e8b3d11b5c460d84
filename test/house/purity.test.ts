import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { pathOf, textOf } from './repository.ts'

const PURE = ['protocol', 'engine']

/** How often Biome, with our configuration, calls such a file impure. */
function impurities(file: string, source: string): number {
  const folder = mkdtempSync(join(tmpdir(), 'purity-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  for (const config of ['biome.json', 'tools/pure.grit']) cpSync(pathOf(config), join(folder, config))
  mkdirSync(join(folder, dirname(file)), { recursive: true })
  writeFileSync(join(folder, file), source)
  const args = ['lint', '--max-diagnostics=none', file]
  const { stdout, stderr } = spawnSync(pathOf('node_modules/.bin/biome'), args, {
    cwd: folder,
    encoding: 'utf8'
  })
  expect(stdout + stderr).toContain('Checked 1 file')
  return (stdout + stderr).split('× Pure package').length - 1
}

test.each(PURE)('HO-7 %s compiles with the language alone', room => {
  const base = JSON.parse(textOf('tsconfig.base.json'))
  const own = JSON.parse(textOf(`packages/${room}/tsconfig.json`))
  expect(base.compilerOptions).toMatchObject({ lib: ['ES2022'], types: [] })
  expect(own.extends).toBe('../../tsconfig.base.json')
  expect(own.compilerOptions).toBeUndefined()
})

test.each(PURE)('HO-7 %s is refused the clock and the dice', room => {
  const effects = 'export const effects = [Date.now(), new Date(), Date(), Math.random()]\n'
  expect(impurities(`packages/${room}/src/x.ts`, effects)).toBe(4)
  expect(impurities(`packages/${room}/src/x.ts`, 'export const epoch = new Date(0)\n')).toBe(0)
})

test('HO-7 other rooms, and tests, may read the clock', () => {
  const clock = 'export const now = Date.now()\n'
  expect(impurities('packages/tracker/src/x.ts', clock)).toBe(0)
  expect(impurities('packages/engine/src/x.test.ts', clock)).toBe(0)
})
