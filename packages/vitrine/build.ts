import { createHash } from 'node:crypto'
import { mkdir, rename, rm } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { build, type Rolldown } from 'vite'
import { packFolder } from './pack/packFolder.ts'

// Builds what a shop loads: `dist/vitrine.js` for the script tag, the files it fetches when they are needed beside it,
// and `dist/npm` for apps.
const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

const outDir = here('dist')

await rm(outDir, { recursive: true, force: true })
// Each part is whole by itself: what two have in common is a few hundred bytes, less than one more request costs.
const sources = {
  show: 'src/show.ts',
  later: '../tracker/src/later.ts',
  structured: '../tracker/src/structured.ts',
  seldom: 'src/seldom.ts',
  carousel: 'src/carouselFile.ts'
}
const parts: Rolldown.OutputChunk[] = []
for (const [name, file] of Object.entries(sources)) {
  parts.push(...(await bundle({ [name]: here(file) }, { entryFileNames: 'parts/[name].js' })))
}
// One folder named by all that is in it: it may be cached for ever, and the tag carries one name instead of three.
const hash = createHash('sha256')
for (const { code } of parts) hash.update(code)
const folder = hash.digest('hex').slice(0, 8)
await rename(here('dist/parts'), here(`dist/${folder}`))
await mkdir(here('dist/parts'))
await rename(here(`dist/${folder}`), here(`dist/parts/${folder}`))
// The tag is one classic script: wrapped, so that it leaves no name on the page, and without static imports.
await bundle(
  { vitrine: here('src/tag.ts') },
  { entryFileNames: '[name].js', format: 'iife' },
  { VITRINE_PARTS: JSON.stringify(`parts/${folder}/`) }
)
const modules = await bundle(
  { index: here('src/index.ts') },
  { entryFileNames: 'npm/[name].js', chunkFileNames: 'npm/[name]-[hash].js' }
)
packFolder(
  here('.'),
  here('dist/npm'),
  modules.flatMap(({ moduleIds }) => moduleIds)
)

async function bundle(
  input: Readonly<Record<string, string>>,
  output: Rolldown.OutputOptions,
  define: Readonly<Record<string, string>> = {}
): Promise<Rolldown.OutputChunk[]> {
  const built = await build({
    configFile: false,
    root: here('.'),
    logLevel: 'warn',
    define: { 'process.env.NODE_ENV': '"production"', ...define },
    build: {
      outDir,
      emptyOutDir: false,
      target: 'es2022',
      // Two hundredths smaller than the bundler's own, and the shop's page pays for every byte.
      minify: 'terser',
      terserOptions: { ecma: 2020, compress: { passes: 3, unsafe_arrows: true, pure_getters: true } },
      modulePreload: false,
      rolldownOptions: {
        input: { ...input },
        output,
        preserveEntrySignatures: 'exports-only',
        checks: { pluginTimings: false }
      }
    }
  })
  const outputs = (Array.isArray(built) ? built : [built]) as Rolldown.RolldownOutput[]
  return outputs.flatMap(({ output: files }) => files).filter(file => file.type === 'chunk')
}
