import { fileURLToPath } from 'node:url'
import { build, type Rolldown } from 'vite'
import { expect, test } from 'vitest'
import * as protocol from './index.ts'

const INDEX = fileURLToPath(new URL('index.ts', import.meta.url))

/** What remains of the package in a shop's page that uses these names of it. */
async function bundleOf(...names: readonly string[]): Promise<string> {
  const from = JSON.stringify(INDEX)
  const page = names.length > 0 ? `export { ${names.join(', ')} } from ${from}` : `import ${from}`
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [
      {
        name: 'page',
        enforce: 'pre',
        resolveId: id => (id === 'page' ? '\0page' : undefined),
        load: id => (id === '\0page' ? page : undefined)
      }
    ],
    build: {
      write: false,
      modulePreload: false,
      // The package's own word for it (`sideEffects: false`) is not taken: the code must show it.
      rolldownOptions: {
        input: 'page',
        preserveEntrySignatures: 'strict',
        treeshake: { moduleSideEffects: true }
      }
    }
  })
  return (built as Rolldown.RolldownOutput).output[0].code.trim()
}

test('PR-32 loaded and not used, nothing of the package remains', async () => {
  expect(await bundleOf()).toBe('')
})

test('PR-32 what packs batches does not carry what unpacks them', async () => {
  expect(await bundleOf('packBatch')).not.toContain('points outside')
  expect(await bundleOf('unpackBatch')).toContain('points outside')
})

test('PR-33 no list of words says one twice', () => {
  const lists = Object.entries(protocol).filter(([name]) =>
    /^(EVENT_TYPES|[A-Z]+S|[A-Z]+_(TYPES|KINDS|ORIGINS))$/.test(name)
  )
  const words = lists.filter(([, list]) => Array.isArray(list)) as [string, unknown[]][]
  expect(words.map(([name]) => name)).toEqual(
    expect.arrayContaining(['EVENT_TYPES', 'SOURCES', 'AFFINITY_KINDS', 'LIFECYCLES', 'CONSENT_ORIGINS'])
  )
  for (const [name, list] of words) expect(new Set(list).size, name).toBe(list.length)
})
