import { join } from 'node:path'
import { expect, test } from 'vitest'
import { importsOf, packageOf } from './imports.ts'
import { type Package, packagesHere } from './packages.ts'
import { filesOf, textOf } from './repository.ts'

/** DESIGN.md, "The rooms": who may know whom. Siblings never meet; vitrine introduces them. */
const DIRECTION: Readonly<Record<string, readonly string[]>> = {
  '@vitrine/protocol': [],
  '@vitrine/engine': ['@vitrine/protocol'],
  '@vitrine/tracker': ['@vitrine/protocol'],
  '@vitrine/widgets': ['@vitrine/protocol'],
  vitrine: ['@vitrine/engine', '@vitrine/protocol', '@vitrine/tracker', '@vitrine/widgets'],
  '@vitrine/api': ['@vitrine/engine', '@vitrine/protocol'],
  '@vitrine/demo': ['@vitrine/api', '@vitrine/protocol', 'vitrine']
}
/** These stand on a server, so Node is theirs. */
const NODE_ROOMS = ['@vitrine/api', '@vitrine/demo']

const packages = packagesHere().filter(({ name }) => name !== '@vitrine/test')
const ours = new Set(packagesHere().map(({ name }) => name))

function sourcesOf({ folder }: Package): readonly string[] {
  const code = filesOf(`${folder}/{src,shop}/**/*.{ts,tsx}`, `${folder}/*.ts`)
  return code.filter(file => !/\.test\.tsx?$|\/testing\/|\/build\.ts$|\.config\.ts$/.test(file))
}

test('HO-3 packages depend on one another as the design draws it', () => {
  const graph = packages.map(({ name, dependencies }) => [name, dependencies.filter(it => ours.has(it))])
  expect(Object.fromEntries(graph)).toEqual(DIRECTION)
})

test.each(packages)('HO-3 $name imports only what it declares', room => {
  const allowed = [room.name, ...room.dependencies, ...(NODE_ROOMS.includes(room.name) ? ['node:'] : [])]
  const wrong = sourcesOf(room).flatMap(file =>
    importsOf(textOf(file))
      .filter(it => !allowed.includes(packageOf(it) ?? room.name))
      .map(it => `${file} imports ${it}`)
  )
  expect(wrong).toEqual([])
})

test.each(packages)('HO-3 no file of $name reaches out of its folder by path', room => {
  const wrong = sourcesOf(room).flatMap(file =>
    importsOf(textOf(file))
      .filter(it => it.startsWith('.') && !join(file, '..', it).startsWith(`${room.folder}/`))
      .map(it => `${file} imports ${it}`)
  )
  expect(wrong).toEqual([])
})

test('HO-3 reads every form of import', () => {
  const source = [
    "import { a } from 'one'",
    "import type {\n  b\n} from '@two/b/c'",
    "export * from './three.ts'",
    "import 'four'",
    "const five = await import('node:five')",
    "const text = 'import me from here'"
  ].join('\n')
  expect(importsOf(source)).toEqual(['one', '@two/b/c', './three.ts', 'four', 'node:five'])
  expect(importsOf(source).map(packageOf)).toEqual(['one', '@two/b', undefined, 'four', 'node:'])
})
