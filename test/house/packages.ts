import { dirname } from 'node:path'
import { filesOf, textOf } from './repository.ts'

/** What we read of a package.json. */
export type Package = {
  readonly name: string
  readonly folder: string
  /** Subpath to source file, named from the package's folder; only those that exist by now. */
  readonly entries: Readonly<Record<string, string>>
  readonly dependencies: readonly string[]
}

type Manifest = {
  readonly name: string
  readonly exports?: Readonly<Record<string, string>>
  readonly dependencies?: Readonly<Record<string, string>>
}

/** The workspace's packages, demo and test included. */
export function packagesHere(): readonly Package[] {
  return filesOf('{packages/*,demo,test}/package.json').map(file => {
    const manifest = JSON.parse(textOf(file)) as Manifest
    const folder = dirname(file)
    return {
      name: manifest.name,
      folder,
      entries: manifest.exports ?? {},
      dependencies: Object.keys(manifest.dependencies ?? {}).sort()
    }
  })
}
