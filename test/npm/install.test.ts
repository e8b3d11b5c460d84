import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { build, type Rolldown } from 'vite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { pathOf } from '../house/repository.ts'
import { surfaceOf } from '../house/surface.ts'
import { CONSUMER } from './consumer.ts'
import { BUILT, installPackage, run } from './installPackage.ts'
import { sameTypes } from './sameTypes.ts'

const SOURCE = pathOf('packages/vitrine/src/index.ts')
/** The types a shop needs by name. */
const NAMED =
  'BannerElement PopupElement PromoEventMap RestockElement RestockEventMap Card CarouselElement CarouselItem Consent Decision Ga4Payload Profile RankedItem Recommendation RecommendRequest ' +
  'Result ShopEvent StartOptions Verdict Vitrine'

let app: string
let files: readonly string[]
const textOf = (file: string) => readFileSync(join(app, 'node_modules/vitrine', file), 'utf8')

beforeAll(() => {
  if (!existsSync(BUILT)) throw new Error('node packages/vitrine/build.ts comes first')
  ;({ app, files } = installPackage())
})

afterAll(() => {
  if (app) rmSync(dirname(app), { recursive: true })
})

/** Compiles one file in the app and gives the compiler's complaints. */
function compile(text: string, options: Readonly<Record<string, unknown>>): string {
  const strict = {
    strict: true,
    noEmit: true,
    skipLibCheck: false,
    target: 'ES2022',
    lib: ['ES2022'],
    types: []
  }
  writeFileSync(join(app, 'consumer.ts'), text)
  writeFileSync(
    join(app, 'tsconfig.json'),
    JSON.stringify({ compilerOptions: { ...strict, ...options }, files: ['consumer.ts'] })
  )
  const { stdout } = spawnSync(pathOf('node_modules/.bin/tsc'), ['--pretty', 'false', '-p', app], {
    cwd: app,
    encoding: 'utf8'
  })
  return stdout
}

/** Bundles the app with this entry; nothing is written. */
async function bundle(entry: string): Promise<readonly Rolldown.OutputChunk[]> {
  const input = join(app, 'main.js')
  writeFileSync(input, entry)
  const built = await build({
    root: app,
    configFile: false,
    logLevel: 'silent',
    build: { write: false, modulePreload: false, rolldownOptions: { input } }
  })
  const outputs = (Array.isArray(built) ? built : [built]) as Rolldown.RolldownOutput[]
  return outputs.flatMap(({ output }) => output).filter(file => file.type === 'chunk')
}

test('VI-30 the tarball holds modules, types, page and licences, and asks for no other package', () => {
  const kinds = files.map(file => file.replace(/-[\w-]{8}\.js$/, '-*.js'))
  expect(kinds).toEqual(
    expect.arrayContaining([
      'LICENSE',
      'NOTICES.md',
      'README.md',
      'index.d.ts',
      'index.js',
      'package.json',
      'server.d.ts',
      'server.js'
    ])
  )
  expect(kinds).toEqual(expect.arrayContaining(['carousel-*.js', 'show-*.js']))
  const manifest = JSON.parse(textOf('package.json'))
  const own = JSON.parse(readFileSync(pathOf('packages/vitrine/package.json'), 'utf8'))
  expect(manifest).toMatchObject({ name: 'vitrine', version: own.version, license: 'MIT', type: 'module' })
  expect(Object.keys(manifest).filter(key => /dependencies|scripts|private/i.test(key))).toEqual([])
  for (const name of ['preact', 'idb-keyval']) expect(textOf('NOTICES.md')).toContain(`## ${name} `)
})

test('VI-31 no file of the package tells of the workspace: no source, no path of a machine, no registry', () => {
  expect(
    files.filter(file => !/^[\w-]+\.js$|^(index|server)\.d\.ts$|\.md$|^LICENSE$|^package\.json$/.test(file))
  ).toEqual([])
  const ofSources = /workspace:|@vitrine\/|(?<!\.d)\.tsx?['"`]|sourceMappingURL/
  const ofMachines = /["'`(\s](?:file:\/\/)?\/(?:home|root|tmp|Users)\/|https?:\/\/[^/\s]*(?:npm|registry)/
  expect(files.filter(file => ofSources.test(textOf(file)))).toEqual([])
  expect(files.filter(file => ofMachines.test(textOf(file)) || textOf(file).includes(pathOf('.')))).toEqual(
    []
  )
})

test('VI-32 imported on a server it gives a vitrine that does nothing and keeps nothing running', () => {
  const script = `
    import { start } from 'vitrine'
    const vitrine = start({ shop: 'demo', key: 'pk_demo', api: 'https://api.example' })
    vitrine.track('page_view')
    vitrine('setConsent', { personalise: 'granted' })
    const { items = [] } = (await vitrine.recommend({ strategy: 'best_sellers' })) ?? {}
    const { lifecycle } = await vitrine.profile()
    console.log(JSON.stringify({ items, lifecycle, version: vitrine.version, explained: await vitrine.explain() }))
    vitrine.stop()
  `
  const { version } = JSON.parse(textOf('package.json'))
  const [major] = run(app, 'node', '-p', 'process.versions.node').split('.')
  expect(Number(major)).toBeGreaterThanOrEqual(20)
  const said = run(app, 'node', '--input-type=module', '-e', script)
  expect(JSON.parse(said)).toEqual({ items: [], lifecycle: 'new_visitor', version, explained: [] })
})

test('VI-32 a server that runs plain Node writes a banner by it', () => {
  const script = `
    import { bannerHtml, MIRROR_SNIPPET, mirrorScript } from 'vitrine/server'
    const variants = [{ id: 'a', content: { widget: 'banner', title: '<Hello>' } }]
    const config = { locale: 'en', placements: [{ id: 'hero' }], campaigns: [{ id: 'c', placement: 'hero', variants }] }
    console.log(bannerHtml({ config, placement: 'hero', inside: '' }), mirrorScript('demo').includes(MIRROR_SNIPPET))
  `
  const said = run(app, 'node', '--input-type=module', '-e', script)
  expect(said).toContain('<template data-variant="c/a">')
  expect(said).toContain('&#60;Hello&#62;')
  expect(said).toContain('true')
})

test.each([
  ['bundler', { module: 'ESNext', moduleResolution: 'bundler', lib: ['ES2022', 'DOM'] }],
  ['nodenext', { module: 'nodenext', moduleResolution: 'nodenext', exactOptionalPropertyTypes: true }]
])('VI-33 a strict shop compiles with moduleResolution %s, declarations checked too', (_, options) => {
  expect(compile(CONSUMER, options)).toBe('')
})

test('VI-33 the types a shop needs by name are exported', () => {
  const exported = surfaceOf(join(app, 'node_modules/vitrine/index.d.ts')).map(({ name }) => name)
  expect(exported).toEqual(expect.arrayContaining(['start', ...NAMED.split(' ')]))
})

test('VI-34 the published types are those of the sources, computed ones written out', () => {
  const types = textOf('index.d.ts')
  expect(types.match(/^import |\bfrom '|import\(|Static<|: any\b|\bTObject/m)).toBeNull()
  const names = surfaceOf(SOURCE).map(({ name }) => name)
  // The page's own types can be added to once only.
  writeFileSync(join(app, 'published.ts'), `${types.slice(0, types.indexOf('declare global'))}export {}\n`)
  const options = {
    ...{
      module: 'ESNext',
      moduleResolution: 'bundler',
      lib: ['ES2022', 'DOM', 'DOM.Iterable'],
      skipLibCheck: true
    },
    ...{ allowImportingTsExtensions: true, exactOptionalPropertyTypes: true },
    ...{ jsx: 'react-jsx', jsxImportSource: 'preact' }
  }
  const complaints = compile(sameTypes(types, names, SOURCE), options).split('\n')
  // What the sources have wrong by themselves is the suite `types`' business.
  expect(complaints.filter(line => /^(?:consumer|published|error)/.test(line))).toEqual([])
})

test('VI-35 an app’s bundler loads the window and the carousel apart from the start', async () => {
  const chunks = await bundle(
    `import { start } from 'vitrine'\nstart({ shop: 'demo', key: 'pk_demo', api: 'https://api.example' })\n`
  )
  const entry = chunks.find(({ isEntry }) => isEntry)
  const later = chunks.filter(({ fileName }) => entry?.dynamicImports.includes(fileName))
  expect(later.map(({ name }) => name.split('-')[0])).toEqual(
    expect.arrayContaining(['banner', 'carousel', 'popup', 'restock', 'show'])
  )
  const atStart = [entry, ...chunks.filter(({ fileName }) => entry?.imports.includes(fileName))]
  expect(atStart.filter(chunk => chunk?.code.includes('adoptedStyleSheets'))).toEqual([])
  // What all widgets draw with is there once, for whichever comes first.
  expect(chunks.filter(chunk => chunk.code.includes('adoptedStyleSheets'))).toHaveLength(1)
})

test('VI-35 an import that is not used costs nothing', async () => {
  const chunks = await bundle(`import { start } from 'vitrine'\nconsole.log('open')\n`)
  expect(chunks.map(({ code }) => code.trim())).toEqual(['console.log(`open`);'])
})
