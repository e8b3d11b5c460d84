import { createHash } from 'node:crypto'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Plugin } from 'vite'
import { asBorrower, borrow, borrowedIn } from './bundle/borrow.ts'
import { compile, here } from './bundle/compile.ts'
import { type Lending, lend, lendOn } from './bundle/lend.ts'
import { lentBy } from './bundle/lentBy.ts'
import { minified } from './bundle/minified.ts'
import { packFolder } from './pack/packFolder.ts'

// Builds what a shop loads: `dist/vitrine.js` for the script tag, the files it fetches when they are needed beside it,
// and `dist/npm` for apps.
const TAG = here('src/tag.ts')

/** What the tag fetches: each borrows from the tag what both need. */
const PARTS = {
  later: here('../tracker/src/later.ts'),
  structured: here('../tracker/src/structured.ts'),
  seldom: here('src/seldom.ts'),
  show: here('src/show.ts'),
  overlays: here('src/openOverlays.ts')
}

/** The widgets, which have one file in common. */
const WIDGETS = {
  carousel: here('src/carouselFile.ts'),
  banner: here('src/bannerFile.ts'),
  popup: here('src/popupFile.ts'),
  restock: here('src/restockFile.ts')
}

/** Everything that is built, by its name in `dist`. */
const files = new Map<string, string>()
const parts = new Map<string, string>()
const lendings = await addParts()
await addWidgets()
// One folder named by all that is in it: it may be cached for ever, and the tag carries one name instead of ten.
const hash = createHash('sha256')
for (const [name, code] of parts) hash.update(`${name}\n${code}\n`)
const folder = `parts/${hash.digest('hex').slice(0, 8)}/`
for (const [name, code] of parts) files.set(folder + name, code)
await addTag()
const modules = await addPackage()

const outDir = here('dist')
await rm(outDir, { recursive: true, force: true })
for (const [name, code] of files) {
  const path = join(outDir, name)
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, code)
}
packFolder(here('.'), join(outDir, 'npm'), modules)

/** Compiles the parts, each against what is on the page before it. @returns What the tag is to lend, in order. */
async function addParts(): Promise<Lending[]> {
  const [tag] = await compile({ input: { tag: TAG }, define: { VITRINE_PARTS: '""', VITRINE_LENT: '[]' } })
  const byTag = lentBy(tag)
  const [show] = await part(PARTS.show, borrow(byTag, keyOf))
  // Popups open from the window, so what shows has come before them.
  const byBoth = new Map([...lentBy(show), ...byTag])
  const lentTo = (file: string) => (file === PARTS.overlays ? byBoth : byTag)

  const wanted = new Set<string>()
  for (const file of Object.values(PARTS)) {
    const [chunk] = await part(file, borrow(lentTo(file), keyOf))
    for (const key of borrowedIn(chunk?.code ?? '')) wanted.add(key)
  }
  const lendings = [...wanted].map(lendingOf)
  const isTags = ({ module, name }: Lending) => byTag.get(module)?.includes(name) ?? false
  const tags = lendings.filter(isTags)
  const shows = lendings.filter(one => !isTags(one))
  const keys = [...tags, ...shows].map(({ module, name }) => keyOf(module, name))
  const placeOf = (module: string, name: string) => keys.indexOf(keyOf(module, name))
  for (const [name, file] of Object.entries(PARTS)) {
    const [chunk] = await part(file, borrow(lentTo(file), placeOf), lendOn(PARTS.show, shows))
    parts.set(`${name}.js`, await minified(asBorrower(chunk?.code ?? '')))
  }
  return tags
}

function part(file: string, ...plugins: Plugin[]) {
  return compile({ input: { part: file }, output: { codeSplitting: false }, plugins })
}

function keyOf(module: string, name: string): string {
  return `${module}|${name}`
}

function lendingOf(key: string): Lending {
  const [module = '', name = ''] = key.split('|')
  return { module, name }
}

async function addWidgets(): Promise<void> {
  const chunks = await compile({
    input: WIDGETS,
    // A widget that has what another needs gives it beside its own; else it would be two files.
    signatures: 'allow-extension',
    output: {
      entryFileNames: '[name].js',
      chunkFileNames: '[name].js',
      // What all draw with, and cards: the carousel is little without them, and the restock form shows one.
      codeSplitting: {
        groups: [
          { name: 'widget', test: /\/preact\/|widgets\/src\/(base|texts)\//, priority: 1 },
          { name: 'carousel', test: /widgets\/src\/(card|carousel)\/|carouselFile/ }
        ]
      }
    }
  })
  for (const { fileName, code } of chunks) parts.set(fileName, await minified(code))
}

/** The tag is one classic script: wrapped, so that it leaves no name on the page, and without static imports. */
async function addTag(): Promise<void> {
  const [chunk] = await compile({
    input: { vitrine: TAG },
    output: { format: 'iife' },
    define: { VITRINE_PARTS: JSON.stringify(folder) },
    plugins: [lend(TAG, lendings)]
  })
  files.set('vitrine.js', await minified(chunk?.code ?? ''))
}

/** @returns Paths of all modules in it. */
async function addPackage(): Promise<string[]> {
  const chunks = await compile({
    input: { index: here('src/index.ts'), server: here('src/server/index.ts') },
    output: {
      entryFileNames: 'npm/[name].js',
      chunkFileNames: ({ name }) => `npm/${name.replace('File', '')}-[hash].js`
    }
  })
  for (const { fileName, code } of chunks) files.set(fileName, await minified(code))
  return chunks.flatMap(({ moduleIds }) => moduleIds)
}
