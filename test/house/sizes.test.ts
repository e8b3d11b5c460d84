import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { complaints, withTable } from './sizesTable.ts'
import { type Budget, weigh } from './weigh.ts'

/** A comment that no compressor makes smaller: the file's size is the test's to choose. */
const ballast = (bytes: number) => `/*${randomBytes(bytes / 2).toString('hex')}*/`
const CORE: Budget = { name: 'core', entries: ['vitrine.js'], beyond: [], maxBytes: 3000 }
const CAROUSEL: Budget = {
  name: 'carousel',
  entries: ['carousel*.js'],
  beyond: ['vitrine.js'],
  maxBytes: 3000
}

function dist(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'sizes-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  return folder
}

test('HO-8 weighs an entry with all it statically imports, and not what it may load later', () => {
  const folder = dist({
    'vitrine.js': `import{a as b}from"./shared.js";const load=()=>import("./carousel-x1.js")`,
    'shared.js': `import"./deep.js";${ballast(1000)}`,
    'deep.js': `export*from"./shared.js";${ballast(1000)}`,
    'carousel-x1.js': ballast(8000)
  })
  const bytes = weigh(folder, CORE)
  expect(bytes).toBeGreaterThan(1000)
  expect(bytes).toBeLessThan(2000)
})

test('HO-8 weighs a widget without what the script tag has brought', () => {
  const core = `import{s}from"./shared.js";${ballast(1000)}`
  const shared = ballast(6000)
  const folder = dist({
    'vitrine.js': core,
    'shared.js': shared,
    'carousel-x1.js': `import { s } from './shared.js'\nimport { h } from './preact.js'`,
    'preact.js': ballast(1000)
  })
  const bytes = weigh(folder, CAROUSEL)
  expect(bytes).toBeGreaterThan(500)
  expect(bytes).toBeLessThan(1500)
})

test('HO-8 weighs a whole page as all of its files, each once', () => {
  const folder = dist({
    'vitrine.js': ballast(1000),
    'carousel.js': `import"./widget.js";${ballast(1000)}`,
    'banner.js': `import"./widget.js";${ballast(1000)}`,
    'widget.js': ballast(4000)
  })
  const one = (name: string) => weigh(folder, { ...CORE, entries: [name] })
  const page = weigh(folder, { ...CORE, entries: ['vitrine.js', 'widget.js', 'carousel.js', 'banner.js'] })
  expect(page).toBe(one('vitrine.js') + one('carousel.js') + one('banner.js') - one('widget.js'))
})

test('HO-8 refuses a build in which an entry or an import is missing or ambiguous', () => {
  expect(() => weigh(dist({}), CORE)).toThrow(/vitrine.js is 0 files/)
  expect(() => weigh(dist({ 'vitrine.js': 'import"./gone.js"' }), CORE)).toThrow(/gone.js/)
  const twice = dist({ 'vitrine.js': '', 'carousel-a.js': '', 'carousel-b.js': '' })
  expect(() => weigh(twice, CAROUSEL)).toThrow(/is 2 files/)
})

test('HO-8 complains of a weight over its budget', () => {
  const weights = [{ name: 'core', bytes: 3001, maxBytes: 3000 }]
  const readme = withTable('<!-- sizes -->\n<!-- /sizes -->', weights)
  expect(complaints(weights, readme)).toEqual(['core weighs 3001 bytes, its budget is 3000'])
  expect(complaints([{ name: 'core', bytes: 3000, maxBytes: 3000 }], readme)).toEqual([])
})

test('HO-8 complains of a README that prints another size, or forgets one, or keeps an old one', () => {
  const written = withTable('# V\n<!-- sizes -->\nold\n<!-- /sizes -->\nend', [
    { name: 'core', bytes: 2000, maxBytes: 3000 },
    { name: 'gone', bytes: 2000, maxBytes: 3000 }
  ])
  expect(written).toContain('# V\n<!-- sizes -->\n| what | brotli | budget |')
  expect(written).toContain('| core | 2.0 kB | 3.0 kB |\n')
  const now = [
    { name: 'core', bytes: 2101, maxBytes: 3000 },
    { name: 'new', bytes: 1, maxBytes: 3000 }
  ]
  expect(complaints(now, written)).toEqual([
    'README.md says 2.0 kB for core, the build has 2.1 kB',
    'README.md does not print new',
    'README.md prints gone, which has no budget'
  ])
  expect(complaints(now, 'no table')).toHaveLength(1)
})
