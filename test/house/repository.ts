import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const ROOT = dirname(dirname(import.meta.dirname))
const NOT_OURS = ['node_modules', 'dist', 'coverage', '.vitrine']

/** Absolute path of a file of the repository, whatever the working directory is. */
export function pathOf(file: string): string {
  return join(ROOT, file)
}

/** The text of a file of the repository, named from its root. */
export function textOf(file: string): string {
  return readFileSync(pathOf(file), 'utf8')
}

/** The repository's own files that match, named from its root, sorted: nothing installed and nothing built. */
export function filesOf(...patterns: readonly string[]): readonly string[] {
  const exclude = (path: string) => NOT_OURS.some(folder => path.split('/').includes(folder))
  return globSync([...patterns], { cwd: ROOT, exclude }).sort()
}
