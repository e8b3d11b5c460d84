import { createHash } from 'node:crypto'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { asBorrower, borrow, borrowedIn } from './bundle/borrow.ts'
import { compile, here } from './bundle/compile.ts'
import { lend } from './bundle/lend.ts'
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

const outDir = here('dist')
await rm(outDir, { recursive: true, force: true })

const files = new Map<string, string>()
const lendings = await addParts()
await addWidgets()
// One folder named by all that is in it: it may be cached for ever, and the tag carries one name instead of nine.
const hash = createHash('sha256')
for (const [name, code] of files) hash.update(`${name}\n${code}\n`)
const folder = `parts/${hash.digest('hex').slice(0, 8)}/`
await Promise.all([...files].map(([name, code]) => write(folder + name, code)))
await writeTag()
await writePackage()

/** Compiles the parts, each against what the tag can lend. @returns What the tag is to lend, in order. */
async function addParts() {
  const [tag] = await compile({ input: { tag: TAG }, define: { VITRINE_PARTS: '""', VITRINE_LENT: '[]' } })
  if (!tag) throw new Error('nothing is left of the tag')
  const lent = lentBy(tag)
  const part = async (file: string, placeOf: (module: string, name: string) => number | string) => {
    const [chunk] = await compile({
      input: { part: file },
      output: { codeSplitting: false },
      plugins: [borrow(lent, placeOf)]
    })
    return chunk?.code ?? ''
  }
  const keyOf = (module: string, name: string) => `${module}|${name}`
  const wanted = new Map<string, number>()
  for (const file of Object.values(PARTS)) {
    for (const key of borrowedIn(await part(file, keyOf))) wanted.set(key, wanted.size)
  }
  const keys = [...new Set(wanted.keys())]
  for (const [name, file] of Object.entries(PARTS)) {
    const code = await part(file, (module, name) => keys.indexOf(keyOf(module, name)))
    files.set(`${name}.js`, await minified(asBorrower(code)))
  }
  return keys.map(key => {
    const [module = '', name = ''] = key.split('|')
    return { module, name }
  })
}

async function addWidgets(): Promise<void> {
  const chunks = await compile({
    input: WIDGETS,
    output: {
      entryFileNames: '[name].js',
      chunkFileNames: '[name].js',
      codeSplitting: { groups: [{ name: 'widget', minShareCount: 2 }] }
    }
  })
  for (const { fileName, code } of chunks) files.set(fileName, await minified(code))
}

/** The tag is one classic script: wrapped, so that it leaves no name on the page, and without static imports. */
async function writeTag(): Promise<void> {
  const [chunk] = await compile({
    input: { vitrine: TAG },
    output: { format: 'iife' },
    define: { VITRINE_PARTS: JSON.stringify(folder) },
    plugins: [lend(TAG, lendings)]
  })
  await write('vitrine.js', await minified(chunk?.code ?? ''))
}

async function writePackage(): Promise<void> {
  const modules = await compile({
    input: { index: here('src/index.ts') },
    output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' }
  })
  for (const { fileName, code } of modules) await write(`npm/${fileName}`, await minified(code))
  packFolder(
    here('.'),
    join(outDir, 'npm'),
    modules.flatMap(({ moduleIds }) => moduleIds)
  )
}

async function write(name: string, text: string): Promise<void> {
  const path = join(outDir, name)
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, text)
}
