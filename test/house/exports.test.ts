import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { exportedNames, exportsHere, LIST_FILE } from './exports.ts'
import { textOf } from './repository.ts'
import { surfaceOf } from './surface.ts'

describe('what the packages export', () => {
  // `npx --yes pnpm@12 exec node test/house/exports.ts --write` renews the list.
  test('HO-2 is what the list says', () => {
    expect(exportedNames()).toEqual(JSON.parse(textOf(LIST_FILE)))
  })

  test('HO-2 has a doc comment each', () => {
    const bare = [...exportsHere()].flatMap(([path, names]) =>
      names.filter(({ isDocumented }) => !isDocumented).map(({ name }) => `${path} ${name}`)
    )
    expect(bare).toEqual([])
  })
})

describe('reading a surface', () => {
  /** Writes the files into a folder of their own and reads `index.ts`: names, the undocumented ones with a `!`. */
  function read(files: Readonly<Record<string, string>>): readonly string[] {
    const folder = mkdtempSync(join(tmpdir(), 'surface-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
    return surfaceOf(join(folder, 'index.ts')).map(it => (it.isDocumented ? it.name : `${it.name}!`))
  }

  test('HO-2 sees declarations, with and without a comment', () => {
    const source =
      '/** One. */\nexport const one = 1\nexport function two() {}\nconst three = 3\n' +
      '/** Four. */\nexport type Four = 4\n\n/** About the file. */\nimport x from "x"\nexport class Five {}\n'
    expect(read({ 'index.ts': source })).toEqual(['Five!', 'Four', 'one', 'two!'])
  })

  test('HO-2 follows re-exports, renames and stars into other files', () => {
    const index =
      "export { a, b as bee, type C } from './a.ts'\nexport * from './d.ts'\nexport { far } from 'elsewhere'\n"
    expect(
      read({
        'index.ts': index,
        'a.ts':
          '/** A. */\nexport const a = 1\nexport const b = 2\n/** C. */\ntype C = 3\nexport type { C }\n',
        'd.ts': '/** D. */\nexport interface D {}\nexport const e = 5\n'
      })
    ).toEqual(['C', 'D', 'a', 'bee!', 'e!', 'far'])
  })

  test('HO-2 lets one comment serve a constant and a type of the same name', () => {
    const source = '/** Both. */\nexport const Both = {}\nexport type Both = object\n'
    expect(read({ 'index.ts': source })).toEqual(['Both'])
  })
})
