import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'

/** One line of the budgets table. */
export type Budget = {
  readonly name: string
  /** What a page fetches: each the one file, or a glob that only that file matches (bundlers add a hash to names). */
  readonly entries: readonly string[]
  /** Entries that are on the page already: what they load is not counted again. */
  readonly beyond: readonly string[]
  readonly maxBytes: number
}

/** `import…from"./x.js"`, `export…from"./x.js"` and `import"./x.js"`, minified or not; never `import("./x.js")`. */
const STATIC_IMPORT = /\b(?:import|export)\s*(?:[\w$*{}\s,]*?\bfrom\s*)?["'](\.{1,2}\/[^"']+)["']/g

/**
 * Weighs what the browser fetches for a budget's entries: brotli bytes of them and of all they statically import.
 *
 * @throws {Error} When an entry is not exactly one file, or imports one that is not there: a broken build.
 */
export function weigh(folder: string, { entries, beyond }: Budget): number {
  const withImports = (names: readonly string[]) =>
    new Set(names.flatMap(name => [...loaded(theOne(folder, name))]))
  const here = withImports(beyond)
  const added = [...withImports(entries)].filter(file => !here.has(file))
  return added.reduce((sum, file) => sum + brotliBytes(readFileSync(file)), 0)
}

/** The size as a server with precompressed files sends it. */
export function brotliBytes(content: Buffer): number {
  return brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).byteLength
}

function theOne(folder: string, pattern: string): string {
  const files = globSync(pattern, { cwd: folder })
  const [file] = files
  if (!file || files.length > 1) throw new Error(`${pattern} is ${files.length} files in ${folder}, not one`)
  return join(folder, file)
}

function loaded(file: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(file)) return seen
  seen.add(file)
  for (const [, path = ''] of readFileSync(file, 'utf8').matchAll(STATIC_IMPORT)) {
    loaded(join(dirname(file), path), seen)
  }
  return seen
}
