import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { asBorrower, borrow, borrowedIn } from './borrow.ts'
import { compile } from './compile.ts'
import { lend, lendOn } from './lend.ts'
import { lentBy } from './lentBy.ts'
import { minified } from './minified.ts'

/** Words that only one module has: where they stand, that module was compiled in. */
const SOURCES = {
  'words.ts': `
    export const LIMIT = 7
    export function greet(name) { return 'good morning ' + name }
    export function part(name) { return 'good bye ' + name }
    export const seen = []`,
  'tag.ts': `
    import { greet, LIMIT, seen } from './words.ts'
    seen.push('tag')
    export const lent = VITRINE_LENT
    export const said = greet('tag' + LIMIT)`,
  'show.ts': `
    import { greet, LIMIT, part as leave, seen } from './words.ts'
    import { wink } from './wink.ts'
    seen.push('show')
    export const all = [greet('show' + LIMIT), leave('show'), wink(), seen]
    export { wink as again }`,
  'wink.ts': `export function wink() { return 'a wink' }`,
  'over.ts': `
    import { greet } from './words.ts'
    import { wink } from './wink.ts'
    export const both = greet('over') + wink()`
}

type Source = keyof typeof SOURCES

let folder = ''
const at = (name: Source) => join(folder, name)

function writeSources() {
  folder = mkdtempSync(join(tmpdir(), 'bundle-'))
  for (const [name, text] of Object.entries(SOURCES)) writeFileSync(join(folder, name), text)
}

beforeAll(() => {
  writeSources()
  return () => rmSync(folder, { recursive: true })
})

const keyOf = (module: string, name: string) => `${module}|${name}`
const one = async (...call: Parameters<typeof compile>) => (await compile(...call))[0]?.code ?? ''

/** Runs a compiled module as a browser does. */
async function run(code: string) {
  const path = join(mkdtempSync(join(tmpdir(), 'bundle-')), 'file.mjs')
  onTestFinished(() => rmSync(path))
  writeFileSync(path, code)
  return await import(/* @vite-ignore */ path)
}

/** The tag, a part that lends on, and a part that comes after it. */
async function build() {
  const [tag] = await compile({ input: { tag: at('tag.ts') }, define: { VITRINE_LENT: '[]' } })
  const byTag = lentBy(tag)
  const [show] = await compile({ input: { show: at('show.ts') }, plugins: [borrow(byTag, keyOf)] })
  const byBoth = new Map([...lentBy(show), ...byTag])
  const over = await one({ input: { over: at('over.ts') }, plugins: [borrow(byBoth, keyOf)] })
  const tags = borrowedIn(show?.code ?? '')
  const shows = borrowedIn(over).filter(key => !tags.includes(key))
  const placeOf = (module: string, name: string) => [...tags, ...shows].indexOf(keyOf(module, name))
  const lendings = (keys: readonly string[]) =>
    keys.map(key => ({ module: key.split('|')[0] ?? '', name: key.split('|')[1] ?? '' }))
  const showCode = await one({
    input: { show: at('show.ts') },
    plugins: [borrow(byTag, placeOf), lendOn(at('show.ts'), lendings(shows))]
  })
  const overCode = await one({ input: { over: at('over.ts') }, plugins: [borrow(byBoth, placeOf)] })
  return {
    tags: tags.map(key => key.split('|')[1]),
    tag: await one({ input: { tag: at('tag.ts') }, plugins: [lend(at('tag.ts'), lendings(tags))] }),
    show: await minified(asBorrower(showCode)),
    over: await minified(asBorrower(overCode))
  }
}

test('VI-63 a part takes from the tag what the tag has, and brings only the rest', async () => {
  const { tags, tag, show, over } = await build()
  // A number is shorter written again than lent, and what the tag does not have itself is not put into it.
  expect(tags).toEqual(['greet', 'seen'])
  expect(tag).not.toContain('good bye')
  expect(show).not.toContain('good morning')
  expect(show).toContain('good bye')
  expect(over).not.toMatch(/good morning|a wink/)

  const { lent } = await run(tag)
  const first = (await run(show)).default(lent)
  expect(first.all).toEqual(['good morning show7', 'good bye show', 'a wink', ['tag', 'show']])
  expect(first.again()).toBe('a wink')
  expect((await run(over)).default(lent).both).toBe('good morning overa wink')
})

test('VI-63 a part opens once, however often it is fetched', async () => {
  const { tag, show } = await build()
  const { lent } = await run(tag)
  const { default: open } = await run(show)
  expect(open(lent)).toBe(open(lent))
  expect(open(lent).all[3]).toEqual(['tag', 'show'])
})
