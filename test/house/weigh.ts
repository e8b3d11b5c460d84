import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'

/** One line of the budgets table. */
export type Budget = {
  readonly name: string
  /** The one file, or a glob that only that file matches (bundlers add a hash to names). */
  readonly entry: string
  /** Entries that are on the page already: what they load is not counted again. */
  readonly beyond: readonly string[]
  readonly maxBytes: number
}

/** `import…from"./x.js"`, `export…from"./x.js"` and `import"./x.js"`, minified or not; never `import("./x.js")`. */
const STATIC_IMPORT = /\b(?:import|export)\s*(?:[\w$*{}\s,]*?\bfrom\s*)?["'](\.{1,2}\/[^"']+)["']/g

/**
 * Weighs what the browser fetches for a budget's entry: brotli bytes of it and of all it statically imports.
 *
 * @throws {Error} When the entry is not exactly one file, or imports one that is not there: a broken build.
 */
export function weigh(folder: string, { entry, beyond }: Budget): number {
  const here = new Set(beyond.flatMap(known => [...loaded(theOne(folder, known))]))
  const added = [...loaded(theOne(folder, entry))].filter(file => !here.has(file))
  return added.reduce((sum, file) => sum + brotliBytes(readFileSync(file)), 0)
}

/** The size as a server with precompressed files sends it. */
function brotliBytes(content: Buffer): number {
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
