import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { packagesHere } from './packages.ts'
import { pathOf } from './repository.ts'
import { type Exported, surfaceOf } from './surface.ts'

/** The committed list of every name that a package exports. */
export const LIST_FILE = 'test/house/exports.json'

/** Every import path of the workspace (`@vitrine/engine/train`) with what it exports. */
export function exportsHere(): ReadonlyMap<string, readonly Exported[]> {
  return new Map(
    packagesHere().flatMap(({ name, folder, entries }) =>
      Object.entries(entries)
        .map(([subpath, file]) => [join(name, subpath), pathOf(join(folder, file))] as const)
        .filter(([, file]) => /\.tsx?$/.test(file) && existsSync(file))
        .map(([path, file]) => [path, surfaceOf(file)] as const)
    )
  )
}

/** The same as plain data, in the form of the committed list. */
export function exportedNames(): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries([...exportsHere()].map(([path, names]) => [path, names.map(({ name }) => name)]))
}

if (import.meta.main && process.argv.includes('--write')) {
  writeFileSync(pathOf(LIST_FILE), `${JSON.stringify(exportedNames(), null, 2)}\n`)
}
